// What an answer does to others, told at once.
#pragma once

#include <cstddef>
#include <string>

#include "engine/assessment.hpp"
#include "interview/asking.hpp"

namespace hipaa::interview {

/// A sentence for each contradiction.
Lines contradictions_in(const Assessment& assessment);

/// A sentence for each contradiction, and for each group of answers that count for nothing.
Lines consequences_in(const Assessment& assessment);

/// Above answers that count for nothing: `Not counted because of your answer to "Do you have a lab?"; look at this too, in
/// case it counts again:`
std::string why_not_counted(const IgnoredAnswers& ignored);

/// True for an answer that counts for nothing.
bool is_ignored(const Assessment& assessment, const Sheet& sheet, std::size_t question);

/// Those in `assessment` that were not there `before`.
Lines new_consequences(const Lines& before, const Assessment& assessment);

}  // namespace hipaa::interview
