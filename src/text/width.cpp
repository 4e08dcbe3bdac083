// How wide text is on a terminal, and breaking it to fit.
#include "text/width.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

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
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (std::size_t at = 0;;) {
        while (at < text.size() && is_white_space(text[at])) ++at;
        if (at == text.size()) return lines;
        const std::size_t begin = at;
        while (at < text.size() && !is_white_space(text[at])) ++at;
        const std::string_view word = text.substr(begin, at - begin);

        const std::size_t cells = display_width(word);
        if (lines.back().empty()) {
            lines.back().reserve(std::min(width, text.size() - begin));
            used = cells;
        } else if (used + 1 + cells <= width) {
            lines.back() += ' ';
            used += 1 + cells;
        } else {
            lines.emplace_back().reserve(std::min(width, text.size() - begin));
            used = cells;
        }
        lines.back() += word;
    }
}

}  // namespace hipaa
