// Changes in words, as pages.
#pragma once

#include <set>
#include <string>

#include "compare/report/change_report.hpp"
#include "page/page.hpp"

namespace hipaa {

/// What was compared, and what it comes to.
page::Page compose_comparison(const Comparison& comparison, const ChangeTotals& totals);

/// One practice; empty if nothing is to be said of it. `several`: there are others, so it gets a heading.
page::Page compose_changes(const PracticeChanges& practice, bool several);

/// "2 points opened, 1 is in order now."
std::string counts_in_words(const ChangeTotals& totals);

/// What a reader has to know of lacked checklists, as clauses; none if nothing is lacked.
std::vector<std::string> in_words(const LackedChecklists& lacked);

/// What stands under all of it.
page::Page compose_change_closing(const ChangeTotals& totals);

/// Why a result differs, as clauses: "you changed `plan.tier` from free to basic".
std::vector<page::Line> reasons_of(const Change& change);

/// JSON on one line as a person would write it: yes, 2026-01-31, care_team, clients, not answered.
std::string plain_value(std::string_view json);

}  // namespace hipaa
