// The assessment of one practice.
#include "engine/assess.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

#include <fmt/format.h>

#include "engine/decisions.hpp"
#include "engine/due.hpp"
#include "engine/ignored_answers.hpp"
#include "engine/shortfall.hpp"

namespace hipaa {
namespace {

/// A condition that may be missing, and then holds.
struct When {
    When(const std::optional<Condition>& when, const Scope& scope) : condition(when ? &*when : nullptr) {
        if (when) applied.emplace(*when, scope);
    }

    Truth holds() const { return applied ? applied->holds : Truth::yes; }

    const Condition* condition;
    std::optional<AppliedWhen> applied;
};

/// Several conditions that must all hold.
using Whens = std::initializer_list<When>;

Truth all_hold(const Whens& whens) {
    Truth result = Truth::yes;
    for (const When& when : whens) result = both(result, when.holds());
    return result;
}

void collect_deciding(const Whens& whens, Truth whole, std::vector<Evidence>& evidence) {
    for (const When& when : whens)
        if (when.condition && when.holds() == whole)
            collect_evidence(*when.condition, whole, when.applied->scope, evidence);
    sort_unique(evidence);
}

CheckResult assess_check(const Check& check, const Whens& whens, const Scope& scope) {
    CheckResult outcome;
    outcome.check = &check;
    outcome.evidence.reserve(2);  // few have more
    const Truth applies = all_hold(whens);
    if (applies != Truth::yes) {
        outcome.cause = Cause::when;
        outcome.result = applies == Truth::no ? Result::not_applicable : Result::unknown;
        collect_deciding(whens, applies, outcome.evidence);
        return outcome;
    }
    const Truth met = evaluate(check.require, scope);
    outcome.result = met == Truth::yes ? Result::pass : met == Truth::no ? unmet[check.otherwise] : Result::unknown;
    collect_evidence(check.require, met, scope, outcome.evidence);
    sort_unique(outcome.evidence);
    if (met != Truth::no) return outcome;
    outcome.shortfalls = shortfalls_of(check.require, scope);
    for (const CheckCase& one : check.cases) {
        if (outcome.check_case || evaluate(one.when, scope) != Truth::yes) continue;
        outcome.check_case = &one;
    }
    return outcome;
}

ChecklistResult assess_checklist(const Checklist& checklist, const Sheet& sheet, const Scope& scope) {
    ChecklistResult outcome;
    outcome.checklist = &checklist;
    outcome.sheet = &sheet;
    const When checklist_when(checklist.when, scope);
    outcome.notes.reserve(checklist.notes.size());
    for (const Note& note : checklist.notes) {
        NoteResult& result = outcome.notes.emplace_back();
        result.note = &note;
        result.checks.reserve(note.checks.size());
        const When note_when(note.when, scope);
        for (const Check& check : note.checks)
            result.checks.push_back(assess_check(check, {checklist_when, note_when, When(check.when, scope)}, scope));
    }
    for (const Caveat& caveat : checklist.caveats) {
        CaveatResult& result = outcome.caveats.emplace_back();
        result.caveat = &caveat;
        const Whens whens{checklist_when, When(caveat.when, scope)};
        result.applies = all_hold(whens);
        collect_deciding(whens, result.applies, result.evidence);
        if (caveat.deal_breaker)
            result.result = result.applies == Truth::yes       ? Result::fail
                            : result.applies == Truth::unknown ? Result::unknown
                                                               : Result::not_applicable;
    }
    for (const Contradiction& contradiction : checklist.contradictions) {
        if (evaluate(contradiction.condition, scope) != Truth::yes) continue;
        ContradictionResult& result = outcome.contradictions.emplace_back();
        result.contradiction = &contradiction;
        collect_evidence(contradiction.condition, Truth::yes, scope, result.evidence);
        sort_unique(result.evidence);
    }
    return outcome;
}

/// A note that contradicting answers affect is at best unknown: what takes it out may be the answer that is wrong. A
/// decision does not change that, so it counts as unused.
void apply_contradictions(ChecklistResult& checklist, std::vector<Remark>& remarks) {
    std::set<const Decision*> unused;
    for (const ContradictionResult& found : checklist.contradictions) {
        for (const std::size_t affected : found.contradiction->affects) {
            for (CheckResult& check : checklist.notes[affected].checks) {
                if (check.result >= Result::unknown) continue;
                check.result = Result::unknown;
                check.cause = Cause::contradiction;
                check.contradiction = found.contradiction;
                check.evidence = found.evidence;
                check.shortfalls.clear();
                if (check.decision && unused.insert(check.decision).second)
                    remarks.push_back({RemarkKind::decision_unused,
                                       fmt::format("the decision on `{}` is not used: the answers behind what it "
                                                   "accepts contradict each other",
                                                   check.decision->accepts),
                                       check.decision->place});
                check.decision = nullptr;
            }
        }
    }
}

/// An old no is still a no; an old yes, and an old "does not apply", prove nothing.
void apply_staleness(const Evidence& confirmed_on, ChecklistResult& checklist) {
    for (NoteResult& note : checklist.notes) {
        for (CheckResult& check : note.checks) {
            if (check.result != Result::pass && check.result != Result::not_applicable) continue;
            check.result = Result::unknown;
            check.cause = Cause::stale;
            check.evidence = {confirmed_on};
        }
    }
    for (CaveatResult& caveat : checklist.caveats) {
        if (!caveat.caveat->deal_breaker || caveat.result != Result::not_applicable) continue;
        caveat.applies = Truth::unknown;
        caveat.result = Result::unknown;
        caveat.cause = Cause::stale;
        caveat.evidence = {confirmed_on};
    }
}

Evidence fact_evidence(const Practice& practice, Fact fact) {
    const auto index = static_cast<std::size_t>(fact);
    return {"", nullptr, 0, &practice.facts.group->questions[index], &practice.facts.answers[index]};
}

void remark_on_future(const Practice& practice, Date today, Assessment& assessment) {
    const Answer& confirmed = practice.fact(Fact::confirmed_on);
    const Date* const date = confirmed.date();
    if (date && *date > today)
        assessment.remarks.push_back(
            {RemarkKind::answers_from_future,
             fmt::format("the answers were confirmed on {}, after the day that counts as today ({})", iso(*date),
                         iso(today)),
             confirmed.place});
}

/// Of each field of a list in turn the items that do not have its key.
void note_assumed_fields(const Sheet& sheet, const Question& list, const std::vector<Record>& items,
                         Assessment& assessment) {
    for (std::size_t field = 0; field < list.fields.size(); ++field)
        for (std::size_t item = 0; item < items.size(); ++item)
            if (const Answer& answer = items[item].answers[field]; answer.state == AnswerState::assumed)
                assessment.assumed.push_back(
                    {sheet.about, &list, item, &list.fields[field], &answer, code_of(list, items[item])});
}

void note_assumed(const Sheet& sheet, Assessment& assessment) {
    for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
        const Answer& answer = sheet.answers[i];
        const Question& question = sheet.group->questions[i];
        if (answer.state == AnswerState::assumed)
            assessment.assumed.push_back({sheet.about, nullptr, 0, &question, &answer});
        else if (const auto* items = answer.records()) note_assumed_fields(sheet, question, *items, assessment);
    }
}

void note_product_gaps(const Practice& practice, Assessment& assessment) {
    for (const NotChecked& gap : practice.not_checked) {
        assessment.not_checked.push_back(gap);
        assessment.remarks.push_back(
            {RemarkKind::product_not_checked, fmt::format("`{}` was not checked: {}", gap.key, gap.reason), gap.place});
    }
}

void note_changed_names(const Practice& practice, Assessment& assessment) {
    for (const Renamed& name : practice.renamed)
        assessment.remarks.push_back({RemarkKind::name_changed,
                                      fmt::format("`{}` is now called `{}`; write that", name.old, name.now),
                                      name.place});
}

void note_replacement(std::string_view id, std::string_view file, std::string_view replaced, Place place,
                      Assessment& assessment) {
    if (replaced.empty()) return;
    assessment.remarks.push_back(
        {RemarkKind::checklist_replaced,
         fmt::format("the checklist {} is the one from {}; it replaces the one from {}", id, file, replaced), place});
}

void note_extension(const Sheet& sheet, Assessment& assessment) {
    const Checklist& checklist = *sheet.checklist;
    if (checklist.extends.empty()) return;
    note_replacement(checklist.extends, checklist.extended_file, checklist.extended_replaces, sheet.place, assessment);
    assessment.remarks.push_back({RemarkKind::checklist_replaced,
                                  fmt::format("the checklist {} from {} extends {} and takes its place", checklist.id,
                                              checklist.file, checklist.extends),
                                  sheet.place});
    for (const NoteOff& off : checklist.off)
        assessment.remarks.push_back({RemarkKind::note_off,
                                      fmt::format("the note {} (\"{}\") is left out by the checklist {}: {}",
                                                  off.full_id, off.title, checklist.id, off.because),
                                      sheet.place});
}

void assess_sheets(const Library& library, const Practice& practice, const AssessmentSettings& settings,
                   Assessment& assessment) {
    for (const Sheet& sheet : practice.sheets) {
        const Checklist& checklist = *sheet.checklist;
        if (!settings.selects(checklist)) {
            assessment.not_checked.push_back(
                {sheet.about, fmt::format("the checklist {} was not selected with --checklist", checklist.id),
                 sheet.place});
            continue;
        }
        note_replacement(checklist.id, checklist.file, checklist.replaces, sheet.place, assessment);
        note_extension(sheet, assessment);
        const bool repeated = !assessment.checklists.empty() && assessment.checklists.back().checklist == &checklist;
        if (!repeated && checklist.review_by && *checklist.review_by <= settings.today)
            assessment.remarks.push_back(
                {RemarkKind::checklist_due,
                 fmt::format("the checklist {} was to be reviewed by {}, so it may not say what "
                             "holds today; look for a {}",
                             checklist.id, iso(*checklist.review_by),
                             is_builtin(checklist.file) ? "newer hipaa-check" : "later version"),
                 sheet.place});
        note_assumed(sheet, assessment);
        assessment.checklists.push_back(
            assess_checklist(checklist, sheet, Scope{library, practice, sheet, settings.today}));
    }
}

}  // namespace

Assessment assess(const Library& library, const Practice& practice, const AssessmentSettings& settings) {
    Assessment assessment;
    apply_facts(practice, settings.today, settings.max_age, assessment);
    remark_on_future(practice, settings.today, assessment);
    note_product_gaps(practice, assessment);
    note_changed_names(practice, assessment);
    note_assumed(practice.facts, assessment);
    assess_sheets(library, practice, settings, assessment);
    remark_on_ignored_answers(library, practice, settings.today, assessment);
    apply_decisions(practice, settings.today, assessment);
    for (ChecklistResult& checklist : assessment.checklists) {
        apply_contradictions(checklist, assessment.remarks);
        if (assessment.stale) apply_staleness(fact_evidence(practice, Fact::confirmed_on), checklist);
    }
    sum_up(assessment);
    assessment.due = due_in(library, practice, settings, assessment);
    assessment.next_due = next_due_in(assessment.due);
    assessment.overdue = overdue_in(assessment.due);
    std::ranges::stable_sort(assessment.remarks, {}, &Remark::place);
    return assessment;
}

}  // namespace hipaa
