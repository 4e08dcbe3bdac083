// Dates on which somebody may have been born.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "privacy/patterns.hpp"

namespace hipaa {

/// A date as it stands in a line.
struct WrittenDate {
    Stretch stretch;
    int year = 0;            // 0 if it has two digits
    bool as_answer = false;  // YYYY-MM-DD
};

/// The date to which the number at `at` belongs, in digits or with the name of a month.
std::optional<WrittenDate> written_date(std::string_view line, std::size_t at);

/// True if words such as "born" stand near to it; or if it is in a form that no answer has, in a comment or other text of
/// a person's own, and of a year in which no practice began to use what is asked about.
bool is_birth_date(std::string_view line, const WrittenDate& date);

}  // namespace hipaa
