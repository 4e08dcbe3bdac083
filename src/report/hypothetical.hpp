// What a report says at its top if answers were set that the files do not have.
#pragma once

#include <string>
#include <string_view>

#include "report/run.hpp"

namespace hipaa {

/// `title`, with HYPOTHETICAL before it if answers were set.
std::string hypothetical_title(const Run& run, std::string_view title);

/// "Checked as if these answers were in the file: a=b, c=d." Empty if none were set.
std::string hypothetical_sentence(const Run& run);

}  // namespace hipaa
