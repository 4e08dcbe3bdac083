// Finding questions by name.
#include "checklist/vocabulary.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hipaa {
namespace {

std::optional<std::size_t> index_of(const std::vector<Question>& questions, std::string_view key) {
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (questions[i].key == key) return i;
    return std::nullopt;
}

QuestionRef ref(QuestionRef::Scope scope, std::size_t index, std::uint32_t checklist = 0) {
    return {scope, checklist, static_cast<std::uint32_t>(index)};
}

}  // namespace

std::optional<Vocabulary::Found> Vocabulary::find_elsewhere(std::string_view path) const {
    const auto& facts = practice_facts().questions;
    if (const auto index = index_of(facts, path)) return Found{ref(QuestionRef::Scope::facts, *index), &facts[*index]};
    for (const Elsewhere& other : elsewhere_) {
        const std::string_view about = other.group->about;
        if (!path.starts_with(about) || path.size() <= about.size() || path[about.size()] != '.') continue;
        if (const auto index = index_of(other.group->questions, path.substr(about.size() + 1)))
            return Found{ref(QuestionRef::Scope::elsewhere, *index, other.checklist), &other.group->questions[*index]};
    }
    return std::nullopt;
}

std::optional<Vocabulary::Found> Vocabulary::find(std::string_view name, const Question* list) const {
    if (name.starts_with('/')) return find_elsewhere(name.substr(1));
    if (list)
        if (const auto index = index_of(list->fields, name))
            return Found{ref(QuestionRef::Scope::item, *index), &list->fields[*index]};
    if (const auto index = index_of(own_.questions, name))
        return Found{ref(QuestionRef::Scope::checklist, *index), &own_.questions[*index]};
    return std::nullopt;
}

std::optional<Vocabulary::Found> Vocabulary::find_addressable(std::string_view name) const {
    auto status = find(fmt::format("{}.{}", name, addressable_status), nullptr);
    if (!status || !status->question->addressable) return std::nullopt;
    return status;
}

bool Vocabulary::has_replacement() const { return std::ranges::any_of(elsewhere_, &Elsewhere::replacement); }

std::vector<std::string> Vocabulary::names(const Question* list) const {
    std::vector<std::string> names;
    if (list)
        for (const Question& field : list->fields) names.emplace_back(field.key);
    for (const Question& question : own_.questions) names.emplace_back(question.key);
    for (const Question& fact : practice_facts().questions) names.push_back(fmt::format("/{}", fact.key));
    for (const Elsewhere& other : elsewhere_)
        for (const Question& question : other.group->questions)
            names.push_back(fmt::format("/{}.{}", other.group->about, question.key));
    for (const Question& question : own_.questions)
        if (question.addressable && question.kind == AnswerKind::choice)
            names.emplace_back(question.key.substr(0, question.key.size() - addressable_status.size() - 1));
    return names;
}

}  // namespace hipaa
