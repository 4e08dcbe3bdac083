// Reports as text, made of checklists and practices given inline.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "report/run.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The day that counts as today in these reports.
inline constexpr Date report_day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

struct Reported {
    std::string checklist;  // one checklist; empty: those that come with the program
    std::vector<yaml::Source> practices;
    FailOn fail_on = FailOn::unknown;
    bool every_result = false;
    bool verbose = false;

    /// The report in `format`. Throws what is wrong with the checklist.
    std::string as(std::string_view format) const;
};

/// A checklist with each kind of check, a deal-breaker and a contradiction.
extern const std::string small_checklist;
/// What the law asks for fails, a recommendation is open, the deal-breaker is in force.
extern const std::string failing_practice;
/// One thing is accepted, a recommendation fails, and a product has no checklist.
extern const std::string settled_practice;
extern const std::string contradicting_practice;
/// A mistake on line 1.
extern const std::string broken_practice;
/// No checklist applies to it.
extern const std::string unknown_practice;

/// All of these, so that every result and every other state of a practice occurs.
Reported every_kind_of_practice();

/// Checks that the whole report is the one in tests/report/expected/`name`. With HIPAA_CHECK_UPDATE_EXPECTED in the
/// environment that file is written first: read the difference before you commit it.
void check_expected(const std::string& report, const std::string& name);

}  // namespace hipaa
