// What an assessment is by its parts.
#include "engine/assessment.hpp"

#include <algorithm>

namespace hipaa {

Counts& Counts::operator+=(const Counts& other) {
    for (const Result result : values_of<Result>) (*this)[result] += other[result];
    return *this;
}

void apply_facts(const Practice& practice, Date today, long max_age, Assessment& assessment) {
    const Answer& covered = practice.fact(Fact::covered_entity);
    assessment.hipaa_may_not_bind = covered.known() && !std::get<bool>(std::get<Scalar>(covered.value));
    const Date* const confirmed = practice.fact(Fact::confirmed_on).date();
    assessment.stale = max_age > 0;
    if (!confirmed) return;
    assessment.age_in_days = days_between(*confirmed, today);
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
