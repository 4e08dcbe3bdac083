// How many items of a list matter.
#pragma once

#include "checklist/checklist.hpp"
#include "practice/practice.hpp"

namespace hipaa {

/// The highest limit of all tests that count items, in any checklist; of a limit that is an answer what `practice` says.
/// 0 if none counts items.
double highest_item_limit(const Library& library, const Practice& practice);

}  // namespace hipaa
