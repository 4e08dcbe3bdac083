// Tables of conditions, answers, and what must come out.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {

struct ConditionRow {
    std::string condition;
    std::string answers;
    std::string expected;
};

inline void check_conditions(const std::vector<ConditionRow>& rows) {
    for (const ConditionRow& row : rows) {
        CAPTURE(row.condition);
        CAPTURE(row.answers);
        CHECK(try_condition(row.condition, row.answers) == row.expected);
    }
}

}  // namespace hipaa::testing
