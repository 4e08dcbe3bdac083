// Taking commands out of text for a log.
#include "text/ci_log.hpp"

#include <algorithm>
#include <string_view>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr std::string_view at_beginning = "::";
constexpr std::string_view anywhere = "##";

/// True if `##` at the beginning of `rest` goes on as a command does: `##[`, `##vso[`.
bool begins_command(std::string_view rest) {
    const std::string_view behind = rest.substr(anywhere.size());
    const auto end = std::ranges::find_if_not(behind, is_letter);
    return end != behind.end() && *end == '[';
}

void append_line(std::string_view line, std::string& to) {
    // Runners pass over blanks in front.
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    to += line.substr(0, begin);
    line.remove_prefix(begin);
    if (line.starts_with(at_beginning)) {
        to += ": ";
        line.remove_prefix(1);
    }
    for (std::size_t mark = line.find(anywhere); mark != line.npos; mark = line.find(anywhere)) {
        const bool command = begins_command(line.substr(mark));
        to += line.substr(0, mark + 1);
        if (command) to += ' ';
        line.remove_prefix(mark + 1);
    }
    to += line;
}

}  // namespace

std::string without_log_commands(std::string text) {
    const auto has = [&](std::string_view mark) { return text.find(mark) != text.npos; };
    if (!has(at_beginning) && !has(anywhere)) return text;  // as nearly always
    std::string result;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        append_line(rest.substr(0, end), result);
        rest.remove_prefix(end);
    }
    return result;
}

}  // namespace hipaa
