// Comparing some of the checklists only.
#pragma once

#include <span>
#include <string>

#include "compare/current_ids.hpp"
#include "report/json/recorded_practice.hpp"

namespace hipaa {

/// Takes out of a practice what is of other checklists than `ids` names, as they are called now; nothing if it names none.
void keep_selected(std::span<const std::string> ids, const CurrentIds& current, RecordedPractice& practice);

}  // namespace hipaa
