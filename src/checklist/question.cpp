// Names and descriptions of answer types.
#include "checklist/question.hpp"

#include <fmt/format.h>

#include "yaml/fields.hpp"

namespace hipaa {
namespace {

std::string listed(const Question& question, std::size_t from, std::size_t to) {
    std::vector<std::string_view> words(question.words.begin() + static_cast<std::ptrdiff_t>(from),
                                        question.words.begin() + static_cast<std::ptrdiff_t>(to));
    return yaml::one_of(words);
}

std::string describe_kind(const Question& question) {
    switch (question.kind) {
        case AnswerKind::yes_no:
            return "yes or no";
        case AnswerKind::date:
            return "a date such as 2026-01-31";
        case AnswerKind::number:
            return "a whole number such as 2 (digits only, not negative)";
        case AnswerKind::decimal:
            return "a number such as 2.5 (digits and a point, not negative)";
        case AnswerKind::text:
            return "a short text";
        case AnswerKind::code:
            return "a code such as exc-01 (2 to 5 small letters, a dash, 2 to 4 digits)";
        case AnswerKind::choice:
            return fmt::format("one of {}", listed(question, 0, question.choices));
        case AnswerKind::choices:
            return fmt::format("a list of any of {}, such as [{}] or []", listed(question, 0, question.choices),
                               question.words.empty() ? "" : question.words.front());
        case AnswerKind::list:
            break;
    }
    std::vector<std::string_view> keys;
    for (const Question& field : question.fields) keys.push_back(field.key);
    return fmt::format("a list of items, each on lines of its own after `- `, with the keys {}", yaml::one_of(keys));
}

}  // namespace

std::string describe_values(const Question& question) {
    std::string text = describe_kind(question);
    if (question.choices < question.words.size())
        text += fmt::format(", or {}", listed(question, question.choices, question.words.size()));
    return text;
}

std::string describe_answers(const Question& question) { return describe_values(question) + ", or unknown"; }

const QuestionGroup& practice_facts() {
    static const QuestionGroup facts = [] {
        Question confirmed_on;
        confirmed_on.key = "confirmed_on";
        confirmed_on.ask = "On which day did somebody last check that all these answers are still true?";
        confirmed_on.kind = AnswerKind::date;
        Question name;
        name.key = "practice.name";
        name.ask = "What is the practice called?";
        name.kind = AnswerKind::text;
        Question covered;
        covered.key = "practice.covered_entity";
        covered.ask =
            "Does the practice send claims, eligibility checks or the like electronically, itself or through "
            "a billing service?";
        covered.kind = AnswerKind::yes_no;
        covered.default_value = Value(Scalar(true));
        return QuestionGroup{"", {confirmed_on, name, covered}};
    }();
    return facts;
}

}  // namespace hipaa
