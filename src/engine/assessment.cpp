// Names of results, and what an assessment is by its parts.
#include "engine/assessment.hpp"

#include <algorithm>

namespace hipaa {

std::string_view name_of(Result result) {
    switch (result) {
        case Result::not_applicable:
            return "not_applicable";
        case Result::pass:
            return "pass";
        case Result::accepted:
            return "accepted";
        case Result::attention:
            return "attention";
        case Result::unknown:
            return "unknown";
        case Result::fail:
            break;
    }
    return "fail";
}

std::string_view name_of(Cause cause) {
    switch (cause) {
        case Cause::requirement:
            return "requirement";
        case Cause::when:
            return "when";
        case Cause::stale:
            return "stale";
        case Cause::contradiction:
            break;
    }
    return "contradiction";
}

std::string_view name_of(DueKind kind) {
    switch (kind) {
        case DueKind::confirmation:
            return "confirmation";
        case DueKind::decision:
            return "decision";
        case DueKind::deadline:
            return "deadline";
        case DueKind::checklist_review:
            break;
    }
    return "checklist_review";
}

Counts& Counts::operator+=(const Counts& other) {
    for (std::size_t i = 0; i < by_result.size(); ++i) by_result[i] += other.by_result[i];
    return *this;
}

void apply_facts(const Practice& practice, Date today, long max_age, Assessment& assessment) {
    const Answer& covered = practice.fact(Fact::covered_entity);
    assessment.hipaa_may_not_bind = covered.known() && !std::get<bool>(std::get<Scalar>(covered.value));
    const Answer& confirmed = practice.fact(Fact::confirmed_on);
    assessment.stale = max_age > 0;
    if (!confirmed.known()) return;
    assessment.age_in_days = days_between(std::get<Date>(std::get<Scalar>(confirmed.value)), today);
    assessment.stale = max_age > 0 && assessment.age_in_days > max_age;
}

void sum_up(Assessment& assessment) {
    for (ChecklistResult& checklist : assessment.checklists) {
        for (NoteResult& note : checklist.notes) {
            for (const CheckResult& check : note.checks) note.result = std::max(note.result, check.result);
            checklist.result = std::max(checklist.result, note.result);
            ++checklist.counts[note.result];
        }
        for (const CaveatResult& caveat : checklist.caveats)
            checklist.result = std::max(checklist.result, caveat.result);
        if (!checklist.contradictions.empty()) checklist.result = std::max(checklist.result, Result::unknown);
        assessment.result = std::max(assessment.result, checklist.result);
        assessment.counts += checklist.counts;
    }
    assessment.checked = !assessment.checklists.empty();
}

}  // namespace hipaa
