// Which answers to a question the tests on it can tell apart.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "checklist/condition.hpp"

namespace hipaa {

/// What the answers to a question are compared with.
struct Limits {
    std::set<Date> dates;
    std::set<double> numbers;
    std::set<std::string> texts;
    std::vector<std::vector<Word>> choices;  // sets of choices that tests name
    // How many open questions are compared with each other, this one included: of dates, and of numbers.
    std::size_t date_count = 1;
    std::size_t number_count = 1;
    std::set<int> days;     // directions in which numbers count days: 1 from today on, -1 back
    bool too_many = false;  // to try answers in every order to all of them; then they are not all here

    /// What `test` compares its question with, unless that is another question.
    void add(const Condition& test, Date today);
    /// The same for a question of the type `kind` and another one that is answered with `other`, where one may count days
    /// in that direction.
    void add(AnswerKind kind, const Answer& other, Date today, int direction = 0);
    /// What `test` compares choices of another question with, if this is that question.
    void add_other(const Condition& test);
    /// All numbers of items, up to one more than there are.
    void add_counts(std::size_t items);
};

/// Dates and numbers that several questions share, because they are compared with each other, directly or not.
class SharedLimits {
public:
    /// `copies` is how many answers the question has: more than one if it is about the items of a list.
    void add(const Limits& limits, AnswerKind kind, std::size_t copies);
    /// A number of days puts a date in relation to today. After all have been added.
    void relate_days_to_dates(Date today);
    void give_to(Limits& limits) const;

private:
    bool are_too_many() const;

    std::set<Date> dates_;
    std::set<double> numbers_;
    std::set<int> days_;
    std::size_t date_count_ = 0;
    std::size_t number_count_ = 0;
};

/// Choices of `question` of which no test tells two apart, one of each kind.
std::vector<Word> told_apart(const Question& question, const Limits& limits);

/// Answers to `question` so that any other one makes no test come out differently from all of them: a date before, on and
/// after each date that it is compared with, each kind of choice, its `also` words. Without lists, and without "not answered".
std::vector<Answer> possible_answers(const Question& question, const Limits& limits, Date today);

}  // namespace hipaa
