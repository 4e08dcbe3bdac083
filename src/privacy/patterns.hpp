// What client data looks like: recognizers that look at one line, around the digit or sign that starts them. Each looks at
// a bounded stretch of it, so that a scan takes time in proportion to the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hipaa {

/// A part of a line.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// `at`: the first digit of a number.

std::optional<Stretch> telephone_number(std::string_view line, std::size_t at);
std::optional<Stretch> social_security_number(std::string_view line, std::size_t at);
/// A number that says of itself that it is one of a chart, a member or the like.
std::optional<Stretch> record_number(std::string_view line, std::size_t at);
/// Of the American kind: the number of a house, a name, and a word such as Street.
std::optional<Stretch> street_address(std::string_view line, std::size_t at);

/// `at`: of an `@`.
std::optional<Stretch> email_address(std::string_view line, std::size_t at);

}  // namespace hipaa
