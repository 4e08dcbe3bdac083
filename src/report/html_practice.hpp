// One practice in HTML.
#pragma once

#include <string>

#include "report/compose.hpp"
#include "report/html_page.hpp"

namespace hipaa {

/// How a practice is written in HTML: everything is there, and notes are closed until somebody opens them.
inline constexpr Composition html_composition{true, true};

/// An article whose elements have ids that begin with `prefix`. `content` is the outline of what was assessed, if
/// something was.
std::string html_practice(const PracticeReport& report, const Run& run, const Outline& content,
                          const std::string& prefix, int top_level);

}  // namespace hipaa
