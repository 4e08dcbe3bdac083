// Questions that nobody needs an answer to.
#include "authoring/lint/lint_questions.hpp"

#include <span>

#include <fmt/format.h>

#include "authoring/search/condition_text.hpp"

namespace hipaa {
namespace {

class ReadCollector {
public:
    ReadCollector(const Library& library, const Checklist& checklist, std::set<const Question*>& read)
        : library_(library), checklist_(checklist), read_(read) {}

    void walk(const Condition& condition, const Question* list) {
        const Question* inner = list;
        if (condition.kind == Condition::Kind::test) {
            const Question& question = question_of(condition.question, list, library_, checklist_);
            read_.insert(&question);
            if (!condition.parts.empty()) inner = &question;
            for_each_question(condition.operand, [&](const QuestionRef& other) {
                read_.insert(&question_of(other, list, library_, checklist_));
            });
        }
        for (const Condition& part : condition.parts) walk(part, inner);
    }

    void walk(const std::optional<Condition>& when) {
        if (when) walk(*when, nullptr);
    }

    void walk_all() {
        walk(checklist_.when);
        for (const Note& note : checklist_.notes) {
            walk(note.when);
            for (const Check& check : note.checks) {
                walk(check.when);
                walk(check.require, nullptr);
                for (const CheckCase& one : check.cases) walk(one.when, nullptr);
            }
        }
        for (const Caveat& caveat : checklist_.caveats) walk(caveat.when);
        for (const Contradiction& contradiction : checklist_.contradictions) walk(contradiction.condition, nullptr);
        for (const Deadline& deadline : checklist_.deadlines) {
            walk(deadline.when);
            read_.insert(&question_of(deadline.from, nullptr, library_, checklist_));
        }
    }

private:
    const Library& library_;
    const Checklist& checklist_;
    std::set<const Question*>& read_;
};

}  // namespace

void collect_read(const Condition& condition, const Library& library, const Checklist& checklist,
                  std::set<const Question*>& read) {
    ReadCollector(library, checklist, read).walk(condition, nullptr);
}

void find_unread_questions(const Library& library, std::size_t checklist, std::vector<Suspicion>& findings) {
    std::set<const Question*> read;
    for (const Checklist& other : library.checklists) ReadCollector(library, other, read).walk_all();
    const auto judge = [&](const Question& question, const std::string& name) {
        if (question.record || read.contains(&question)) return;
        findings.push_back(
            {question.place,
             "unread_question",
             fmt::format("no check, `when`, caveat, contradiction or deadline reads `{}`; take it out, or write "
                         "`record: yes` if it is asked for the record only",
                         name),
             {},
             false});
    };
    const Checklist& judged = library.checklists[checklist];
    for (const Question& question : std::span(judged.group.questions).subspan(judged.inherited_questions)) {
        judge(question, question.key);
        if (question.record) continue;
        for (const Question& field : question.fields) judge(field, question.key + "[]." + field.key);
    }
}

}  // namespace hipaa
