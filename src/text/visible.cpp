// Text that shows something, and text that only seems to be there.
#include "text/visible.hpp"

#include <utf8proc.h>

#include "text/utf8.hpp"

namespace hipaa {
namespace {

/// A letter's mark shows nothing by itself, but belongs to the letter before it.
enum class Shows { something, nothing, with_a_letter };

Shows shows(char32_t code_point) {
    constexpr char32_t braille_blank = 0x2800;
    if (code_point > 0x20 && code_point < 0x7F) return Shows::something;
    const auto number = static_cast<utf8proc_int32_t>(code_point);
    if (code_point == braille_blank || utf8proc_get_property(number)->ignorable) return Shows::nothing;
    switch (static_cast<int>(utf8proc_category(number))) {
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_CS:
            return Shows::nothing;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_ME:
            return Shows::with_a_letter;
        default:
            return Shows::something;
    }
}

}  // namespace

std::string_view visible_part(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        std::string_view after = rest;
        if (shows(utf8::take(after)) == Shows::something) break;
        rest = after;
    }
    const std::string_view begun = rest;
    std::size_t length = 0;
    while (!rest.empty()) {
        if (shows(utf8::take(rest)) != Shows::nothing) length = begun.size() - rest.size();
    }
    return begun.substr(0, length);
}

}  // namespace hipaa
