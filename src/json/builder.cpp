// Texts and numbers in JSON.
#include "json/builder.hpp"

#include <cmath>

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "json/memory.hpp"
#include "text/printable.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

constexpr bool is_plain_in_quotes(char byte) { return is_printable_ascii(byte) & (byte != '"') & (byte != '\\'); }

std::string escape(char32_t code_point) {
    constexpr std::string_view with_letters = "\b\t\n\f\r";
    const auto code = static_cast<unsigned>(code_point);
    const std::size_t letter = code < 0x20 ? with_letters.find(static_cast<char>(code)) : std::string_view::npos;
    if (letter != std::string_view::npos) return {'\\', "btnfr"[letter]};
    if (code < 0x20) return fmt::format("\\u{:04X}", code);
    if (code < 0x10000) return fmt::format("\\u{:04x}", code);
    const unsigned offset = code - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

}  // namespace

void JsonBuilder::quote(std::string_view text, char behind) {
    if (run_length<is_plain_in_quotes>(text) == text.size()) {  // as nearly all are, so it is done in one piece
        const std::size_t begin = text_.size();
        text_.resize(begin + text.size() + 3);
        char* to = text_.data() + begin;
        *to++ = '"';
        to += text.copy(to, text.size());
        *to++ = '"';
        *to = behind;
        return;
    }
    text_ += '"';
    while (true) {
        const std::size_t plain = run_length<is_plain_in_quotes>(text);
        text_ += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const std::string_view before = text;
        const char32_t code_point = utf8::take(text);
        if (code_point == utf8::malformed) text_ += "\\ufffd";
        else if (code_point == '"' || code_point == '\\') (text_ += '\\') += before.front();
        else if (is_unprintable(code_point)) text_ += escape(code_point);
        else text_ += before.substr(0, before.size() - text.size());
    }
    (text_ += '"') += behind;
}

void JsonBuilder::number(double value) {
    constexpr double largest = 9e15;  // that is written as a whole number
    if (std::abs(value) < largest && std::trunc(value) == value) return number(static_cast<std::int64_t>(value));
    rapidjson::GenericStringBuffer<rapidjson::UTF8<>, CheckedAllocator> buffer;
    rapidjson::Writer<decltype(buffer), rapidjson::UTF8<>, rapidjson::UTF8<>, CheckedAllocator>(buffer).Double(value);
    put({buffer.GetString(), buffer.GetSize()});
}

std::string JsonBuilder::take() {
    std::string json = take_part();
    json += '\n';
    return json;
}

std::string JsonBuilder::take_part() {
    const bool comma = text_.ends_with(',');
    if (comma) text_.pop_back();
    usual_size_ = text_.size() + text_.size() / 8;
    return std::exchange(text_, comma && depth_ > 0 ? "," : "");
}

}  // namespace hipaa
