// JSON text that is safe to print.
#include "json/text.hpp"

#include <cstdint>
#include <cstring>

#include <fmt/format.h>

#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

std::string escape(char32_t code_point) {
    if (code_point < 0x10000) return fmt::format("\\u{:04x}", static_cast<unsigned>(code_point));
    const auto offset = static_cast<unsigned>(code_point) - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

constexpr std::uint64_t ones = 0x0101010101010101;  // times a byte: eight of that byte
constexpr std::uint64_t high_bits = 0x80 * ones;

/// The next eight characters.
std::uint64_t eight_at(std::string_view text, std::size_t begin) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + begin, sizeof eight);
    return eight;
}

/// Whether one of eight bytes is less than `limit`, which is at most 0x80.
bool any_below(std::uint64_t eight, std::uint64_t limit) { return ((eight - limit * ones) & ~eight & high_bits) != 0; }

bool any_is(std::uint64_t eight, char wanted) {
    return any_below(eight ^ (static_cast<unsigned char>(wanted) * ones), 1);
}

/// Whether one of eight bytes is 0x7F or more. Adding 1 carries 0x7F into the high bit, and carries nothing further as long
/// as no byte has that bit.
bool any_past_print(std::uint64_t eight) { return ((eight | (eight + ones)) & high_bits) != 0; }

/// How many characters at the start are ASCII that prints, or line feeds and the like of indented JSON. Nearly all are.
std::size_t plain_length(std::string_view json) {
    std::size_t length = 0;
    while (length + 8 <= json.size() && !any_past_print(eight_at(json, length))) length += 8;
    while (length < json.size() && static_cast<unsigned char>(json[length]) < 0x7F) ++length;
    return length;
}

}  // namespace

std::string escape_invisible(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    while (!json.empty()) {
        const std::size_t plain = plain_length(json);
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

bool is_plain(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t eight = eight_at(text, at);
        if (any_past_print(eight) || any_below(eight, 0x20) || any_is(eight, '"') || any_is(eight, '\\')) return false;
    }
    for (; at < text.size(); ++at)
        if (text[at] < 0x20 || text[at] == 0x7F || text[at] == '"' || text[at] == '\\') return false;
    return true;
}

}  // namespace hipaa
