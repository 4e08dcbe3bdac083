// How wide text is on a terminal, and breaking it to fit.
#include "text/width.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "text/utf8.hpp"

namespace hipaa {

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const int cells = utf8proc_charwidth(static_cast<utf8proc_int32_t>(utf8::take(text)));
        width += static_cast<std::size_t>(std::max(cells, 0));
    }
    return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    constexpr std::string_view white_space = " \t\n\r";
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    while (true) {
        const std::size_t start = text.find_first_not_of(white_space);
        if (start == std::string_view::npos) return lines;
        text.remove_prefix(start);
        const std::string_view word = text.substr(0, text.find_first_of(white_space));
        text.remove_prefix(word.size());

        const std::size_t cells = display_width(word);
        if (lines.back().empty()) {
            used = cells;
        } else if (used + 1 + cells <= width) {
            lines.back() += ' ';
            used += 1 + cells;
        } else {
            lines.emplace_back();
            used = cells;
        }
        lines.back() += word;
    }
}

}  // namespace hipaa
