// Numbers as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hipaa {

/// A number as it is written: digits with an optional fraction, not negative, at most 15 digits.
std::optional<double> parse_number(std::string_view text);

bool is_whole(double number);

/// A number without needless zeros: `2`, `2.5`.
std::string number_text(double number);

}  // namespace hipaa
