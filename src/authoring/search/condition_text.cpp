// Conditions, as an author writes them in YAML.
#include "authoring/search/condition_text.hpp"

#include <fmt/format.h>

#include "checklist/number.hpp"
#include "checklist/operators.hpp"

namespace hipaa {
namespace {

class ConditionWriter {
public:
    ConditionWriter(const Library& library, const Checklist& checklist, const Question* list)
        : library_(library), checklist_(checklist), list_(list) {}

    std::string write(const Condition& condition) {
        if (is_addressed(condition, library_, checklist_)) return addressed(condition);
        switch (condition.kind) {
            case Condition::Kind::all:
                return fmt::format("all: [{}]", members(condition));
            case Condition::Kind::any:
                return fmt::format("any: [{}]", members(condition));
            case Condition::Kind::negation:
                return fmt::format("not: {{{}}}", write(condition.parts.front()));
            case Condition::Kind::test:
                break;
        }
        return test(condition);
    }

private:
    std::string members(const Condition& condition) {
        std::string text;
        for (const Condition& part : condition.parts)
            text += fmt::format("{}{{{}}}", text.empty() ? "" : ", ", write(part));
        return text;
    }

    std::string addressed(const Condition& condition) {
        const std::string name = name_of(condition.parts.front().question, nullptr, library_, checklist_);
        return fmt::format("{}: {{addressed: yes}}", name.substr(0, name.rfind('.')));
    }

    std::string test(const Condition& condition) {
        const Question& question = question_of(condition.question, list_, library_, checklist_);
        const std::string name = name_of(condition.question, list_, library_, checklist_);
        if (!condition.parts.empty()) {
            list_ = &question;
            const std::string items = write(condition.parts.front());
            list_ = nullptr;
            if (const auto* bounds = std::get_if<Bounds>(&condition.operand))
                return fmt::format("{}: {{count: {{where: {{{}}}{}{}}}}}", name, items,
                                   bound("at_least", bounds->at_least), bound("at_most", bounds->at_most));
            return fmt::format("{}: {{{}: {{{}}}}}", name, name_of(condition.op), items);
        }
        const std::string value = operand(condition.operand, question);
        if (condition.op == Operator::is) return fmt::format("{}: {}", name, value);
        return fmt::format("{}: {{{}: {}}}", name, name_of(condition.op), value);
    }

    std::string bound(std::string_view key, const Bound& bound) {
        if (const auto* number = std::get_if<double>(&bound)) return fmt::format(", {}: {}", key, number_text(*number));
        const auto* ref = std::get_if<QuestionRef>(&bound);
        return ref ? fmt::format(", {}: {}", key, name_of(*ref, nullptr, library_, checklist_)) : "";
    }

    std::string operand(const Operand& operand, const Question& question) {
        if (std::holds_alternative<Today>(operand)) return "today";
        if (const QuestionRef* ref = other_question(operand)) return name_of(*ref, list_, library_, checklist_);
        if (const auto* value = std::get_if<Scalar>(&operand)) return scalar(*value, question);
        std::string text;
        for (const Scalar& value : std::get<std::vector<Scalar>>(operand))
            text += (text.empty() ? "" : ", ") + scalar(value, question);
        return fmt::format("[{}]", text);
    }

    static std::string scalar(const Scalar& value, const Question& question) {
        if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
        if (const auto* date = std::get_if<Date>(&value)) return iso(*date);
        if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
        if (const auto* word = std::get_if<Word>(&value)) return question.text_of(*word);
        return std::get<std::string>(value);
    }

    const Library& library_;
    const Checklist& checklist_;
    const Question* list_;
};

}  // namespace

std::string yaml_of(const Condition& condition, const Library& library, const Checklist& checklist,
                    const Question* list) {
    return ConditionWriter(library, checklist, list).write(condition);
}

const Question& question_of(QuestionRef ref, const Question* list, const Library& library, const Checklist& checklist) {
    switch (ref.scope) {
        case QuestionRef::Scope::item:
            return list->fields[ref.index];
        case QuestionRef::Scope::facts:
            return practice_facts().questions[ref.index];
        case QuestionRef::Scope::elsewhere:
            return library.checklists[ref.checklist].group.questions[ref.index];
        case QuestionRef::Scope::checklist:
            break;
    }
    return checklist.group.questions[ref.index];
}

std::string name_of(QuestionRef ref, const Question* list, const Library& library, const Checklist& checklist) {
    const Text key = question_of(ref, list, library, checklist).key;
    if (ref.scope == QuestionRef::Scope::facts) return "/" + key;
    if (ref.scope != QuestionRef::Scope::elsewhere) return key;
    return fmt::format("/{}.{}", library.checklists[ref.checklist].group.about, key);
}

bool is_addressed(const Condition& condition, const Library& library, const Checklist& checklist) {
    if (condition.kind != Condition::Kind::any || condition.parts.size() != 2) return false;
    const Condition& first = condition.parts.front();
    return first.kind == Condition::Kind::test && first.place == condition.place &&
           first.question.scope != QuestionRef::Scope::item &&
           question_of(first.question, nullptr, library, checklist).addressable;
}

}  // namespace hipaa
