// Where a practice file says what the practice itself is called. By the text alone, since a file that cannot be read as YAML
// is looked through, too.
#include "privacy/practice_entry.hpp"

#include <algorithm>
#include <optional>

#include "privacy/line_words.hpp"
#include "yaml/scan.hpp"

namespace hipaa {
namespace {

constexpr std::string_view practice_key = "practice";

/// Where the line break of the line at `at` ends.
std::size_t next_line(std::string_view text, std::size_t at) {
    const std::size_t line_break = end_of_line(text, at);
    if (line_break == text.size()) return line_break;
    return line_break + (text.substr(line_break, 2) == "\r\n" ? 2 : 1);
}

/// A line that is not empty: a comment, too, if it is indented, as it belongs to what it stands in.
struct ContentLine {
    std::size_t begin;
    std::size_t content;
    std::size_t end;
    std::size_t indentation() const { return content - begin; }
};

/// The first from `at` on, the start of a line.
std::optional<ContentLine> content_line(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::size_t end = next_line(text, at);
        const std::size_t content = text.find_first_not_of(" \t", at);
        const bool has_content = content < end && text[content] != '\r' && text[content] != '\n';
        const bool is_mark = text.substr(at, 3) == "---" || text[at] == '%' || text[at] == '#';
        if (has_content && !is_mark) return ContentLine{at, content, end};
        at = end;
    }
    return std::nullopt;
}

/// Where the value of the key at `at` begins, if it is `practice`, in quotes or without.
std::optional<std::size_t> value_of_practice(std::string_view text, std::size_t at) {
    const char quote = at < text.size() && (text[at] == '"' || text[at] == '\'') ? text[at] : '\0';
    if (quote) ++at;
    if (!text.substr(at).starts_with(practice_key)) return std::nullopt;
    at += practice_key.size();
    if (quote && (at >= text.size() || text[at++] != quote)) return std::nullopt;
    at = std::min(text.find_first_not_of(" \t", at), text.size());
    if (at >= text.size() || text[at] != ':') return std::nullopt;
    return at + 1;
}

/// Of a file in braces.
std::vector<Stretch> entries_in_braces(std::string_view text, std::size_t at) {
    std::vector<Stretch> found;
    for (at = text.find(practice_key, at); at != text.npos; at = text.find(practice_key, at)) {
        const bool quoted = at > 0 && (text[at - 1] == '"' || text[at - 1] == '\'');
        const std::size_t begin = quoted ? at - 1 : at;
        const bool is_key = begin > 0 && std::string_view("{, \t\r\n").find(text[begin - 1]) != std::string_view::npos;
        const auto value = is_key ? value_of_practice(text, begin) : std::nullopt;
        at += practice_key.size();
        if (!value) continue;
        const std::size_t open = std::min(text.find_first_not_of(" \t\r\n", *value), text.size());
        if (open == text.size() || text[open] != '{') continue;
        const auto close = yaml::closing_bracket(text, open);
        found.push_back({begin, close ? *close + 1 : next_line(text, open)});
        if (!close) break;
        at = found.back().end;
    }
    return found;
}

}  // namespace

std::vector<Stretch> practice_entries(std::string_view file) {
    const auto first = content_line(file, 0);
    if (!first) return {};
    if (file[first->content] == '{') return entries_in_braces(file, first->content);
    const std::size_t top = first->indentation();
    std::vector<Stretch> found;
    bool inside = false;
    for (auto line = first; line; line = content_line(file, line->end)) {
        if (line->indentation() <= top) inside = value_of_practice(file, line->content).has_value();
        if (!inside) continue;
        if (line->indentation() <= top) found.push_back({line->begin, line->end});
        else found.back().end = line->end;
    }
    return found;
}

}  // namespace hipaa
