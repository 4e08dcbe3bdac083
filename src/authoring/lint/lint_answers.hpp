// Conditions that no answers can make true, or false.
#pragma once

#include <vector>

#include "authoring/lint/lint.hpp"

namespace hipaa {

void judge_answers(const Library& library, std::size_t checklist, Date today, std::vector<Suspicion>& findings);

}  // namespace hipaa
