// Numbers as people write them.
#include "checklist/number.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace hipaa {

/// libc++ has no std::from_chars for `double`, and strtod follows the locale. The nearest number it is all the same: with
/// so few digits both terms of the fraction are exact, and a division rounds once.
std::optional<double> parse_number(std::string_view text) {
    constexpr int most_digits = 15;
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 1;
    int digits = 0;
    bool has_point = false;
    for (const char c : text) {
        if (is_digit(c) && digits < most_digits) {
            numerator = numerator * 10 + static_cast<std::uint64_t>(c - '0');
            if (has_point) denominator *= 10;
            ++digits;
        } else if (c == '.' && !has_point) {
            has_point = true;
        } else {
            return std::nullopt;
        }
    }
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

bool is_whole(double number) { return std::floor(number) == number; }

std::string number_text(double number) {
    constexpr double exact = 1e15;  // below, a whole number is written with all of its digits
    if (number >= 0 && number < exact)
        if (const auto whole = static_cast<std::uint64_t>(number); static_cast<double>(whole) == number)
            return std::to_string(whole);
    return fmt::format("{}", number);
}

}  // namespace hipaa
