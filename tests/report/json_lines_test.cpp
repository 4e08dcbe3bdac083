// A line of jsonl is written with what the lines before it left; nobody can tell.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/program.hpp"

using namespace hipaa::testing;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Practices whose answers come at other places, are others, or are missing.
std::vector<std::string> variants(const std::string& text) {
    return {
        text,
        "# moved down\n\n\n\n\n\n\n\n\n" + text,
        replaced(text, ": yes", ": no"),
        replaced(text, ": no\n", ": yes\n"),
        replaced(text, ": yes", ": unknown"),
        replaced(text, ": yes", ":      yes"),
        replaced(text, "2026-", "2024-"),
        replaced(text, "confirmed_on", "x-confirmed_on"),
        replaced(text, "spruce:", "zoom:"),
        "practice: {covered_entity: no}\n" +
            replaced(replaced(text, "\npractice:", "\nx-practice:"), "\n  - accepts", "\n  - x"),
        text,
    };
}

}  // namespace

TEST_CASE("a line of jsonl does not depend on the lines before it") {
    const Scratch scratch;
    std::size_t count = 0;
    for (const std::string folder : {"examples", "tests/report/practices"})
        for (const auto& entry : std::filesystem::directory_iterator(std::string(HIPAA_CHECK_ROOT "/") + folder)) {
            if (entry.path().extension() != ".yaml") continue;
            const std::string text = repository_file(folder + "/" + entry.path().filename().string());
            for (const std::string& variant : variants(text))
                scratch.write(fmt::format("d/{:03}.yaml", count++), variant);
        }
    REQUIRE(count > 50);
    const Outcome all = run_program({"-f", "jsonl", "--jobs", "1", "d"});
    CHECK(all.out.size() > 1'000'000);
    std::istringstream lines(all.out);
    std::string line;
    std::size_t at = 0;
    for (; std::getline(lines, line); ++at) {
        const Outcome alone = run_program({"-f", "jsonl", "--jobs", "1", fmt::format("d/{:03}.yaml", at)});
        CHECK(alone.out == line + "\n");
    }
    CHECK(at == count);
    CHECK(run_program({"-f", "jsonl", "--jobs", "3", "d"}).out == all.out);
}
