// Holding an interview over standard input and output.
#include "cli/commands/ask_session.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <istream>
#include <limits>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cli/io/error_text.hpp"
#include "cli/io/files.hpp"
#include "cli/io/output_file.hpp"
#include "text/printable.hpp"
#include "yaml/document.hpp"

namespace hipaa {

using interview::Kept;

namespace {

/// Reads a line as far as an answer may go; the rest of a longer one is dropped. False at the end.
bool read_reply(std::istream& in, std::string& line) {
    std::array<char, AskSession::longest_reply + 1> typed{};
    in.getline(typed.data(), typed.size());
    const auto taken = static_cast<std::size_t>(in.gcount());
    const bool is_cut = in.fail() && !in.bad() && taken == AskSession::longest_reply;
    if (in.fail() && !is_cut) return false;
    line.assign(typed.data(), is_cut || in.eof() ? taken : taken - 1);  // the line feed is counted, and not kept
    if (is_cut) {
        in.clear();
        in.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return true;
}

/// True for a file that its owner has closed for writing. To put another one in its place would still be possible.
bool is_read_only(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    constexpr fs::perms any_write = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    if (!fs::exists(status)) return false;
    return (status.permissions() & any_write) == fs::perms::none || ::access(path.c_str(), W_OK) != 0;
}

}  // namespace

void AskSession::say(std::string_view line) { environment_.out << line << '\n'; }

std::optional<std::string> AskSession::listen() {
    if (replies_ == most_replies) {
        say(fmt::format("These were {} replies, which is as many as are taken at once.", most_replies));
        return std::nullopt;
    }
    environment_.out << "> " << std::flush;
    if (!environment_.out) return std::nullopt;
    std::string line;
    bool heard = false;
    try {
        heard = read_reply(environment_.in, line);
    } catch (const std::system_error& error) {
        unheard_ = error_text(error.code().value());
    }
    if (!heard) {
        environment_.out << '\n' << std::flush;
        return std::nullopt;
    }
    ++replies_;
    if (line.ends_with('\r')) line.pop_back();
    // A terminal shows what is typed; a transcript should show it, too.
    if (!environment_.in_is_terminal) environment_.out << printable(line) << '\n';
    return line;
}

/// What others wrote to the file since it was read or written here.
Kept AskSession::take_in_changes(interview::Sitting& sitting) {
    std::error_code error;
    if (!std::filesystem::exists(path_, error) && !error) {
        if (!known_) return Kept::yes;
        environment_.err << fmt::format(
            "hipaa-check: {} is gone: it was moved or deleted meanwhile. This answer was not saved.\n",
            printable(path_));
        return Kept::failed;
    }
    std::string why;
    std::string bytes = read_bytes(path_, yaml::max_bytes, why, Readable::regular_files);
    if (why.empty() && known_ == bytes) return Kept::yes;
    if (!why.empty()) {
        environment_.err << fmt::format("hipaa-check: {} can no longer be read: {}. This answer was not saved.\n",
                                        printable(path_), why);
        return Kept::failed;
    }
    yaml::Problems problems;
    yaml::Source source{path_, bytes};
    auto changed = interview::Sitting::begin(sitting.library(), sitting.keys(), sitting.settings(), source, problems);
    if (!changed) {
        environment_.err << fmt::format(
            "hipaa-check: {} was changed by another program meanwhile, and has mistakes now. It is left as it is, and "
            "this answer was not saved.\n",
            printable(path_));
        return Kept::failed;
    }
    say(fmt::format(
        "{} was changed by another program in the meantime. The answers in it are used, and your last answer was not "
        "saved.",
        printable(path_)));
    sitting = std::move(*changed);
    known_ = std::move(bytes);
    return Kept::changed;
}

bool AskSession::write(const std::string& text) {
    if (is_read_only(path_)) {
        environment_.err << fmt::format("hipaa-check: {} is read-only. This answer was not saved.\n", printable(path_));
        return false;
    }
    OutputFile file(path_, {"practice file", true});
    file.stream() << text;
    if (file.finish()) return true;
    environment_.err << fmt::format("hipaa-check: {}. This answer was not saved.\n", file.failure());
    return false;
}

Kept AskSession::keep(interview::Sitting& sitting, const interview::Change& change) {
    if (const Kept others = take_in_changes(sitting); others != Kept::yes) return others;
    if (const auto why = change(sitting)) {
        say(fmt::format("This was not saved: {}.", printable(*why)));
        return Kept::refused;
    }
    if (known_ == sitting.text()) return Kept::yes;
    if (!write(sitting.text())) return Kept::failed;
    known_ = sitting.text();
    has_written_ = true;
    return Kept::yes;
}

}  // namespace hipaa
