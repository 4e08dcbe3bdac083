// Which questions matter to a condition: for many conditions made by chance, against a search of all answers.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/interview/interview.hpp"
#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

const AssessmentSettings settings{parse_date("2026-11-22").value(), 365, {}};

/// Tests on each question of the lab checklist that is used here. They name each other where they can be compared.
const std::map<std::string, std::vector<std::string>> tests_on{
    {"flag", {"yes", "no", "maybe", "{is_not: yes}", "{answered: no}"}},
    {"default_value", {"yes", "{is_not: yes}"}},
    {"pick", {"red", "{is_not: red}", "{in: [red, green]}", "{not_in: [blue, other]}", "{answered: yes}"}},
    {"picks",
     {"{includes: red}", "{includes: green}", "{only: [red, blue]}", "{empty: yes}", "{answered: no}",
      "{includes_any: [red, green]}", "{only: other_picks}", "{includes_any: other_picks}"}},
    {"other_picks", {"{includes: blue}", "{only: picks}"}},
    {"day",
     {"{before: other_day}", "{on_or_after: other_day}", "{before: today}", "{after: today}", "not_yet",
      "{within_days: limit}", "{within_days: 2}", "{in_next_days: limit}", "{in_next_days: 2}"}},
    {"other_day", {"{on_or_before: today}", "{after: day}", "{answered: yes}"}},
    {"count", {"{at_least: limit}", "{at_most: 2}", "{at_least: 2}", "many"}},
    {"limit", {"{at_least: 2}", "{at_most: count}", "2"}},
    {"list",
     {"{each: {ok: yes}}", "{some: {ok: yes, n: {at_least: 3}}}", "{each: {any: [{n: {at_most: count}}, {ok: no}]}}",
      "{count: {where: {ok: yes}, at_least: 1}}", "{count: {where: {n: {at_most: 2}}, at_most: limit}}",
      "{count: {where: {flag: yes}, at_least: 2}}", "{count: {where: {ok: yes}, at_least: limit, at_most: 1}}",
      "{empty: no}", "{some: {flag: yes, any: [{/products.lab.flag: no}, {ok: yes}]}}"}},
};

class ConditionMaker {
public:
    ConditionMaker(Chance& chance, std::vector<std::string> questions)
        : chance_(chance), questions_(std::move(questions)) {}

    std::string make(std::size_t depth) {
        if (depth == 0 || chance_.once_in(4)) return test();
        const std::string first = make(depth - 1);
        switch (chance_.below(3)) {
            case 0:
                return "{not: " + first + "}";
            case 1:
                return "{all: [" + first + ", " + make(depth - 1) + "]}";
            default:
                return "{any: [" + first + ", " + make(depth - 1) + "]}";
        }
    }

private:
    std::string test() {
        const std::string& question = questions_[chance_.below(questions_.size())];
        const std::vector<std::string>& tests = tests_on.at(question);
        return "{" + question + ": " + tests[chance_.below(tests.size())] + "}";
    }

    Chance& chance_;
    std::vector<std::string> questions_;
};

Answer given(Value value) { return {AnswerState::given, std::move(value), {}}; }

/// Answers of every kind that the tests above tell apart; with `beyond` also days and numbers around all the others.
std::vector<Answer> answers_to(const Question& question, bool beyond) {
    std::vector<Answer> answers;
    if (question.kind == AnswerKind::yes_no) answers = {given(Scalar(true)), given(Scalar(false))};
    if (question.kind == AnswerKind::date)
        for (int day = beyond ? -6 : -4; day <= (beyond ? 6 : 4); ++day)
            answers.push_back(given(Scalar(settings.today + std::chrono::days(day))));
    if (question.kind == AnswerKind::number)
        for (int number = beyond ? 0 : 1; number <= (beyond ? 6 : 3); ++number)
            answers.push_back(given(Scalar(static_cast<double>(number))));
    if (question.kind == AnswerKind::choice)
        for (std::uint32_t i = 0; i < question.choices; ++i) answers.push_back(given(Scalar(Word{i})));
    if (question.kind == AnswerKind::choices)
        for (unsigned set = 0; set < 8; ++set) {
            std::vector<Word> words;
            for (std::uint32_t i = 0; i < 3; ++i)
                if ((set >> i & 1u) != 0) words.push_back(Word{i});
            answers.push_back(given(std::move(words)));
        }
    if (question.kind == AnswerKind::list) {
        std::vector<Record> records;
        for (unsigned kind = 0; kind < 16; ++kind) {
            Record& record = records.emplace_back();
            for (const Question& field : question.fields) {
                if (field.key == "ok") record.answers.push_back(given(Scalar((kind & 1u) != 0)));
                else if (field.key == "flag") record.answers.push_back(given(Scalar((kind & 2u) != 0)));
                else if (field.key == "n") record.answers.push_back(given(Scalar(static_cast<double>(kind >> 2))));
                else record.answers.emplace_back();
            }
        }
        answers.push_back(given(std::vector<Record>()));
        for (const Record& record : records) answers.push_back(given(std::vector<Record>{record}));
    }
    for (std::size_t i = question.choices; i < question.words.size(); ++i)
        answers.push_back(given(Scalar(Word{static_cast<std::uint32_t>(i)})));
    return answers;
}

/// Tries all answers to the open ones of some questions.
class Search {
public:
    Search(const Library& library, Practice practice) : library_(library), practice_(std::move(practice)) {}

    /// The keys of those that decide while the others are answered, or while some of these may stay open.
    std::set<std::string> deciding(bool others_may_stay_open) {
        std::set<std::size_t> read;
        collect(require(), read);
        std::vector<Place> open;
        Sheet& sheet = practice_.sheets.front();
        for (const std::size_t i : read) {
            const Question& question = sheet.group->questions[i];
            if (sheet.answers[i].state != AnswerState::given)
                open.push_back(
                    {std::string(question.key), &sheet.answers[i], sheet.answers[i], answers_to(question, true)});
        }
        std::set<std::string> found;
        for (Place& place : open)
            if (decides(place, open, 0, others_may_stay_open)) found.insert(place.key);
        return found;
    }

private:
    struct Place {
        std::string key;
        Answer* answer;
        Answer now;
        std::vector<Answer> answers;
    };

    const Condition& require() const { return library_.checklists.front().notes.front().checks.front().require; }

    static void collect(const Condition& condition, std::set<std::size_t>& read) {
        for (const Condition& part : condition.parts) collect(part, read);
        if (condition.kind != Condition::Kind::test) return;
        if (condition.question.scope != QuestionRef::Scope::item) read.insert(condition.question.index);
        for_each_question(condition.operand, [&](const QuestionRef& other) { read.insert(other.index); });
    }

    Truth met() const {
        return evaluate(require(), Scope{library_, practice_, practice_.sheets.front(), settings.today});
    }

    bool decides(Place& changing, std::vector<Place>& open, std::size_t depth, bool others_may_stay_open) {
        if (depth == open.size()) {
            const Truth before = met();
            const bool found = std::ranges::any_of(changing.answers, [&](const Answer& answer) {
                *changing.answer = answer;
                return met() != before;
            });
            *changing.answer = changing.now;
            return found;
        }
        Place& other = open[depth];
        if (&other == &changing) return decides(changing, open, depth + 1, others_may_stay_open);
        bool found =
            (others_may_stay_open || other.now.known()) && decides(changing, open, depth + 1, others_may_stay_open);
        for (std::size_t i = 0; i < other.answers.size() && !found; ++i) {
            *other.answer = other.answers[i];
            found = decides(changing, open, depth + 1, others_may_stay_open);
        }
        *other.answer = other.now;
        return found;
    }

    const Library& library_;
    Practice practice_;
};

std::string joined(const std::set<std::string>& keys) {
    std::string text;
    for (const std::string& key : keys) text += (text.empty() ? "" : " ") + key;
    return text;
}

}  // namespace

TEST_CASE("exactly those questions are asked that can matter") {
    Chance chance(5);
    std::vector<std::string> all;
    for (const auto& [question, tests] : tests_on) all.push_back(question);
    std::size_t undecided = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> questions;
        for (int i = 0; i < 3; ++i) questions.push_back(all[chance.below(all.size())]);
        const std::string condition = ConditionMaker(chance, questions).make(3);
        CAPTURE(condition);
        const Library library = library_of(lab_checklist(condition));
        Practice practice = practice_of(library, lab_practice(""));
        std::string answered;
        for (std::size_t i = 0; i < practice.sheets.front().answers.size(); ++i) {
            const Question& question = practice.sheets.front().group->questions[i];
            if (!tests_on.contains(std::string(question.key)) || !chance.once_in(4)) continue;
            const std::vector<Answer> answers = answers_to(question, false);
            practice.sheets.front().answers[i] = answers[chance.below(answers.size())];
            answered += std::string(question.key) + " ";
        }
        CAPTURE(answered);
        std::set<std::string> asked;
        for (const OpenQuestion& one : open_questions(library, practice, settings).questions)
            asked.emplace(one.question().key);
        std::set<std::string> expected = Search(library, practice).deciding(false);
        const bool decides_when_answered = !expected.empty();
        if (!decides_when_answered) expected = Search(library, practice).deciding(true);
        if (condition.find("list") == std::string::npos) CHECK(joined(asked) == joined(expected));
        // What several tests on the items of one list have in common is not known: then it may ask too much.
        else if (decides_when_answered) CHECK(std::ranges::includes(asked, expected));
        else CHECK(asked.empty() <= expected.empty());
        if (!expected.empty()) ++undecided;
    }
    CHECK(undecided > 100);
}

}  // namespace hipaa::testing
