// Finding what falls due.
#include "engine/due.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "engine/decisions.hpp"
#include "engine/evaluate.hpp"

namespace hipaa {
namespace {

using std::chrono::days;

/// `count` days after `date`, or the last day that can be written.
Date later(Date date, long count) {
    constexpr Date last = std::chrono::sys_days(std::chrono::year(9999) / std::chrono::December / 31);
    return std::min(date + days(count), last);
}

Date end_of_year(Date date) {
    return std::chrono::sys_days(std::chrono::year_month_day(date).year() / std::chrono::December / 31);
}

void add_confirmation(const Practice& practice, const AssessmentSettings& settings, std::vector<Due>& dues) {
    if (settings.max_age == 0) return;
    const Date* confirmed = practice.fact(Fact::confirmed_on).date();
    if (confirmed)
        dues.push_back({later(*confirmed, settings.max_age), DueKind::confirmation, "confirmed_on",
                        "Check that all answers are still true, and set `confirmed_on` to that day."});
    else
        dues.push_back({settings.today, DueKind::confirmation, "confirmed_on",
                        "Check that all answers are true, and set `confirmed_on` to that day. Nobody has confirmed "
                        "them yet.",
                        true});
}

Due again(const Decision& decision) {
    return {decision.review_by, DueKind::decision, decision.accepts,
            fmt::format("Decide again about `{}`: {}.", decision.accepts, decision.note->title)};
}

void add_decisions(const Assessment& assessment, std::vector<Due>& dues) {
    std::vector<const Decision*> seen;
    for (const ChecklistResult& checklist : assessment.checklists)
        for (const NoteResult& note : checklist.notes)
            for (const CheckResult& check : note.checks) {
                if (!check.decision || std::ranges::find(seen, check.decision) != seen.end()) continue;
                seen.push_back(check.decision);
                dues.push_back(again(*check.decision));
            }
}

bool is_left_open(Result result) { return result == Result::fail || result == Result::attention; }
bool is_unmet(Result result) { return is_left_open(result) || result == Result::accepted; }

/// True if a check that `decision` could accept has a result of this kind.
bool is_wanted(const Decision& decision, const Practice& practice, const Assessment& assessment,
               bool (*is_of_kind)(Result)) {
    if (decision.sheet == Decision::no_sheet) return false;
    const auto could_accept = [&](const CheckResult& check) {
        return check.check->waivable && (!decision.check || decision.check == check.check) && is_of_kind(check.result);
    };
    for (const ChecklistResult& checklist : assessment.checklists) {
        if (checklist.sheet != &practice.sheets[decision.sheet]) continue;
        for (const NoteResult& note : checklist.notes)
            if (note.note == decision.note) return std::ranges::any_of(note.checks, could_accept);
    }
    return false;
}

std::vector<Due>::iterator find_decision(std::vector<Due>& dues, const Decision& decision) {
    return std::ranges::find_if(
        dues, [&](const Due& due) { return due.kind == DueKind::decision && due.id == decision.accepts; });
}

/// Decisions that no longer count, while what they accepted is open.
void add_expired_decisions(const Practice& practice, Date today, const Assessment& assessment, std::vector<Due>& dues) {
    for (const Decision& decision : practice.decisions) {
        if (decision.review_by >= today || !is_wanted(decision, practice, assessment, is_left_open)) continue;
        const auto same = find_decision(dues, decision);
        if (same == dues.end()) dues.push_back(again(decision));
        else same->date = std::max(same->date, decision.review_by);
    }
}

/// Decisions that do not count yet, while what they accept is not met. One that takes over from another without a gap puts
/// the day of that off.
void add_premature_decisions(const Practice& practice, Date today, const Assessment& assessment,
                             std::vector<Due>& dues) {
    std::vector<const Decision*> premature;
    for (const Decision& decision : practice.decisions)
        if (decision.decided_on > today && lasts_rightly(decision) &&
            is_wanted(decision, practice, assessment, is_unmet))
            premature.push_back(&decision);
    std::ranges::stable_sort(premature, {}, [](const Decision* decision) { return decision->decided_on; });
    for (const Decision* decision : premature) {
        const auto same = find_decision(dues, *decision);
        if (same == dues.end()) dues.push_back(again(*decision));
        else if (decision->decided_on <= same->date + days(1)) same->date = std::max(same->date, decision->review_by);
    }
}

/// Decisions that accept what nobody has answered, which is no reason to forget them.
void add_decisions_without_answer(const Practice& practice, Date today, const Assessment& assessment,
                                  std::vector<Due>& dues) {
    const auto is_unanswered = [](Result result) { return result == Result::unknown; };
    for (const Decision& decision : practice.decisions) {
        if (decision.decided_on > today || decision.review_by < today || !lasts_rightly(decision)) continue;
        if (find_decision(dues, decision) == dues.end() && is_wanted(decision, practice, assessment, is_unanswered))
            dues.push_back(again(decision));
    }
}

void add_deadlines(const ChecklistResult& checklist, const Scope& scope, std::vector<Due>& dues) {
    const auto& applies = checklist.checklist->when;
    if (applies && AppliedWhen(*applies, scope).holds == Truth::no) return;
    for (const Deadline& deadline : checklist.checklist->deadlines) {
        const auto day = due_day(deadline, scope);
        if (!day) continue;
        dues.push_back({*day, DueKind::deadline, checklist.sheet->id_of(deadline.full_id), std::string(deadline.text)});
    }
}

std::string look_for_later(const Checklist& checklist) {
    if (!is_builtin(checklist.file)) return fmt::format("Look for a later version of the checklist {}.", checklist.id);
    return fmt::format("Look for a newer hipaa-check (checklist {}).", checklist.id);
}

}  // namespace

std::vector<Due> due_in(const Library& library, const Practice& practice, const AssessmentSettings& settings,
                        const Assessment& assessment) {
    std::vector<Due> dues;
    add_confirmation(practice, settings, dues);
    add_decisions(assessment, dues);
    add_expired_decisions(practice, settings.today, assessment, dues);
    add_premature_decisions(practice, settings.today, assessment, dues);
    add_decisions_without_answer(practice, settings.today, assessment, dues);
    const Checklist* last = nullptr;
    for (const ChecklistResult& result : assessment.checklists) {
        add_deadlines(result, Scope{library, practice, *result.sheet, settings.today}, dues);
        const Checklist& checklist = *result.checklist;
        if (&checklist != last && checklist.review_by)
            dues.push_back({*checklist.review_by, DueKind::checklist_review, std::string(checklist.id),
                            look_for_later(checklist)});
        last = &checklist;
    }
    for (Due& due : dues) due.overdue = due.overdue || due.date < settings.today;
    std::ranges::stable_sort(dues, {}, [](const Due& due) { return std::tuple(due.date, due.kind); });
    return dues;
}

std::optional<Date> due_day(const Deadline& deadline, const Scope& scope) {
    if (deadline.when && AppliedWhen(*deadline.when, scope).holds != Truth::yes) return std::nullopt;
    const Date* from = answer_to(deadline.from, scope).date();
    if (!from) return std::nullopt;
    const Date start = deadline.end_of_year ? end_of_year(*from) : *from;
    return later(start, deadline.days);
}

std::optional<Due> next_due_in(const std::vector<Due>& dues) {
    const auto next = std::ranges::find(dues, false, &Due::overdue);
    return next == dues.end() ? std::nullopt : std::optional(*next);
}

std::vector<Due> overdue_in(const std::vector<Due>& dues) {
    std::vector<Due> overdue;
    for (const DueKind kind : {DueKind::deadline, DueKind::decision, DueKind::checklist_review})
        std::ranges::copy_if(dues, std::back_inserter(overdue),
                             [&](const Due& due) { return due.overdue && due.kind == kind; });
    return overdue;
}

}  // namespace hipaa
