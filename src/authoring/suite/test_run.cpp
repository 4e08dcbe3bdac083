// Running the tests of a checklist.
#include "authoring/suite/test_run.hpp"

#include <algorithm>

#include <fmt/format.h>

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
            break;
    }
    return checklist.result;
}

/// What came out, as a case says it.
std::string_view found_word(const Expectation& expectation, const ChecklistResult& checklist) {
    return expectation.applies ? name_of(checklist.caveats[expectation.index].applies)
                               : name_of(result_of(expectation, checklist));
}

bool holds(const Expectation& expectation, const ChecklistResult& checklist) {
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

/// "spruce/paid-tier/paid is pass (spruce.yaml:281): ", with the line where the check or the like begins.
std::string head_of_reason(std::string_view id, std::string_view is, const ChecklistResult& checklist, Place place) {
    return fmt::format("{} is {} ({}:{}): ", id, is, checklist.checklist->file, place.line);
}

std::string reason_line(const CheckResult& check, const ChecklistResult& checklist, const Assessment& assessment) {
    std::string why =
        check.cause == Cause::requirement ? with_lines(check.evidence) : reason(check, assessment, max_age);
    if (check.cause == Cause::contradiction) why += fmt::format(" (`{}`)", check.contradiction->id);
    return head_of_reason(check.check->full_id, name_of(check.result), checklist, check.check->place) + why;
}

std::string contradiction_line(std::size_t index, const ChecklistResult& checklist, const TestCase& test,
                               const Library& library) {
    const Contradiction& contradiction = checklist.checklist->contradictions[index];
    const Scope scope{library, test.practice, *checklist.sheet, test.today};
    std::vector<Evidence> evidence;
    collect_evidence(contradiction.condition, evaluate(contradiction.condition, scope), scope, evidence);
    sort_unique(evidence);
    return head_of_reason(contradiction.full_id, find_contradiction(checklist, index) ? "true" : "not true", checklist,
                          contradiction.place) +
           with_lines(evidence);
}

std::vector<std::string> reasons(const Expectation& expectation, const TestCase& test, const Library& library,
                                 const ChecklistResult& checklist, const Assessment& assessment) {
    std::vector<std::string> lines;
    const auto add = [&](const CheckResult& check) { lines.push_back(reason_line(check, checklist, assessment)); };
    switch (expectation.subject) {
        case ExpectedOf::check:
            add(checklist.notes[expectation.index].checks[expectation.check]);
            break;
        case ExpectedOf::note:
            for (const CheckResult& check : checklist.notes[expectation.index].checks) add(check);
            break;
        case ExpectedOf::caveat: {
            const CaveatResult& caveat = checklist.caveats[expectation.index];
            lines.push_back(head_of_reason(caveat.caveat->full_id,
                                           expectation.applies ? name_of(caveat.applies) : name_of(caveat.result),
                                           checklist, caveat.caveat->place) +
                            with_lines(caveat.evidence));
            break;
        }
        case ExpectedOf::checklist:
            for (const NoteResult& note : checklist.notes)
                for (const CheckResult& check : note.checks)
                    if (check.result == checklist.result) add(check);
            break;
        case ExpectedOf::contradiction:
            lines.push_back(contradiction_line(expectation.index, checklist, test, library));
            break;
    }
    return lines;
}

}  // namespace

std::vector<Mismatch> mismatches(const TestCase& test, const Library& library) {
    Assessment assessment = assess_case(test, library);
    const ChecklistResult& checklist = judged(assessment, test);
    std::vector<Mismatch> found;
    for (const Expectation& expectation : test.expectations) {
        if (holds(expectation, checklist)) continue;
        std::string got = expectation.subject == ExpectedOf::contradiction
                              ? (expectation.holds ? "is not" : "is")
                              : fmt::format("is {}", found_word(expectation, checklist));
        found.push_back(
            {&test, &expectation, std::move(got), reasons(expectation, test, library, checklist, assessment)});
    }
    return found;
}

ChecklistResult outcome_of(const TestCase& test, const Library& library) {
    Assessment assessment = assess_case(test, library);
    return std::move(judged(assessment, test));
}

bool is_as_expected(const TestCase& test, const Library& library) {
    const ChecklistResult checklist = outcome_of(test, library);
    return std::ranges::all_of(test.expectations,
                               [&](const Expectation& expectation) { return holds(expectation, checklist); });
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
    return fmt::format("the case {} expects `{}` to be {}, but it {}", yaml::quote(mismatch.test->name), expected.id,
                       expected.applies ? name_of(*expected.applies) : name_of(expected.result), mismatch.got);
}

}  // namespace hipaa
