// JSON text that is safe to print.
#include "report/json_text.hpp"

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

/// How many characters at the start are ASCII that prints, or line feeds and the like of indented JSON. Eight at a time,
/// since nearly all are.
std::size_t plain_length(std::string_view json) {
    std::size_t length = 0;
    for (; length + 8 <= json.size(); length += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, json.data() + length, sizeof eight);
        const std::uint64_t high_bits = 0x8080808080808080;
        // Adding 1 carries 0x7F into the high bit, and nothing beyond it as long as no byte has that bit.
        if (((eight | (eight + 0x0101010101010101)) & high_bits) != 0) break;
    }
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
        if (is_unprintable(code_point)) result += escape(code_point);
        else result += before.substr(0, before.size() - json.size());
    }
    return result;
}

}  // namespace hipaa
