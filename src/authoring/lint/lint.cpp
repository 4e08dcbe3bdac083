// What is legal in a checklist, but suspicious.
#include "authoring/lint/lint.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "authoring/lint/lint_answers.hpp"
#include "authoring/lint/lint_counts.hpp"
#include "authoring/lint/lint_questions.hpp"
#include "authoring/lint/lint_texts.hpp"
#include "checklist/read/taken_names.hpp"
#include "text/printable.hpp"

namespace hipaa {

namespace {

/// What a checklist has of another one that it extends is judged there.
Library with_own_part(const Library& library, std::size_t index) {
    Library own = library;
    Checklist& checklist = own.checklists[index];
    if (checklist.extends.empty()) return own;
    checklist.notes.erase(checklist.notes.begin(), checklist.notes.begin() + checklist.inherited_notes);
    checklist.also_known_as.clear();
    checklist.when.reset();
    checklist.source.reset();
    checklist.vital_stats.reset();
    checklist.definitions.clear();
    checklist.caveats.clear();
    checklist.contradictions.clear();
    checklist.deadlines.clear();
    return own;
}

/// Those of the checklist that it extends: reports name notes by their numbers.
void find_taken_numbers(const Checklist& checklist, std::vector<Suspicion>& findings) {
    const std::span notes(checklist.notes);
    const auto inherited = notes.first(checklist.inherited_notes);
    for (const Note& note : notes.subspan(checklist.inherited_notes))
        if (std::ranges::find(inherited, note.number, &Note::number) != inherited.end())
            findings.push_back({note.number_place,
                                "number_twice",
                                fmt::format("`{}` has a note {} already", checklist.extends, note.number),
                                {},
                                false});
}

/// A note of the checklist that it extends cites what it rests on there, which may be nothing.
void find_raised_without_source(const Checklist& checklist, std::vector<Suspicion>& findings) {
    for (const Note& note : std::span(checklist.notes).first(checklist.inherited_notes))
        for (const Check& check : note.checks)
            if (rests_on_law(check.basis) && note.cites.empty())
                findings.push_back({check.place,
                                    "law_without_cfr",
                                    fmt::format("the check `{}/{}` rests on {} here, but its note cites no section of "
                                                "the CFR",
                                                note.id, check.id, name_of(check.basis)),
                                    {},
                                    false});
}

bool same_answers(const Question& one, const Question& other) {
    return one.kind == other.kind && one.words == other.words && one.choices == other.choices &&
           std::is_permutation(
               one.fields.begin(), one.fields.end(), other.fields.begin(), other.fields.end(),
               [](const Question& a, const Question& b) { return a.key == b.key && same_answers(a, b); });
}

/// Questions that a practice file cannot answer beside those of another checklist whose answers live in the same place.
void find_clashes(const Library& library, std::size_t index, std::vector<Suspicion>& findings) {
    const Checklist& checklist = library.checklists[index];
    const auto clash = [&](const Question& one, const Question& theirs, const Checklist& other) -> std::string {
        if (one.key == theirs.key && !same_answers(one, theirs))
            return fmt::format(
                "the checklist `{}` has the question `{}` with other answers, and a file answers both at "
                "`{}`; rename one",
                other.id, theirs.key, checklist.group.about);
        if (is_below(one.key, theirs.key) || is_below(theirs.key, one.key))
            return fmt::format(
                "the checklist `{}` has the question `{}`, and a file cannot answer `{}` beside it at "
                "`{}`; rename one",
                other.id, theirs.key, one.key, checklist.group.about);
        return {};
    };
    for (const Checklist& other : library.checklists) {
        if (&other == &checklist || other.group.about != checklist.group.about) continue;
        for (const Question& question : std::span(checklist.group.questions).subspan(checklist.inherited_questions))
            for (const Question& theirs : other.group.questions)
                if (std::string message = clash(question, theirs, other); !message.empty())
                    findings.push_back({question.place, "question_clash", std::move(message), {}, false});
    }
}

void find_former_names(const Checklist& checklist, std::vector<Suspicion>& findings) {
    for (const FormerNameUse& use : checklist.former_names)
        findings.push_back({use.place,
                            "former_name",
                            fmt::format("`{}` is now called `{}`; write that", use.old, use.now),
                            {},
                            false});
}

}  // namespace

std::vector<Suspicion> lint_checklist(const Library& library, std::size_t checklist, Date today) {
    std::vector<Suspicion> findings;
    find_unread_questions(library, checklist, findings);
    find_taken_numbers(library.checklists[checklist], findings);
    find_raised_without_source(library.checklists[checklist], findings);
    find_former_names(library.checklists[checklist], findings);
    find_clashes(library, checklist, findings);
    const Library own = with_own_part(library, checklist);
    judge_texts(own, checklist, today, findings);
    find_empty_ranges(own.checklists[checklist], findings);
    judge_answers(own, checklist, today, findings);
    // Whatever a message repeats of a checklist goes to terminals and logs.
    for (Suspicion& finding : findings) finding.message = printable(finding.message);
    std::ranges::stable_sort(findings, {}, &Suspicion::place);
    return findings;
}

}  // namespace hipaa
