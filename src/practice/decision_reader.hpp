// Reading the documented decisions of a practice.
#pragma once

#include <array>
#include <vector>

#include "practice/practice.hpp"
#include "yaml/document.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

inline constexpr std::array<yaml::KeyRow, 6> decision_keys{{
    {"accepts", yaml::Need::required, "finding", "The id of the check, or of the note, that is accepted as it is"},
    {"because", yaml::Need::required, "text", "Why it is accepted"},
    {"instead", yaml::Need::optional, "text", "What is done instead"},
    {"by", yaml::Need::required, "text", "Who decided: a role, not a name"},
    {"decided_on", yaml::Need::required, "date", "The day of the decision"},
    {"review_by", yaml::Need::required, "date", "The day by which to look at it again, at most 400 days later"},
}};

/// The decisions under the key `decisions`, each resolved to what it accepts. `practice` has its sheets already.
std::vector<Decision> read_decisions(const yaml::Entry& decisions, const Library& library, const Practice& practice,
                                     yaml::Problems& problems);

}  // namespace hipaa
