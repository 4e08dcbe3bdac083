// What may be answered to a question, in words.
#include "authoring/explain/answers.hpp"

#include <fmt/format.h>

#include "authoring/explain/clause.hpp"
#include "page/wording.hpp"

namespace hipaa {

page::Line answers_line(const Question& question) {
    const AnswerForm& form = form_of(question.kind);
    page::Line line{{std::string(form.noun)}};
    if (question.kind == AnswerKind::yes_no) line = alternatives({"yes", "no"});
    if (!form.example.empty()) line = {{fmt::format("{} such as ", form.noun)}, {std::string(form.example), true}};
    if (!question.choice_words().empty()) {
        line.clear();
        if (question.kind == AnswerKind::choices) line.push_back({"a list of any of "});
        append(line, alternatives({question.choice_words().begin(), question.choice_words().end()}));
    }
    for (const Text word : question.also_words()) {
        line.push_back({", or "});
        line.push_back({word, true});
    }
    if (question.default_value) {
        line.push_back({"; left out, it counts as "});
        line.push_back({show(question, Answer{AnswerState::given, *question.default_value, {}}), true});
    }
    return line;
}

}  // namespace hipaa
