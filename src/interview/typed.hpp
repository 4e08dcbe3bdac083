// Small questions about a line that somebody typed.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hipaa::interview {

/// Letter case aside.
bool is_one_of(std::string_view typed, std::initializer_list<std::string_view> words);

/// The number that `typed` is, of up to four digits.
std::optional<std::size_t> number_in(std::string_view typed);

/// `5` of `5.`, `(5)` and `#5`; anything else as it is.
std::string_view without_marks(std::string_view typed);

/// The number that `typed` is with or without such marks, if it is from 1 to `most`.
std::optional<std::size_t> number_up_to(std::size_t most, std::string_view typed);

/// With a comma for each "and" between words: "Spruce and Zoom" are two.
std::string with_commas(std::string_view typed);

/// The parts between any of the characters `between`, without blanks around them; those that show nothing are left out.
std::vector<std::string_view> split(std::string_view typed, std::string_view between);

}  // namespace hipaa::interview
