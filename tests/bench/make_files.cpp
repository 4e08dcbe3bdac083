// Makes the files to measure with, the same ones every time.
//   bench-make practices DIRECTORY COUNT [OTHER [STYLE]]
//       OTHER: how many in 10 are written in unusual but ordinary styles; STYLE: only in that one, a number from 0
//   bench-make large FILE BYTES                      one practice file with a long diary of the owner's own
//   bench-make checklist SPRUCE FILE NOTES           the Spruce checklist with its notes again and again, under other ids
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "answers.hpp"
#include "practice_text.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

std::size_t number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw std::runtime_error("not a number: " + std::string(text));
    return value;
}

void write(const fs::path& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The answers of file 7 are the same however many files there are, and in whichever style it is written.
Practice practice(std::size_t index) {
    Chance chance(static_cast<std::uint32_t>(index) * 2654435761u + 20261122u);
    return invent(chance);
}

void practices(const fs::path& directory, std::size_t count, std::size_t other, std::optional<std::size_t> style) {
    fs::remove_all(directory);
    fs::create_directories(directory);
    for (std::size_t index = 0; index < count; ++index) {
        char name[sizeof "000000.yaml"];
        std::snprintf(name, sizeof name, "%06u.yaml", static_cast<unsigned>(index % 1'000'000));
        const bool is_other = index % 10 < other;
        write(directory / name,
              is_other ? other_text(practice(index), style.value_or(index / 10)) : usual_text(practice(index)));
    }
}

void large(const fs::path& path, std::size_t bytes) {
    std::string text = usual_text(practice(0)) + "\nx-diary:\n";
    for (unsigned entry = 0; text.size() < bytes; ++entry) {
        char lines[160];
        std::snprintf(lines, sizeof lines,
                      "  - day: 2026-%02u-%02u\n    seen: [plan, agreement, phone]\n    by: owner %u\n", 1 + entry % 12,
                      1 + entry % 28, entry);
        text += lines;
    }
    write(path, text);
}

std::vector<std::string> blocks(const std::string& notes) {
    constexpr std::string_view begins = "\n  - id: ";
    std::vector<std::string> found;
    for (std::size_t at = notes.find(begins); at != std::string::npos;) {
        const std::size_t next = notes.find(begins, at + 1);
        found.push_back(notes.substr(at, next == std::string::npos ? next : next - at));
        at = next;
    }
    if (found.empty()) throw std::runtime_error("no notes in the checklist");
    return found;
}

void replace(std::string& text, std::string_view from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("the checklist has no '" + std::string(from) + "'");
    text.replace(at, text.find('\n', at + 1) - at, to);
}

void checklist(const fs::path& spruce, const fs::path& path, std::size_t count) {
    std::string text = read(spruce);
    constexpr std::string_view heading = "\nnotes:\n";
    const std::size_t at = text.find(heading);
    if (at == std::string::npos) throw std::runtime_error("the checklist has no notes");
    const std::vector<std::string> notes = blocks(text.substr(at + heading.size() - 1));
    text.resize(at + heading.size() - 1);
    replace(text, "\n  notes: ", "\n  notes: " + std::to_string(count));
    for (std::size_t index = 0; index < count; ++index) {
        std::string note = notes[index % notes.size()];
        const std::size_t id_end = note.find('\n', 1);
        if (index >= notes.size()) note.insert(id_end, "-" + std::to_string(index / notes.size() + 1));
        replace(note, "\n    number: ", "\n    number: " + std::to_string(index + 1));
        text += note;
    }
    write(path, text + "\n");
}

int run(const std::vector<std::string>& arguments) {
    const std::string command = arguments.empty() ? "" : arguments[0];
    if (command == "practices" && arguments.size() >= 3) {
        const std::size_t other = arguments.size() > 3 ? number(arguments[3]) : 0;
        practices(arguments[1], number(arguments[2]), other,
                  arguments.size() > 4 ? std::optional(number(arguments[4])) : std::nullopt);
    } else if (command == "large" && arguments.size() == 3) {
        large(arguments[1], number(arguments[2]));
    } else if (command == "checklist" && arguments.size() == 4) {
        checklist(arguments[1], arguments[2], number(arguments[3]));
    } else {
        std::cerr << "usage: bench-make practices DIRECTORY COUNT [OTHER [STYLE]] | large FILE BYTES | checklist "
                     "SPRUCE FILE NOTES\n";
        return 2;
    }
    return 0;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    try {
        return bench::run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "bench-make: " << error.what() << "\n";
        return 1;
    }
}
