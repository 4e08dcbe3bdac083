// Running the tests of a checklist.
#include "authoring/suite/test_run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/due.hpp"
#include "page/wording.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using ExpectedOf = Expectation::Subject;

constexpr long max_age = 365;

Assessment assess_case(const TestCase& test, const Library& library) {
    const Sheet& sheet = test.practice.sheets[test.sheet];
    return assess(library, test.practice, {test.today, max_age, {sheet.checklist->id}});
}

ChecklistResult& judged(Assessment& assessment, const TestCase& test) {
    return *std::ranges::find(assessment.checklists, &test.practice.sheets[test.sheet], &ChecklistResult::sheet);
}

const ContradictionResult* find_contradiction(const ChecklistResult& checklist, std::size_t index) {
    const Contradiction* wanted = &checklist.checklist->contradictions[index];
    const auto found = std::ranges::find(checklist.contradictions, wanted, &ContradictionResult::contradiction);
    return found == checklist.contradictions.end() ? nullptr : &*found;
}

Result result_of(const Expectation& expectation, const ChecklistResult& checklist) {
    switch (expectation.subject) {
        case ExpectedOf::note:
            return checklist.notes[expectation.index].result;
        case ExpectedOf::check:
            return checklist.notes[expectation.index].checks[expectation.check].result;
        case ExpectedOf::caveat:
            return checklist.caveats[expectation.index].result;
        case ExpectedOf::checklist:
        case ExpectedOf::contradiction:
        case ExpectedOf::deadline:
            break;
    }
    return checklist.result;
}

const Deadline& deadline_of(const Expectation& expectation, const CaseOutcome& found) {
    return found.checklist.checklist->deadlines[expectation.index];
}

std::string due_words(std::optional<Date> day) { return day ? "due on " + iso(*day) : "due on no day"; }

/// What came out other than expected: "is pass".
std::string got(const Expectation& expectation, const CaseOutcome& found) {
    if (expectation.subject == ExpectedOf::contradiction) return expectation.holds ? "is not" : "is";
    if (expectation.subject == ExpectedOf::deadline)
        return "is " + due_words(found.day_of(deadline_of(expectation, found)));
    return fmt::format("is {}", expectation.applies ? name_of(found.checklist.caveats[expectation.index].applies)
                                                    : name_of(result_of(expectation, found.checklist)));
}

bool holds(const Expectation& expectation, const CaseOutcome& found) {
    const ChecklistResult& checklist = found.checklist;
    if (expectation.subject == ExpectedOf::deadline)
        return found.day_of(deadline_of(expectation, found)) == expectation.due;
    if (expectation.subject == ExpectedOf::contradiction)
        return (find_contradiction(checklist, expectation.index) != nullptr) == expectation.holds;
    if (expectation.applies) return checklist.caveats[expectation.index].applies == *expectation.applies;
    return result_of(expectation, checklist) == expectation.result;
}

std::string with_lines(const std::vector<Evidence>& evidence) {
    std::string text;
    for (const Evidence& item : evidence)
        text += fmt::format("{}{} (line {})", text.empty() ? "" : "; ", show(item), item.answer->place.line);
    return text;
}

/// "spruce/paid-tier/paid is pass (spruce.yaml:281): ", with the line where the check or the like begins in `file`.
std::string head_of_reason(std::string_view id, std::string_view is, std::string_view file, Place place) {
    return fmt::format("{} is {} ({}:{}): ", id, is, file, place.line);
}

/// Where the notes of a checklist stand that it may have of another one, and all else but its questions.
std::string_view file_of_inherited(const Checklist& checklist) {
    return std::string_view(checklist.extends.empty() ? checklist.file : checklist.extended_file);
}

std::string reason_line(const CheckResult& check, std::size_t note, const ChecklistResult& result,
                        const Assessment& assessment) {
    const Checklist& checklist = *result.checklist;
    const std::string_view file =
        note < checklist.inherited_notes ? file_of_inherited(checklist) : std::string_view(checklist.file);
    std::string why =
        check.cause == Cause::requirement ? with_lines(check.evidence) : reason(check, assessment, max_age);
    if (check.cause == Cause::contradiction) why += fmt::format(" (`{}`)", check.contradiction->id);
    return head_of_reason(check.check->full_id, name_of(check.result), file, check.check->place) + why;
}

std::string contradiction_line(std::size_t index, const ChecklistResult& checklist, const TestCase& test,
                               const Library& library) {
    const Contradiction& contradiction = checklist.checklist->contradictions[index];
    const Scope scope{library, test.practice, *checklist.sheet, test.today};
    std::vector<Evidence> evidence;
    collect_evidence(contradiction.condition, evaluate(contradiction.condition, scope), scope, evidence);
    sort_unique(evidence);
    return head_of_reason(contradiction.full_id, find_contradiction(checklist, index) ? "true" : "not true",
                          file_of_inherited(*checklist.checklist), contradiction.place) +
           with_lines(evidence);
}

std::string deadline_line(const Deadline& deadline, const ChecklistResult& checklist, const TestCase& test,
                          const Library& library) {
    const Scope scope{library, test.practice, *checklist.sheet, test.today};
    std::vector<Evidence> evidence;
    if (deadline.when) {
        const AppliedWhen when(*deadline.when, scope);
        collect_evidence(*deadline.when, when.holds, when.scope, evidence);
    }
    evidence.push_back(look_up(deadline.from, scope));
    sort_unique(evidence);
    return head_of_reason(deadline.full_id, due_words(due_day(deadline, scope)),
                          file_of_inherited(*checklist.checklist), deadline.place) +
           with_lines(evidence);
}

std::vector<std::string> reasons(const Expectation& expectation, const TestCase& test, const Library& library,
                                 const ChecklistResult& checklist, const Assessment& assessment) {
    std::vector<std::string> lines;
    const auto add = [&](const CheckResult& check, std::size_t note) {
        lines.push_back(reason_line(check, note, checklist, assessment));
    };
    switch (expectation.subject) {
        case ExpectedOf::check:
            add(checklist.notes[expectation.index].checks[expectation.check], expectation.index);
            break;
        case ExpectedOf::note:
            for (const CheckResult& check : checklist.notes[expectation.index].checks) add(check, expectation.index);
            break;
        case ExpectedOf::caveat: {
            const CaveatResult& caveat = checklist.caveats[expectation.index];
            lines.push_back(head_of_reason(caveat.caveat->full_id,
                                           expectation.applies ? name_of(caveat.applies) : name_of(caveat.result),
                                           file_of_inherited(*checklist.checklist), caveat.caveat->place) +
                            with_lines(caveat.evidence));
            break;
        }
        case ExpectedOf::checklist:
            for (std::size_t i = 0; i < checklist.notes.size(); ++i)
                for (const CheckResult& check : checklist.notes[i].checks)
                    if (check.result == checklist.result) add(check, i);
            break;
        case ExpectedOf::contradiction:
            lines.push_back(contradiction_line(expectation.index, checklist, test, library));
            break;
        case ExpectedOf::deadline:
            lines.push_back(deadline_line(checklist.checklist->deadlines[expectation.index], checklist, test, library));
            break;
    }
    return lines;
}

}  // namespace

std::optional<Date> CaseOutcome::day_of(const Deadline& deadline) const {
    const auto is_it = [id = checklist.sheet->id_of(deadline.full_id)](const Due& one) {
        return one.kind == DueKind::deadline && one.id == id;
    };
    const auto found = std::ranges::find_if(due, is_it);
    return found == due.end() ? std::nullopt : std::optional(found->date);
}

std::vector<Mismatch> mismatches(const TestCase& test, const Library& library) {
    Assessment assessment = assess_case(test, library);
    const CaseOutcome found{judged(assessment, test), assessment.due};
    std::vector<Mismatch> mismatches;
    for (const Expectation& expectation : test.expectations)
        if (!holds(expectation, found))
            mismatches.push_back({&test, &expectation, got(expectation, found),
                                  reasons(expectation, test, library, found.checklist, assessment)});
    return mismatches;
}

CaseOutcome outcome_of(const TestCase& test, const Library& library) {
    Assessment assessment = assess_case(test, library);
    return {std::move(judged(assessment, test)), std::move(assessment.due)};
}

bool is_as_expected(const TestCase& test, const Library& library) {
    const CaseOutcome found = outcome_of(test, library);
    return std::ranges::all_of(test.expectations,
                               [&](const Expectation& expectation) { return holds(expectation, found); });
}

std::string sentence(const Mismatch& mismatch) {
    const Expectation& expected = *mismatch.expectation;
    if (expected.subject == ExpectedOf::contradiction)
        return expected.holds ? fmt::format("the case {} expects the contradiction `{}`, but it is not there",
                                            yaml::quote(mismatch.test->name), expected.id)
                              : fmt::format(
                                    "in the case {} the contradiction `{}` is true; name it under "
                                    "`contradictions` if that is meant",
                                    yaml::quote(mismatch.test->name), expected.id);
    const std::string wanted = expected.subject == ExpectedOf::deadline ? due_words(expected.due)
                               : expected.applies                       ? std::string(name_of(*expected.applies))
                                                                        : std::string(name_of(expected.result));
    return fmt::format("the case {} expects `{}` to be {}, but it {}", yaml::quote(mismatch.test->name), expected.id,
                       wanted, mismatch.got);
}

}  // namespace hipaa
