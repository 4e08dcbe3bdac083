// A position in a file, as people and editors count it.
#pragma once

#include <compare>
#include <cstdint>

namespace hipaa {

/// Line and column count from 1; columns count Unicode code points, a byte order mark not counted.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend constexpr auto operator<=>(Place, Place) = default;
};

}  // namespace hipaa
