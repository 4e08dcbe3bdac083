// What falls due in a practice, and when.
#pragma once

#include <optional>
#include <vector>

#include "engine/assess.hpp"
#include "engine/scope.hpp"

namespace hipaa {

/// Everything that falls due, the earliest first, overdue or not: the answers' next confirmation, decisions to go over
/// again, deadlines of the checklists that were assessed, and the checklists' own reviews. No two are of one kind and id.
/// Answers that nobody ever confirmed are overdue today.
std::vector<Due> due_in(const Library& library, const Practice& practice, const AssessmentSettings& settings,
                        const Assessment& assessment);

/// The day on which `deadline` falls due, if its `when` holds and it is known from which day it counts.
std::optional<Date> due_day(const Deadline& deadline, const Scope& scope);

/// The first of `dues` that is to come.
std::optional<Due> next_due_in(const std::vector<Due>& dues);

/// Those of `dues` that are overdue: deadlines, then decisions, then reviews of checklists, each the earliest first. Answers
/// that are too old are not among them: a report has the whole list of what they leave open.
std::vector<Due> overdue_in(const std::vector<Due>& dues);

}  // namespace hipaa
