// What is legal in a checklist, but suspicious.
#include "authoring/lint/lint.hpp"

#include <algorithm>

#include "authoring/lint/lint_answers.hpp"
#include "authoring/lint/lint_counts.hpp"
#include "authoring/lint/lint_questions.hpp"
#include "authoring/lint/lint_texts.hpp"

namespace hipaa {

namespace {

/// What a checklist has of another one that it extends is judged there.
Library with_own_part(const Library& library, std::size_t index) {
    Library own = library;
    Checklist& checklist = own.checklists[index];
    if (checklist.extends.empty()) return own;
    checklist.notes.erase(checklist.notes.begin(), checklist.notes.begin() + checklist.inherited_notes);
    checklist.when.reset();
    checklist.source.reset();
    checklist.vital_stats.reset();
    checklist.definitions.clear();
    checklist.caveats.clear();
    checklist.contradictions.clear();
    checklist.deadlines.clear();
    return own;
}

}  // namespace

std::vector<Suspicion> lint_checklist(const Library& library, std::size_t checklist, Date today) {
    std::vector<Suspicion> findings;
    find_unread_questions(library, checklist, findings);
    const Library own = with_own_part(library, checklist);
    judge_texts(own, checklist, today, findings);
    find_empty_ranges(own.checklists[checklist], findings);
    judge_answers(own, checklist, today, findings);
    std::ranges::stable_sort(findings, {}, &Suspicion::place);
    return findings;
}

}  // namespace hipaa
