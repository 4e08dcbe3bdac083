// How wide text is on a terminal, and breaking it to fit.
#include "text/width.hpp"

#include <algorithm>
#include <utility>

#include <utf8proc.h>

#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

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
    std::string line;
    std::size_t used = 0;
    // What stands in the text as it is to stand in the line is copied at once: from `from` to `to`.
    std::size_t from = 0;
    std::size_t to = 0;
    const auto finish_line = [&] {
        line += text.substr(from, to - from);
        lines.push_back(std::exchange(line, {}));
    };
    for (std::size_t at = 0;;) {
        while (at < text.size() && is_white_space(text[at])) ++at;
        if (at == text.size()) break;
        const std::size_t begin = at;
        bool ascii = true;
        for (; at < text.size() && !is_white_space(text[at]); ++at) ascii = ascii && is_ascii(text[at]);
        const std::size_t cells = ascii ? at - begin : display_width(text.substr(begin, at - begin));

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
    return lines;
}

}  // namespace hipaa
