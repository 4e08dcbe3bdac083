// How wide text is on a terminal, and breaking it to fit.
#include "text/width.hpp"

#include <algorithm>
#include <utility>

#include <utf8proc.h>

#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

bool is_white_space(char c) { return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r'); }

/// What `text` begins with that is no white space, and how many cells it takes.
std::pair<std::string_view, std::size_t> first_word(std::string_view text) {
    int bits = 0;
    const char* end = text.data();
    for (const char* last = end + text.size(); end != last && !is_white_space(*end); ++end) bits |= *end;
    const std::string_view word(text.data(), static_cast<std::size_t>(end - text.data()));
    return {word, (bits & 0x80) == 0 ? word.size() : display_width(word)};
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (true) {
        const std::size_t plain = printable_ascii(text);
        width += plain;
        text.remove_prefix(plain);
        if (text.empty()) return width;
        const int cells = utf8proc_charwidth(static_cast<utf8proc_int32_t>(utf8::take(text)));
        width += static_cast<std::size_t>(std::max(cells, 0));
    }
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    wrap(text, width, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

void wrap(std::string_view text, std::size_t width, const std::function<void(std::string_view)>& take) {
    std::string line;
    std::size_t used = 0;
    // What stands in the text as it is to stand in the line is taken at once: from `from` to `to`.
    std::size_t from = 0;
    std::size_t to = 0;
    const auto finish_line = [&] {
        const std::string_view rest = text.substr(from, to - from);
        if (line.empty()) return take(rest);
        line += rest;
        take(line);
        line.clear();
    };
    for (std::size_t at = 0;;) {
        while (at < text.size() && is_white_space(text[at])) ++at;
        if (at == text.size()) break;
        const std::size_t begin = at;
        const auto [word, cells] = first_word(text.substr(begin));
        at += word.size();

        if (to > 0 && used + 1 + cells <= width) {
            used += 1 + cells;
            if (begin > to + 1 || text[to] != ' ') {
                line += text.substr(from, to - from);
                line += ' ';
                from = begin;
            }
        } else {
            if (to > 0) finish_line();
            used = cells;
            from = begin;
        }
        to = at;
    }
    finish_line();
}

std::string shorten(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    std::size_t end = 0;
    for (std::string_view rest = text; !rest.empty();) {
        utf8::take(rest);
        const std::size_t size = text.size() - rest.size();
        if (display_width(text.substr(0, size)) + 1 > width) break;
        end = size;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace hipaa
