// The formats of `hipaa-check due`: what falls due in the practices of a run.
#pragma once

#include <span>

#include "report/format.hpp"

namespace hipaa {

/// In the order in which help texts name them.
std::span<const Format> due_formats();

/// Names the format of the JSON list and its version.
inline constexpr std::string_view due_format = "hipaa-check/due/1";

}  // namespace hipaa
