// JSON text that is safe to print.
#include "report/json_text.hpp"

#include <algorithm>

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

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x7F; }

}  // namespace

std::string escape_invisible(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    while (!json.empty()) {
        const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(json, is_plain) - json.begin());
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
