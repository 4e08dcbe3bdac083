// Where a condition looks its questions up, and what it finds there.
#include "engine/scope.hpp"

#include <iterator>

#include <fmt/format.h>

namespace hipaa {
namespace {

const Answer never_asked{};

}  // namespace

std::string_view code_of(const Question& list, const Record& item) {
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
        const Scalar* value = list.fields[i].kind == AnswerKind::code ? scalar(item.answers[i]) : nullptr;
        if (const auto* code = value ? std::get_if<std::string>(value) : nullptr) return *code;
    }
    return {};
}

std::string Evidence::item_label() const { return code.empty() ? fmt::format("{}", item + 1) : std::string(code); }

void Evidence::append_short_key(std::string& to) const {
    if (list) fmt::format_to(std::back_inserter(to), "{}[{}].", list->key, item_label());
    to += question->key;
}

std::string Evidence::short_key() const {
    std::string key;
    append_short_key(key);
    return key;
}

std::string Evidence::key() const {
    std::string key;
    if (!about.empty()) {
        key.reserve(about.size() + 1 + question->key.size());
        key += about;
        key += '.';
    }
    append_short_key(key);
    return key;
}

const Sheet* sheet_of(const QuestionRef& ref, const Scope& scope) {
    if (ref.scope == QuestionRef::Scope::checklist) return &scope.sheet;
    if (ref.scope == QuestionRef::Scope::facts) return &scope.practice.facts;
    const std::size_t sheet = scope.practice.sheet_of_checklist[ref.checklist];
    return sheet == Decision::no_sheet ? nullptr : &scope.practice.sheets[sheet];
}

const Answer& answer_to(const QuestionRef& ref, const Scope& scope) {
    if (ref.scope == QuestionRef::Scope::checklist) return scope.sheet.answers[ref.index];  // nearly always
    if (ref.scope == QuestionRef::Scope::item) return scope.record->answers[ref.index];
    const Sheet* sheet = sheet_of(ref, scope);
    return sheet ? sheet->answers[ref.index] : never_asked;
}

Evidence look_up(const QuestionRef& ref, const Scope& scope) {
    const Answer& answer = answer_to(ref, scope);
    if (ref.scope == QuestionRef::Scope::item)
        return {scope.sheet.about, scope.list,
                scope.item,        &scope.list->fields[ref.index],
                &answer,           code_of(*scope.list, *scope.record)};
    if (const Sheet* sheet = sheet_of(ref, scope))
        return {sheet->about, nullptr, 0, &sheet->group->questions[ref.index], &answer};
    const QuestionGroup& group = scope.library.checklists[ref.checklist].group;
    return {group.about, nullptr, 0, &group.questions[ref.index], &answer};
}

Scope negated(const Scope& scope) {
    Scope inner = scope;
    inner.of_absent_part = opposite(scope.of_absent_part);
    return inner;
}

const Scalar* scalar(const Answer& answer) { return answer.known() ? std::get_if<Scalar>(&answer.value) : nullptr; }

bool is_also_word(const Evidence& found) {
    const Scalar* value = scalar(*found.answer);
    const Word* word = value ? std::get_if<Word>(value) : nullptr;
    return word && found.question->is_also(*word);
}

bool is_outside_order(const Answer& answer) {
    const Scalar* value = scalar(answer);
    return value && std::holds_alternative<Word>(*value);
}

Scope item_scope(const Scope& scope, const Evidence& list, std::size_t index) {
    Scope inner = scope;
    inner.list = list.question;
    inner.item = index;
    inner.record = &std::get<std::vector<Record>>(list.answer->value)[index];
    return inner;
}

const std::vector<Record>* records_of(const Evidence& list) {
    return std::get_if<std::vector<Record>>(&list.answer->value);
}

}  // namespace hipaa
