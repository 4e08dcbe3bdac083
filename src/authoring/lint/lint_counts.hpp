// Numbers of items that no list can have.
#pragma once

#include <vector>

#include "authoring/lint/lint.hpp"

namespace hipaa {

/// Each `count` with a range that no number is in.
void find_empty_ranges(const Checklist& checklist, std::vector<Suspicion>& findings);

}  // namespace hipaa
