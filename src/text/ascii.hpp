// Letters and digits of ASCII, whatever the locale.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital_letter(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_small_letter(c) || is_capital_letter(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

constexpr char small_letter(char c) { return is_capital_letter(c) ? static_cast<char>(c | 0x20) : c; }
constexpr char capital_letter(char c) { return is_small_letter(c) ? static_cast<char>(c & ~0x20) : c; }

inline std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = small_letter(c);
    return small;
}

}  // namespace hipaa
