// Tables of conditions, answers, and what must come out.
#pragma once

#include <string>
#include <vector>

namespace hipaa::testing {

struct ConditionRow {
    std::string condition;
    std::string answers;   // to the questions of the lab checklist, as the inside of a flow map
    std::string expected;  // the result of a check that requires the condition, and the answers that decided it
};

/// Each row through the readers and the engine. Keys are relative to `products.lab`: "fail: flag=false".
void check_conditions(const std::vector<ConditionRow>& rows);

}  // namespace hipaa::testing
