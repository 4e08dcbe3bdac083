// Running the tests of a checklist.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "authoring/suite/test_suite.hpp"

namespace hipaa {

/// Something that came out other than a case expects. Refers to the case.
struct Mismatch {
    const TestCase* test;
    const Expectation* expectation;
    std::string got;                   // "is pass"
    std::vector<std::string> reasons;  // "spruce/paid-tier/paid is pass: `plan.tier` is free (line 12)", a line each
};

struct CaseOutcome {
    ChecklistResult checklist;
    std::vector<Due> due;

    /// The day on which the deadline falls due, if it does.
    std::optional<Date> day_of(const Deadline& deadline) const;
};

/// What comes out of `test`; the result refers to it and to the library.
CaseOutcome outcome_of(const TestCase& test, const Library& library);

std::vector<Mismatch> mismatches(const TestCase& test, const Library& library);

/// True if everything came out as `test` expects: as `mismatches`, but without saying why.
bool is_as_expected(const TestCase& test, const Library& library);

/// "the case `...` expects `paid-tier/paid` to be fail, but it is pass".
std::string sentence(const Mismatch& mismatch);

}  // namespace hipaa
