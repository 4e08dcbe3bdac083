// JSON text that is safe to print.
#include "json/text.hpp"

#include <fmt/format.h>

#include "text/printable.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

std::string escape(char32_t code_point) {
    if (code_point < 0x10000) return fmt::format("\\u{:04x}", static_cast<unsigned>(code_point));
    const auto offset = static_cast<unsigned>(code_point) - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

/// ASCII that prints, or line feeds and the like of indented JSON. Nearly all of it is.
constexpr bool is_plain_in_json(char byte) { return is_ascii(byte) & (byte != 0x7F); }

constexpr bool is_plain_in_quotes(char byte) { return is_printable_ascii(byte) & (byte != '"') & (byte != '\\'); }

}  // namespace

std::string escape_invisible(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    while (!json.empty()) {
        const std::size_t plain = run_length<is_plain_in_json>(json);
        result += json.substr(0, plain);
        json.remove_prefix(plain);
        if (json.empty()) break;
        const std::string_view before = json;
        const char32_t code_point = utf8::take(json);
        if (code_point == utf8::malformed) result += "\\ufffd";
        else if (is_unprintable(code_point)) result += escape(code_point);
        else result += before.substr(0, before.size() - json.size());
    }
    return result;
}

bool is_plain(std::string_view text) { return run_length<is_plain_in_quotes>(text) == text.size(); }

}  // namespace hipaa
