// Reading a text with both readers of YAML, and comparing all that they make of it.
#pragma once

#include <cstdint>
#include <string>

namespace hipaa::yaml {

struct Comparison {
    enum class Outcome : std::uint8_t { not_clean, declined, same, different };
    Outcome outcome = Outcome::same;
    std::string difference;
};

/// Node by node, what `read_plain` accepts.
Comparison compare(std::string text);

/// The same for text that `read_plain` declines, as far as it is plain.
Comparison compare_with_mistakes(std::string text);

}  // namespace hipaa::yaml
