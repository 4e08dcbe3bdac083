// Numbers in words.
#pragma once

#include <optional>
#include <string_view>

namespace hipaa {

/// The number that `said` names: `two`, `about twenty one`, `one hundred and five clients`, `12 thousand`. It is made of
/// small letters and digits, with a blank between words. Nothing if it names no number, several, or one with a word that is
/// not known here (`two dozen`).
std::optional<double> number_in_words(std::string_view said);

}  // namespace hipaa
