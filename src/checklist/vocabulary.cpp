// Finding questions by name.
#include "checklist/vocabulary.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace hipaa {
namespace {

using Found = Vocabulary::Found;

std::optional<Found> found_in(const std::vector<Question>& questions, const Question* question,
                              QuestionRef::Scope scope, std::uint32_t checklist = 0) {
    if (!question) return std::nullopt;
    return Found{{scope, checklist, static_cast<std::uint32_t>(question - questions.data())}, question};
}

const Question* find_among(const std::vector<Question>& questions, std::string_view key) {
    const auto found = std::ranges::find(questions, key, &Question::key);
    return found == questions.end() ? nullptr : &*found;
}

const Question* find_former_among(const std::vector<Question>& questions, std::string_view key) {
    const auto found = std::ranges::find_if(questions, [&](const Question& question) {
        return std::ranges::find(question.formerly, key) != question.formerly.end();
    });
    return found == questions.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Found> Vocabulary::find_elsewhere(std::string_view path) const {
    const auto& facts = practice_facts().questions;
    if (auto found = found_in(facts, find_among(facts, path), QuestionRef::Scope::facts)) return found;
    for (const Elsewhere& other : elsewhere_) {
        const std::string_view about = other.group->about;
        if (!path.starts_with(about) || path.size() <= about.size() || path[about.size()] != '.') continue;
        const std::string_view key = path.substr(about.size() + 1);
        const Question* question = other.keys.find(key);
        if (!question) question = other.keys.find_former(key);
        if (auto found = found_in(other.group->questions, question, QuestionRef::Scope::elsewhere, other.checklist))
            return found;
    }
    return std::nullopt;
}

std::optional<Found> Vocabulary::find(std::string_view name, const Question* list) const {
    if (name.starts_with('/')) return find_elsewhere(name.substr(1));
    if (list)
        if (auto found = found_in(list->fields, find_among(list->fields, name), QuestionRef::Scope::item)) return found;
    if (auto found = found_in(own_.questions, own_keys_.find(name), QuestionRef::Scope::checklist)) return found;
    if (list)
        if (auto found = found_in(list->fields, find_former_among(list->fields, name), QuestionRef::Scope::item))
            return found;
    return found_in(own_.questions, own_keys_.find_former(name), QuestionRef::Scope::checklist);
}

std::optional<Found> Vocabulary::find(std::string_view name, const Question* list, Place place) const {
    auto found = find(name, list);
    if (!found || !uses_) return found;
    if (std::string now = name_of(*found); now != name) uses_->push_back({std::string(name), std::move(now), place});
    return found;
}

std::string Vocabulary::name_of(const Found& found) const {
    const Text key = found.question->key;
    if (found.ref.scope == QuestionRef::Scope::facts) return fmt::format("/{}", key);
    if (found.ref.scope != QuestionRef::Scope::elsewhere) return key;
    const auto other = std::ranges::find(elsewhere_, found.ref.checklist, &Elsewhere::checklist);
    return fmt::format("/{}.{}", other->group->about, key);
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
