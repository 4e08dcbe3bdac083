// A timeline as a picture.
#pragma once

#include <string>
#include <vector>

#include "compare/report/timeline.hpp"

namespace hipaa {

/// SVG in HTML: a bar for each report, as high as what was open. Its numbers stand in the table beside it.
std::string timeline_picture(const std::vector<TimelineReport>& reports);

}  // namespace hipaa
