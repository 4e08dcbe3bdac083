// Running the tests of a checklist.
#include "authoring/test_run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/wording.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using Subject = Expectation::Subject;

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
        case Subject::note:
            return checklist.notes[expectation.index].result;
        case Subject::check:
            return checklist.notes[expectation.index].checks[expectation.check].result;
        case Subject::caveat:
            return checklist.caveats[expectation.index].result;
        case Subject::checklist:
        case Subject::contradiction:
            break;
    }
    return checklist.result;
}

bool holds(const Expectation& expectation, const ChecklistResult& checklist) {
    if (expectation.subject == Subject::contradiction)
        return (find_contradiction(checklist, expectation.index) != nullptr) == expectation.holds;
    return result_of(expectation, checklist) == expectation.result;
}

std::string with_lines(const std::vector<Evidence>& evidence) {
    std::string text;
    for (const Evidence& item : evidence)
        text += fmt::format("{}{} (line {})", text.empty() ? "" : "; ", show(item), item.answer->place.line);
    return text;
}

std::string reason_line(const CheckResult& check, const Assessment& assessment) {
    std::string why =
        check.cause == Cause::requirement ? with_lines(check.evidence) : reason(check, assessment, max_age);
    if (check.cause == Cause::contradiction) why += fmt::format(" (`{}`)", check.contradiction->id);
    return fmt::format("{} is {}: {}", check.check->full_id, name_of(check.result), why);
}

std::vector<std::string> reasons(const Expectation& expectation, const ChecklistResult& checklist,
                                 const Assessment& assessment) {
    std::vector<std::string> lines;
    switch (expectation.subject) {
        case Subject::check:
            lines.push_back(reason_line(checklist.notes[expectation.index].checks[expectation.check], assessment));
            break;
        case Subject::note:
            for (const CheckResult& check : checklist.notes[expectation.index].checks)
                lines.push_back(reason_line(check, assessment));
            break;
        case Subject::caveat:
            lines.push_back(fmt::format("{} is {}: {}", checklist.caveats[expectation.index].caveat->full_id,
                                        name_of(checklist.caveats[expectation.index].result),
                                        with_lines(checklist.caveats[expectation.index].evidence)));
            break;
        case Subject::checklist:
            for (const NoteResult& note : checklist.notes)
                if (note.result == checklist.result)
                    for (const CheckResult& check : note.checks)
                        if (check.result == note.result) lines.push_back(reason_line(check, assessment));
            break;
        case Subject::contradiction:
            if (const auto* found = find_contradiction(checklist, expectation.index))
                lines.push_back(fmt::format("{}: {}", found->contradiction->full_id, with_lines(found->evidence)));
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
        std::string got = expectation.subject == Subject::contradiction
                              ? (expectation.holds ? "is not" : "is")
                              : fmt::format("is {}", name_of(result_of(expectation, checklist)));
        found.push_back({&test, &expectation, std::move(got), reasons(expectation, checklist, assessment)});
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
    if (expected.subject == Subject::contradiction)
        return expected.holds ? fmt::format("the case {} expects the contradiction `{}`, but it is not there",
                                            yaml::quote(mismatch.test->name), expected.id)
                              : fmt::format(
                                    "in the case {} the contradiction `{}` is true; name it under "
                                    "`contradictions` if that is meant",
                                    yaml::quote(mismatch.test->name), expected.id);
    return fmt::format("the case {} expects `{}` to be {}, but it {}", yaml::quote(mismatch.test->name), expected.id,
                       name_of(expected.result), mismatch.got);
}

}  // namespace hipaa
