// Practice files in all the ways that people write them, at random. The same seed gives the same files everywhere.
#pragma once

#include <string>

#include "yaml/mutants.hpp"

namespace hipaa::testing {

/// Groups on lines and in braces, lists, all indentations, comments, empty lines, CRLF, byte order marks, keys without a
/// value. Each comment begins with `#`, which nothing else holds, and its number.
std::string random_practice(yaml::Random& random);

}  // namespace hipaa::testing
