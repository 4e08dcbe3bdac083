// Looking through bytes, many at a time.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace hipaa {

// Kinds of bytes. None of them branches, so that the compiler can judge many bytes at once.

constexpr bool is_ascii(char byte) { return static_cast<signed char>(byte) >= 0; }
constexpr bool is_printable_ascii(char byte) { return (static_cast<signed char>(byte) >= 0x20) & (byte != 0x7F); }

/// Offset from `at` on behind all blocks of bytes for which `is` holds. All of a block is looked at, which takes few
/// instructions.
template <auto is, std::size_t size>
constexpr std::size_t skip_blocks(std::string_view text, std::size_t at) {
    for (; text.size() - at >= size; at += size) {
        const char* const block = text.data() + at;
        unsigned char others = 0;
        for (std::size_t i = 0; i < size; ++i) others |= static_cast<unsigned char>(!is(block[i]));
        if (others != 0) break;
    }
    return at;
}

/// How many bytes at the beginning of `text` there are for which `is` holds, one of the kinds above or like them.
template <auto is>
constexpr std::size_t run_length(std::string_view text) {
    std::size_t at = skip_blocks<is, 64>(text, 0);
    at = skip_blocks<is, 16>(text, at);
    at = skip_blocks<is, 8>(text, at);
    while (at < text.size() && is(text[at])) ++at;
    return at;
}

/// Bytes at which a scan stops that meets one of them every few bytes.
class ByteSet {
public:
    /// Of a literal, all but the NUL that ends it.
    template <std::size_t size>
    constexpr explicit ByteSet(const char (&bytes)[size]) {
        for (std::size_t i = 0; i + 1 < size; ++i) holds_[static_cast<unsigned char>(bytes[i])] = true;
    }
    constexpr bool has(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

private:
    std::array<bool, 256> holds_{};
};

}  // namespace hipaa
