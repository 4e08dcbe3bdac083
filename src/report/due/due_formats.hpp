// The formats of `hipaa-check due`: what falls due in the practices of a run.
#pragma once

#include <memory>
#include <ostream>
#include <span>

#include "report/format.hpp"

namespace hipaa {

/// Each is defined in the file of its format.
std::unique_ptr<Writer> make_due_text(std::ostream& out, const Appearance& appearance);
std::unique_ptr<Writer> make_due_csv(std::ostream& out, const Appearance& appearance);
std::unique_ptr<Writer> make_due_json(std::ostream& out, const Appearance& appearance);
std::unique_ptr<Writer> make_due_calendar(std::ostream& out, const Appearance& appearance);

/// In the order in which help texts name them.
std::span<const Format> due_formats();

/// Names the format of the JSON list and its version.
inline constexpr std::string_view due_format = "hipaa-check/due/1";

}  // namespace hipaa
