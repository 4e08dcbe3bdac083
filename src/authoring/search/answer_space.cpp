// Every answer that can make a difference to some conditions.
#include "authoring/search/answer_space.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "authoring/search/answer_candidates.hpp"
#include "authoring/search/condition_text.hpp"
#include "checklist/number.hpp"
#include "page/wording.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr double countless = 1e300;

Sheet blank_sheet(const Checklist* checklist, const QuestionGroup& group) {
    Sheet sheet;
    sheet.checklist = checklist;
    sheet.group = &group;
    sheet.about = group.about;
    sheet.answers.resize(group.questions.size());
    return sheet;
}

}  // namespace

AnswerSpace::AnswerSpace(const Library& library, std::size_t checklist, Date today,
                         const std::vector<const Condition*>& conditions)
    : library_(library), today_(today) {
    practice_.facts = blank_sheet(nullptr, practice_facts());
    practice_.sheet_of_checklist.assign(library.checklists.size(), Decision::no_sheet);
    for (std::size_t i = 0; i < library.checklists.size(); ++i) {
        const Checklist& other = library.checklists[i];
        if (other.generic() && i != checklist) continue;
        if (!other.generic()) practice_.sheet_of_checklist[i] = practice_.sheets.size();
        if (i == checklist) own_sheet_ = practice_.sheets.size();
        practice_.sheets.push_back(blank_sheet(&other, other.group));
    }
    for (const Condition* condition : conditions) tests_of_one_ += static_cast<double>(size_of(*condition));
    const auto scope = [&] { return Scope{library_, practice_, practice_.sheets[own_sheet_], today_}; };
    for (Candidates& found : candidates(conditions, library, checklist, scope(), [&](QuestionRef ref) -> Answer& {
             return slot({ref, nullptr, {}, {}});
         })) {
        size_ *= found.too_many ? countless : static_cast<double>(found.answers.size());
        variables_.push_back({found.ref, found.question,
                              name_of(found.ref, nullptr, library, library.checklists[checklist]),
                              std::move(found.answers)});
    }
}

Answer& AnswerSpace::slot(const Variable& variable) {
    const QuestionRef& ref = variable.ref;
    switch (ref.scope) {
        case QuestionRef::Scope::facts:
            return practice_.facts.answers[ref.index];
        case QuestionRef::Scope::elsewhere:
            return practice_.sheets[practice_.sheet_of_checklist[ref.checklist]].answers[ref.index];
        case QuestionRef::Scope::checklist:
        case QuestionRef::Scope::item:
            break;
    }
    return practice_.sheets[own_sheet_].answers[ref.index];
}

bool AnswerSpace::find(const std::function<bool(const Scope&)>& accept) {
    std::vector<std::size_t> at(variables_.size(), 0);
    for (const Variable& variable : variables_) slot(variable) = variable.answers.front();
    const Scope scope{library_, practice_, practice_.sheets[own_sheet_], today_};
    while (!accept(scope)) {
        std::size_t turning = variables_.size();
        while (turning > 0) {
            const Variable& variable = variables_[--turning];
            at[turning] = (at[turning] + 1) % variable.answers.size();
            slot(variable) = variable.answers[at[turning]];
            if (at[turning] > 0) break;
            if (turning == 0) return false;
        }
        if (variables_.empty()) return false;
    }
    return true;
}

std::string AnswerSpace::shown() const {
    std::string text;
    for (const Variable& variable : variables_)
        text += fmt::format("{}`{}` is {}", text.empty() ? "" : "; ", variable.name,
                            answer_text(*variable.question, const_cast<AnswerSpace*>(this)->slot(variable)));
    return text;
}

std::string AnswerSpace::as_settings() const {
    std::string text;
    for (const Variable& variable : variables_)
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", variable.name,
                            yaml_of(*variable.question, const_cast<AnswerSpace*>(this)->slot(variable)));
    return text;
}

std::vector<std::string> AnswerSpace::tried() const {
    std::vector<std::string> lines;
    constexpr std::size_t most_listed = 12;
    for (const Variable& variable : variables_) {
        std::string line = fmt::format("`{}`: ", variable.name);
        for (std::size_t i = 0; i < variable.answers.size() && i < most_listed; ++i)
            line += (i == 0 ? "" : " | ") + answer_text(*variable.question, variable.answers[i]);
        if (variable.answers.size() > most_listed)
            line += fmt::format(" | … {} more", variable.answers.size() - most_listed);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string yaml_text(std::string_view text) {
    const auto is_plain = [](char c) { return is_letter_or_digit(c) || c == '_' || c == '-' || c == '.'; };
    if (!text.empty() && is_letter_or_digit(text.front()) && std::ranges::all_of(text, is_plain))
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' || c == '\\' ? fmt::format("\\{}", c) : std::string(1, c);
    return quoted + "\"";
}

std::string yaml_of(const Question& question, const Answer& answer) {
    if (!answer.known()) return "unknown";
    std::string text;
    const auto add = [&](const std::string& one) { text += (text.empty() ? "" : ", ") + one; };
    if (const auto* words = std::get_if<std::vector<Word>>(&answer.value)) {
        for (const Word word : *words) add(yaml_text(question.text_of(word)));
        return fmt::format("[{}]", text);
    }
    if (const auto* records = answer.records()) {
        for (const Record& record : *records) {
            std::string item;
            for (std::size_t i = 0; i < record.answers.size(); ++i) {
                const Question& field = question.fields[i];
                if (!record.answers[i].known() && !field.default_value) continue;
                item += fmt::format("{}{}: {}", item.empty() ? "" : ", ", field.key, yaml_of(field, record.answers[i]));
            }
            add(fmt::format("{{{}}}", item));
        }
        return fmt::format("[{}]", text);
    }
    const Scalar& value = std::get<Scalar>(answer.value);
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
    if (const auto* date = std::get_if<Date>(&value)) return iso(*date);
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    const auto* word = std::get_if<Word>(&value);
    return yaml_text(word ? std::string_view(question.text_of(*word)) : std::get<std::string>(value));
}

std::string answer_text(const Question& question, const Answer& answer) {
    const auto* records = answer.records();
    if (!records) return show(question, answer);
    std::string text;
    for (const Record& record : *records) {
        std::string item;
        for (std::size_t i = 0; i < record.answers.size(); ++i)
            if (record.answers[i].known())
                item += fmt::format("{}{}: {}", item.empty() ? "" : ", ", question.fields[i].key,
                                    show(question.fields[i], record.answers[i]));
        text += fmt::format("{}{{{}}}", text.empty() ? "" : ", ", item);
    }
    return fmt::format("[{}]", text);
}

std::string too_many(const AnswerSpace& space) {
    if (space.size() <= AnswerSpace::limit)
        return fmt::format(
            "with {:.0f} combinations of answers, its conditions come to {:.0f} tests, too many to search (at most "
            "{:.0f})",
            space.size(), space.tests(), AnswerSpace::most_tests);
    return fmt::format("its questions have {} combinations of answers, too many to search (at most {:.0f})",
                       space.size() < 1e15 ? fmt::format("{:.0f}", space.size()) : std::string("countless"),
                       AnswerSpace::limit);
}

}  // namespace hipaa
