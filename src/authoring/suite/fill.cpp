// What a case could expect, as it came out.
#include "authoring/suite/fill.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "authoring/suite/test_run.hpp"

namespace hipaa {

bool says_all(const TestCase& test, const Checklist& checklist) {
    const auto is_expected = [&](std::size_t note, std::size_t check) {
        return std::ranges::any_of(test.expectations, [&](const Expectation& expected) {
            using Of = Expectation::Subject;
            if (expected.index != note) return false;
            return expected.subject == Of::note || (expected.subject == Of::check && expected.check == check);
        });
    };
    for (std::size_t i = 0; i < checklist.notes.size(); ++i)
        for (std::size_t j = 0; j < checklist.notes[i].checks.size(); ++j)
            if (!is_expected(i, j)) return false;
    return true;
}

std::string expectations_of(const TestCase& test, const Library& library, const TestCase* first) {
    const CaseOutcome outcome = outcome_of(test, library);
    const ChecklistResult& found = outcome.checklist;
    const auto before = first ? std::optional(outcome_of(*first, library)) : std::nullopt;
    const std::size_t prefix = found.checklist->id.size() + 1;
    std::string text;
    const auto add = [&](std::string_view full_id, std::string_view word) {
        text += fmt::format("{}        {}: {}\n", text.empty() ? "      expect:\n" : "", full_id.substr(prefix), word);
    };
    for (std::size_t i = 0; i < found.notes.size(); ++i) {
        const NoteResult& note = found.notes[i];
        std::vector<const CheckResult*> fresh;
        for (std::size_t j = 0; j < note.checks.size(); ++j)
            if (!before || before->checklist.notes[i].checks[j].result != note.checks[j].result)
                fresh.push_back(&note.checks[j]);
        if (note.result == Result::not_applicable && !fresh.empty()) add(note.note->full_id, name_of(note.result));
        else
            for (const CheckResult* check : fresh) add(check->check->full_id, name_of(check->result));
    }
    for (std::size_t i = 0; i < found.caveats.size(); ++i) {
        const CaveatResult& caveat = found.caveats[i];
        if (!before || before->checklist.caveats[i].applies != caveat.applies)
            add(caveat.caveat->full_id, caveat.caveat->deal_breaker ? name_of(caveat.result) : name_of(caveat.applies));
    }
    std::string contradictions;
    for (const ContradictionResult& one : found.contradictions)
        contradictions += fmt::format("{}{}", contradictions.empty() ? "" : ", ", one.contradiction->id);
    if (!contradictions.empty()) text += fmt::format("      contradictions: [{}]\n", contradictions);
    std::string due;
    for (const Deadline& deadline : found.checklist->deadlines) {
        const auto day = outcome.day_of(deadline);
        if (!before || before->day_of(deadline) != day)
            due += fmt::format("{}{}: {}", due.empty() ? "" : ", ", deadline.id, day ? iso(*day) : "none");
    }
    if (!due.empty()) text += fmt::format("      due: {{{}}}\n", due);
    return text;
}

}  // namespace hipaa
