// Questions that nobody needs an answer to.
#pragma once

#include <set>
#include <vector>

#include "authoring/lint/lint.hpp"

namespace hipaa {

/// Every question, and field of a list, that `condition` of `checklist` reads.
void collect_read(const Condition& condition, const Library& library, const Checklist& checklist,
                  std::set<const Question*>& read);

/// Questions that no condition of any checklist reads, unless they are asked for the record.
void find_unread_questions(const Library& library, std::size_t checklist, std::vector<Suspicion>& findings);

}  // namespace hipaa
