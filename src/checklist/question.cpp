// What may be answered, in words.
#include "checklist/question.hpp"

#include <fmt/format.h>

#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr EnumMap<AnswerKind, AnswerForm> forms({
    {"yes or no"},
    {"a date", "2026-01-31"},
    {"a whole number", "2", "digits only, not negative"},
    {"a number", "2.5", "digits and a point, not negative"},
    {"a short text"},
    {"a code", "ab-01", "2 to 5 lowercase letters, a dash, 2 to 4 digits"},
    {},
    {},
    {"a list of items"},
});

std::string listed(std::span<const Text> words) {
    return yaml::one_of(std::vector<std::string_view>(words.begin(), words.end()));
}

std::string describe_kind(const Question& question) {
    if (question.kind == AnswerKind::choice) return fmt::format("one of {}", listed(question.choice_words()));
    if (question.kind == AnswerKind::choices)
        return fmt::format("a list of any of {}, such as [{}] or []", listed(question.choice_words()),
                           question.words.empty() ? "" : question.words.front());
    const AnswerForm& form = form_of(question.kind);
    std::string text(form.noun);
    if (!form.example.empty()) text += fmt::format(" such as {}", form.example);
    if (!form.rule.empty()) text += fmt::format(" ({})", form.rule);
    if (question.kind != AnswerKind::list) return text;
    std::vector<std::string_view> keys;
    for (const Question& field : question.fields) keys.push_back(field.key);
    return fmt::format("{}, each on lines of its own after `- `, with the keys {}", text, yaml::one_of(keys));
}

}  // namespace

const AnswerForm& form_of(AnswerKind kind) { return forms[kind]; }

bool is_below(std::string_view key, std::string_view above) {
    return key.size() > above.size() && key.starts_with(above) && key[above.size()] == '.';
}

std::string describe_values(const Question& question) {
    std::string text = describe_kind(question);
    if (!question.also_words().empty()) text += fmt::format(", or {}", listed(question.also_words()));
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
