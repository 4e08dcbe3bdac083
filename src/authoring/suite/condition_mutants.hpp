// One condition changed in every small way.
#pragma once

#include <string>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

struct ConditionMutant {
    Place place;
    std::string what;
    Condition* slot;  // in the condition: what is to be replaced
    Condition replacement;
};

std::vector<ConditionMutant> condition_mutants(Condition& condition, const Library& library,
                                               const Checklist& checklist);

}  // namespace hipaa
