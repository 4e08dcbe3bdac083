// How a practice or a note stands beside others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hipaa {

/// The most urgent first.
enum class Standing : std::uint8_t {
    mistakes,
    duty,
    recommendation,
    unanswered,
    nothing_checked,
    attention,
    accepted,
    in_place,
    not_applicable,
};
inline constexpr std::size_t standing_count = 9;

/// What an owner reads for it.
std::string_view label(Standing standing);

}  // namespace hipaa
