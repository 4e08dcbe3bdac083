// Numbers in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hipaa {

struct NumberInWords {
    double number = 0;
    std::string others;  // the words before it, and those behind it
};

/// The number that `said` names: `two`, `about twenty one`, `one hundred and five clients`, `12 thousand`. It is made of
/// small letters and digits, with a blank between words. Nothing if it names no number, several, or one that a word makes
/// another one of (`two dozen`, `more than 5`).
std::optional<NumberInWords> number_in_words(std::string_view said);

}  // namespace hipaa
