// UTF-8 as bytes and as code points; the rules of well-formedness are utf8proc's.
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <utf8proc.h>

namespace hipaa::utf8 {
namespace {

/// Length of the run of ASCII at the start of `bytes`, rounded down to whole words but for the end.
std::size_t ascii_run(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t at = 0;
    for (std::uint64_t word = 0; bytes.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & high_bits) != 0) return at;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

/// Bytes of the code point that `bytes` begins with, which goes to `code_point`; less than 1 if it is malformed.
std::ptrdiff_t decode(std::string_view bytes, utf8proc_int32_t& code_point) {
    return utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                            static_cast<utf8proc_ssize_t>(bytes.size()), &code_point);
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        at += ascii_run(bytes.substr(at));
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

std::size_t count(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

char32_t take(std::string_view& text) {
    utf8proc_int32_t code_point = 0;
    const std::ptrdiff_t length = decode(text, code_point);
    text.remove_prefix(length < 1 ? 1 : static_cast<std::size_t>(length));
    return static_cast<char32_t>(code_point);
}

}  // namespace hipaa::utf8
