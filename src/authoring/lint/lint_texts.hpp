// Numbers, titles, citations and fixes that do not look right.
#pragma once

#include <vector>

#include "authoring/lint/lint.hpp"

namespace hipaa {

void judge_texts(const Library& library, std::size_t checklist, Date today, std::vector<Suspicion>& findings);

}  // namespace hipaa
