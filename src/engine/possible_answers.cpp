// Which answers to a question the tests on it can tell apart.
#include "engine/possible_answers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "checklist/operators.hpp"
#include "engine/answer_points.hpp"

namespace hipaa {
namespace {

constexpr std::size_t most_choices = 10;  // all sets of so many are listed

constexpr std::size_t most_related = 100;    // questions that are compared with each other
constexpr std::size_t most_points = 20'000;  // that such a question has: room for each of them between any two limits

constexpr double longest = 3'000'000;  // days: the calendar goes no further

/// So many days after today, or before it.
Date day_at(Date today, double count, int direction) {
    return today + direction * std::chrono::days(static_cast<long>(std::min(count, longest)));
}

Answer given(Value value) { return {AnswerState::given, std::move(value), {}}; }

/// All sets of a few choices; of many, the empty set, each single one, each pair, and all.
void add_sets(const std::vector<Word>& choices, std::vector<Answer>& found) {
    const std::size_t count = choices.size();
    const auto add = [&](auto&& contains) {
        std::vector<Word> words;
        for (std::size_t i = 0; i < count; ++i)
            if (contains(i)) words.push_back(choices[i]);
        found.push_back(given(std::move(words)));
    };
    if (count <= most_choices) {
        for (std::size_t set = 0; set < (std::size_t{1} << count); ++set)
            add([&](std::size_t i) { return (set >> i & 1) != 0; });
        return;
    }
    add([](std::size_t) { return false; });
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = a; b < count; ++b) add([&](std::size_t i) { return i == a || i == b; });
    add([](std::size_t) { return true; });
}

bool contains(const std::vector<Word>& words, Word word) { return std::ranges::find(words, word) != words.end(); }

void add_limit(Limits& limits, const Condition& test, const Scalar& value, Date today) {
    if (const auto* date = std::get_if<Date>(&value)) limits.dates.insert(*date);
    if (const auto* text = std::get_if<std::string>(&value)) limits.texts.insert(*text);
    if (const auto* number = std::get_if<double>(&value)) {
        if (const int direction = direction_of_days(info(test.op).operand))
            limits.dates.insert(day_at(today, *number, direction));
        else limits.numbers.insert(*number);
    }
}

}  // namespace

void Limits::add(const Condition& test, Date today) {
    if (const int direction = direction_of_days(info(test.op).operand)) days.insert(direction);
    if (!days.empty() || std::holds_alternative<Today>(test.operand)) dates.insert(today);
    std::vector<Word> words;
    const auto add_value = [&](const Scalar& value) {
        add_limit(*this, test, value, today);
        if (const auto* word = std::get_if<Word>(&value)) words.push_back(*word);
    };
    if (const auto* value = std::get_if<Scalar>(&test.operand)) add_value(*value);
    if (const auto* values = std::get_if<std::vector<Scalar>>(&test.operand)) std::ranges::for_each(*values, add_value);
    if (!words.empty()) choices.push_back(std::move(words));
    if (const auto* others = std::get_if<OtherChoices>(&test.operand))
        for (const std::optional<Word>& word : others->words)
            if (word) choices.push_back({*word});
}

void Limits::add_other(const Condition& test) {
    const auto* others = std::get_if<OtherChoices>(&test.operand);
    for (std::uint32_t i = 0; others && i < others->words.size(); ++i)
        if (others->words[i]) choices.push_back({Word{i}});
}

void Limits::add_counts(std::size_t items) {
    for (std::size_t i = 0; i <= items + 1; ++i) numbers.insert(static_cast<double>(i));
}

void Limits::add(AnswerKind kind, const Answer& other, Date today, int direction) {
    const auto* value = other.known() ? std::get_if<Scalar>(&other.value) : nullptr;
    if (!value) return;
    if (const auto* date = std::get_if<Date>(value)) {
        if (kind == AnswerKind::date) dates.insert(*date);
        else if ((*date - today).count() * direction >= 0)
            numbers.insert(std::abs(static_cast<double>(days_between(*date, today))));
    }
    if (const auto* number = std::get_if<double>(value)) {
        if (is_numeric(kind)) numbers.insert(*number);
        else dates.insert({today, day_at(today, *number, direction)});
    }
}

void SharedLimits::add(const Limits& limits, AnswerKind kind, std::size_t copies) {
    dates_.insert(limits.dates.begin(), limits.dates.end());
    numbers_.insert(limits.numbers.begin(), limits.numbers.end());
    days_.insert(limits.days.begin(), limits.days.end());
    if (kind == AnswerKind::date) date_count_ += copies;
    if (is_numeric(kind)) number_count_ += copies;
}

void SharedLimits::relate_days_to_dates(Date today) {
    if (date_count_ == 0 || number_count_ == 0 || are_too_many()) return;
    date_count_ += number_count_;  // they can stand between each other
    for (const double number : number_points(numbers_, number_count_))
        for (const int direction : days_) dates_.insert(day_at(today, number, direction));
    for (const Date date : date_points(dates_, date_count_, today))
        for (const int direction : days_)
            if ((date - today).count() * direction >= 0)
                numbers_.insert(std::abs(static_cast<double>(days_between(date, today))));
}

bool SharedLimits::are_too_many() const {
    return date_count_ > most_related || number_count_ > most_related || date_count_ * dates_.size() > most_points ||
           number_count_ * numbers_.size() > most_points;
}

void SharedLimits::give_to(Limits& limits) const {
    limits.too_many = are_too_many();
    if (limits.too_many) return;
    limits.dates.insert(dates_.begin(), dates_.end());
    limits.numbers.insert(numbers_.begin(), numbers_.end());
    limits.date_count = date_count_;
    limits.number_count = number_count_;
}

std::vector<Word> told_apart(const Question& question, const Limits& limits) {
    std::vector<Word> kinds;
    for (std::uint32_t i = 0; i < question.choices; ++i) {
        const auto is_like = [&](Word other) {
            return std::ranges::all_of(limits.choices, [&](const std::vector<Word>& named) {
                return contains(named, Word{i}) == contains(named, other);
            });
        };
        if (std::ranges::none_of(kinds, is_like)) kinds.push_back(Word{i});
    }
    return kinds;
}

std::vector<Answer> possible_answers(const Question& question, const Limits& limits, Date today) {
    std::vector<Answer> found;
    found.reserve(question.words.size() + 2);
    switch (question.kind) {
        case AnswerKind::yes_no:
            for (const bool value : {true, false}) found.push_back(given(Scalar(value)));
            break;
        case AnswerKind::date:
            for (const Date date : date_points(limits.dates, limits.date_count, today))
                found.push_back(given(Scalar(date)));
            break;
        case AnswerKind::number:
        case AnswerKind::decimal:
            for (const double number : number_points(limits.numbers, limits.number_count))
                if (question.kind == AnswerKind::decimal || std::floor(number) == number)
                    found.push_back(given(Scalar(number)));
            break;
        case AnswerKind::text:
        case AnswerKind::code:
            for (const std::string& text : limits.texts) found.push_back(given(Scalar(text)));
            found.push_back(given(Scalar(std::string(question.kind == AnswerKind::text ? "something else" : "zz-99"))));
            break;
        case AnswerKind::choice:
            for (const Word word : told_apart(question, limits)) found.push_back(given(Scalar(word)));
            break;
        case AnswerKind::choices:
            add_sets(told_apart(question, limits), found);
            break;
        case AnswerKind::list:
            break;
    }
    for (std::size_t i = question.choices; i < question.words.size(); ++i)
        found.push_back(given(Scalar(Word{static_cast<std::uint32_t>(i)})));
    return found;
}

}  // namespace hipaa
