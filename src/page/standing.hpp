// How a practice or a note stands beside others.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/enums.hpp"

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

/// True for what there is something left to do about.
constexpr bool is_open(Standing standing) { return standing < Standing::accepted; }

/// What an owner reads for it.
std::string_view label(Standing standing);

/// `needs-action`, `in-place`, ...: by which a page refers to the notes that stand so.
std::string_view key_of(Standing standing);

}  // namespace hipaa
