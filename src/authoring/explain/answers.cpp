// What may be answered to a question, in words.
#include "authoring/explain/answers.hpp"

#include "authoring/explain/clause.hpp"
#include "page/wording.hpp"

namespace hipaa {

page::Line answers_line(const Question& question) {
    page::Line line;
    const std::vector<std::string> words(question.words.begin(),
                                         question.words.begin() + static_cast<std::ptrdiff_t>(question.choices));
    const std::vector<std::string> also(question.words.begin() + static_cast<std::ptrdiff_t>(question.choices),
                                        question.words.end());
    switch (question.kind) {
        case AnswerKind::yes_no:
            line = alternatives({"yes", "no"});
            break;
        case AnswerKind::date:
            line = {{"a date such as "}, {"2026-01-31", true}};
            break;
        case AnswerKind::number:
            line = {{"a whole number such as "}, {"2", true}};
            break;
        case AnswerKind::decimal:
            line = {{"a number such as "}, {"2.5", true}};
            break;
        case AnswerKind::text:
            line = {{"a short text"}};
            break;
        case AnswerKind::code:
            line = {{"a code such as "}, {"exc-01", true}};
            break;
        case AnswerKind::choice:
            line = alternatives(words);
            break;
        case AnswerKind::choices:
            line = {{"a list of any of "}};
            for (page::Span& span : alternatives(words)) line.push_back(std::move(span));
            break;
        case AnswerKind::list:
            line = {{"a list of items"}};
            break;
    }
    for (const std::string& word : also) {
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
