// UTF-8 as bytes and as code points; the rules of well-formedness are utf8proc's.
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>
#include <utf8proc.h>

#include "text/ascii.hpp"
#include "text/scan.hpp"

namespace hipaa::utf8 {
namespace {

/// Bytes of the code point that `bytes` begins with, which goes to `code_point`; less than 1 if it is malformed.
std::ptrdiff_t decode(std::string_view bytes, utf8proc_int32_t& code_point) {
    return utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                            static_cast<utf8proc_ssize_t>(bytes.size()), &code_point);
}

constexpr std::size_t escape_length = 4;  // `\xFF`

bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); }

/// Whether `text` begins as an escape does.
bool is_escape(std::string_view text) {
    return text.size() >= escape_length && text[0] == '\\' && text[1] == 'x' && is_hexadecimal(text[2]) &&
           is_hexadecimal(text[3]);
}

std::size_t find_escape(std::string_view text) {
    std::size_t at = text.find('\\');
    while (at != text.npos && !is_escape(text.substr(at))) at = text.find('\\', at + 1);
    return at;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        at += run_length<is_ascii>(bytes.substr(at));
        if (at == bytes.size()) break;
        utf8proc_int32_t code_point = 0;
        const std::ptrdiff_t length = decode(bytes.substr(at), code_point);
        if (length < 1) return at;
        at += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

std::string well_formed(std::string_view bytes) {
    std::string result;
    while (const auto bad = first_invalid(bytes)) {
        result += bytes.substr(0, *bad);
        result += "\uFFFD";
        bytes.remove_prefix(*bad + 1);
    }
    result += bytes;
    return result;
}

std::string escape_malformed(std::string_view bytes) {
    if (!first_invalid(bytes) && find_escape(bytes) == bytes.npos) return std::string(bytes);
    std::string result;
    while (!bytes.empty()) {
        const std::string_view before = bytes;
        const char32_t code_point = take(bytes);
        if (code_point == malformed)
            result += fmt::format("\\x{:02X}", static_cast<unsigned>(static_cast<unsigned char>(before.front())));
        else if (code_point == U'\\') result += "\\\\";
        else result += before.substr(0, before.size() - bytes.size());
    }
    return result;
}

std::string unescape_malformed(std::string_view text) {
    if (find_escape(text) == text.npos) return std::string(text);
    std::string result;
    while (!text.empty()) {
        std::size_t length = 1;
        if (text.starts_with("\\\\")) {
            length = 2;
            result += '\\';
        } else if (is_escape(text)) {
            length = escape_length;
            unsigned byte = 0;
            std::from_chars(text.data() + 2, text.data() + escape_length, byte, 16);
            result += static_cast<char>(byte);
        } else {
            result += text.front();
        }
        text.remove_prefix(length);
    }
    return result;
}

std::size_t count(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

char32_t take(std::string_view& text) {
    utf8proc_int32_t code_point = 0;
    const std::ptrdiff_t length = decode(text, code_point);
    text.remove_prefix(length < 1 ? 1 : static_cast<std::size_t>(length));
    return length < 1 ? malformed : static_cast<char32_t>(code_point);
}

}  // namespace hipaa::utf8
