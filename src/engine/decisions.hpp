// Documented decisions: which findings they cover, and which decisions do not count.
#pragma once

#include "engine/assessment.hpp"

namespace hipaa {

/// Longest time from a decision to its review, in days.
inline constexpr long longest_decision = 400;

/// True if a decision is to be reviewed after it was made, and not too late.
bool lasts_rightly(const Decision& decision);

/// Turns what is `fail` or `attention`, waivable and covered by a decision in force on `today` into `accepted`. Every
/// decision, or part of one, that does not count gets a remark.
void apply_decisions(const Practice& practice, Date today, Assessment& assessment);

}  // namespace hipaa
