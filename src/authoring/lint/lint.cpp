// What is legal in a checklist, but suspicious.
#include "authoring/lint/lint.hpp"

#include <algorithm>

#include "authoring/lint/lint_answers.hpp"
#include "authoring/lint/lint_questions.hpp"
#include "authoring/lint/lint_texts.hpp"

namespace hipaa {

std::vector<Suspicion> lint_checklist(const Library& library, std::size_t checklist, Date today) {
    std::vector<Suspicion> findings;
    find_unread_questions(library, checklist, findings);
    judge_texts(library, checklist, today, findings);
    judge_answers(library, checklist, today, findings);
    std::ranges::stable_sort(findings, {}, &Suspicion::place);
    return findings;
}

}  // namespace hipaa
