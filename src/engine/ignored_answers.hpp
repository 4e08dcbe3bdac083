// Answers that count for nothing because of another one.
#pragma once

#include "engine/assessment.hpp"

namespace hipaa {

/// Remarks on the answers that are read by checks of which none applies, and by nothing else: what stands beside
/// `in_use: no`. For each answer that keeps others from counting there is one remark, which names them all.
void remark_on_ignored_answers(const Library& library, const Practice& practice, Date today, Assessment& assessment);

}  // namespace hipaa
