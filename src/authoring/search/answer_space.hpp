// Every answer that can make a difference to some conditions, tried one combination after the other.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/evaluate.hpp"

namespace hipaa {

/// Of each question that the conditions read it takes the answers that they can tell apart: the words of a choice, a
/// date before, on and after each date that they name, every order of two dates or numbers that are compared, and that
/// there is no answer at all. So what holds for all combinations holds for every practice file.
class AnswerSpace {
public:
    /// More combinations than this are not searched.
    static constexpr double limit = 400'000;
    /// Nor are so many that trying them takes more tests than this.
    static constexpr double most_tests = 50'000'000;

    /// `conditions` are those of `library.checklists[checklist]`. All must outlive this.
    AnswerSpace(const Library& library, std::size_t checklist, Date today,
                const std::vector<const Condition*>& conditions);

    /// How many combinations there are.
    double size() const { return size_; }
    /// How many tests, and values that they compare with, a search comes to that finds nothing.
    double tests() const { return size_ * tests_of_one_; }
    bool is_searchable() const { return size_ <= limit && tests() <= most_tests; }

    /// Tries the combinations in a fixed order until `accept` says yes; true if it did, and `shown` tells that one then.
    /// Only if it is searchable.
    bool find(const std::function<bool(const Scope&)>& accept);

    /// The answers that are set now: "`baa.status` is executed; `plan.tier` is not answered".
    std::string shown() const;

    /// The same as a practice file would say it, in the form of `set` of a case: "plan.tier: unknown".
    std::string as_settings() const;

    /// A line for each question: "`baa.status`: none, executed, not answered".
    std::vector<std::string> tried() const;

private:
    struct Variable {
        QuestionRef ref;
        const Question* question;
        std::string name;
        std::vector<Answer> answers;
    };

    Answer& slot(const Variable& variable);

    const Library& library_;
    Date today_;
    Practice practice_;
    std::size_t own_sheet_ = 0;
    std::vector<Variable> variables_;
    double size_ = 1;
    double tests_of_one_ = 0;
};

/// What stands in a practice file for an answer.
std::string yaml_of(const Question& question, const Answer& answer);

/// A text as YAML, in quotes where it needs them.
std::string yaml_text(std::string_view text);

/// An answer as a person would write it; the items of a list are written out.
std::string answer_text(const Question& question, const Answer& answer);

/// "its questions have 1200000 combinations of answers, too many to search (at most 400000)".
std::string too_many(const AnswerSpace& space);

}  // namespace hipaa
