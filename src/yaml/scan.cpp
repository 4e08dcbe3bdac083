// Small questions about YAML's text, answered without reading all of it.
#include "yaml/scan.hpp"

#include <algorithm>

namespace hipaa::yaml {
namespace {

bool is_space_or_end(std::string_view text, std::size_t at) {
    return at >= text.size() || white_space.find(text[at]) != std::string_view::npos;
}

std::size_t end_of_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

/// The end of unquoted text: before `: `, ` #`, a line break, or a bracket or comma.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
    for (; at < text.size() && text[at] != '\n'; ++at) {
        if (text[at] == ':' && is_space_or_end(text, at + 1)) break;
        if (text[at] == '#' && blanks.find(text[at - 1]) != std::string_view::npos) break;
        if (std::string_view(",[]{}").find(text[at]) != std::string_view::npos) break;
    }
    return at;
}

bool begins_comment(std::string_view text, std::size_t at) {
    return text[at] == '#' && (at == 0 || is_space_or_end(text, at - 1));
}

/// Behind the token at `at`: a quoted or an unquoted text, a comment, or one character of another kind. npos for a
/// quote that is never closed.
std::size_t end_of_token(std::string_view text, std::size_t at) {
    if (text[at] == '"' || text[at] == '\'') {
        const std::size_t close = closing_quote(text, at);
        return close == std::string_view::npos ? close : close + 1;
    }
    if (begins_comment(text, at)) return end_of_line(text, at);
    const bool is_dash = text[at] == '-' && is_space_or_end(text, at + 1);
    if (is_dash || std::string_view(" \t\n,[]{}:").find(text[at]) != std::string_view::npos) return at + 1;
    return end_of_plain(text, at + 1);
}

}  // namespace

std::size_t skip_properties(std::string_view text, std::size_t start) {
    std::size_t at = start;
    while (at < text.size() && (text[at] == '!' || text[at] == '&')) {
        at = std::min(text.find_first_of(" \t\n,[]{}", at), text.size());
        while (at < text.size()) {
            at = std::min(text.find_first_not_of(white_space, at), text.size());
            if (at == text.size() || text[at] != '#' || !is_space_or_end(text, at - 1)) break;
            at = end_of_line(text, at);
        }
    }
    return at;
}

std::string_view null_word(std::string_view text) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (!text.starts_with(word)) continue;
        const bool is_whole = is_space_or_end(text, word.size()) ||
                              std::string_view(":,]}").find(text[word.size()]) != std::string_view::npos;
        return is_whole ? text.substr(0, word.size()) : std::string_view{};
    }
    return {};
}

std::size_t dash_before(std::string_view text, std::size_t offset, std::size_t column) {
    for (std::size_t end = offset;;) {
        const std::size_t start = line_start(text, end);
        const std::size_t content = text.find_first_not_of(blanks, start);
        const bool is_comment = content < end && text[content] == '#';
        if (!is_comment && start + column < end && text[start + column] == '-') return start + column;
        if (start == 0) return offset;
        end = start - 1;
    }
}

std::size_t closing_quote(std::string_view text, std::size_t open) {
    const char quote = text[open];
    for (std::size_t at = open + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at;
            ++at;
        }
    }
    return std::string_view::npos;
}

std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        const std::size_t end = end_of_token(text, at);
        if (end == std::string_view::npos) return at;
        at = end;
    }
    return std::nullopt;
}

std::optional<std::size_t> closing_bracket(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < text.size(); at = end_of_token(text, at)) {
        if (text[at] == '[' || text[at] == '{') ++depth;
        else if ((text[at] == ']' || text[at] == '}') && --depth == 0) return at;
    }
    return std::nullopt;
}

bool has_comment(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < std::min(end, text.size()); at = end_of_token(text, at)) {
        if (begins_comment(text, at)) return true;
    }
    return false;
}

std::optional<std::size_t> indenting_tab(std::string_view text, std::size_t offset) {
    for (std::size_t at = line_start(text, offset); at < std::min(offset + 1, text.size()); ++at) {
        if (text[at] == '\t') return at;
        const bool is_dash = text[at] == '-' && is_space_or_end(text, at + 1);
        if (text[at] != ' ' && !is_dash) break;
    }
    return std::nullopt;
}

std::optional<std::size_t> unknown_directive(std::string_view text) {
    for (std::size_t start = 0; start < text.size(); start = end_of_line(text, start) + 1) {
        const std::string_view line = rest_of_line(text, start);
        const std::size_t content = line.find_first_not_of(blanks);
        if (content == std::string_view::npos || line[content] == '#') continue;
        if (!line.starts_with('%')) return std::nullopt;
        const std::string_view name = line.substr(0, line.find_first_of(blanks));
        if (name != "%YAML" && name != "%TAG") return start;
    }
    return std::nullopt;
}

std::size_t line_start(std::string_view text, std::size_t offset) {
    if (offset == 0) return 0;
    const std::size_t line_break = text.rfind('\n', offset - 1);
    return line_break == std::string_view::npos ? 0 : line_break + 1;
}

std::string_view rest_of_line(std::string_view text, std::size_t offset) {
    return text.substr(offset, end_of_line(text, offset) - offset);
}

}  // namespace hipaa::yaml
