// Text from a file, made safe to show on a terminal.
#include "text/printable.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <utf8proc.h>

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

/// The characters of Unicode's Bidi_Control property, which utf8proc does not know.
bool turns_reading_order(char32_t code_point) {
    return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
           (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

}  // namespace

bool is_unprintable(char32_t code_point) {
    if (code_point < 0x7F) return code_point < 0x20;
    const bool is_tag = code_point >= 0xE0000 && code_point <= 0xE007F;
    if (is_tag || code_point == 0xFEFF || turns_reading_order(code_point)) return true;
    switch (static_cast<int>(utf8proc_category(static_cast<utf8proc_int32_t>(code_point)))) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return true;
        default:
            return false;
    }
}

std::size_t printable_ascii(std::string_view text) { return run_length<is_printable_ascii>(text); }

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (true) {
        const std::size_t plain = printable_ascii(text);
        result += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) return result;
        const std::string_view before = text;
        const char32_t code_point = utf8::take(text);
        if (code_point == U'\r' && text.starts_with('\n')) continue;
        if (code_point == U'\t' || code_point == U'\n' || code_point == U'\r') {
            result += ' ';
        } else if (code_point == utf8::malformed) {
            fmt::format_to(std::back_inserter(result), "\\x{:02X}",
                           static_cast<unsigned>(static_cast<unsigned char>(before.front())));
        } else if (is_unprintable(code_point)) {
            fmt::format_to(std::back_inserter(result), "\\u{{{:X}}}", static_cast<std::uint32_t>(code_point));
        } else {
            result += before.substr(0, before.size() - text.size());
        }
    }
}

}  // namespace hipaa
