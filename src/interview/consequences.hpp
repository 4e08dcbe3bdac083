// What an answer does to others, told at once.
#pragma once

#include "engine/assessment.hpp"
#include "interview/asking.hpp"

namespace hipaa::interview {

/// A sentence for each contradiction.
Lines contradictions_in(const Assessment& assessment);

/// A sentence for each contradiction, and for each group of answers that count for nothing.
Lines consequences_in(const Assessment& assessment);

/// Those in `assessment` that were not there `before`.
Lines new_consequences(const Lines& before, const Assessment& assessment);

}  // namespace hipaa::interview
