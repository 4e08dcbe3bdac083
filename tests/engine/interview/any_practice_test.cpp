// What holds for the open questions of any practice: tried on many, with answers by chance. What an answer can change is
// found out here by trying answers, not as the engine does it.
#include <algorithm>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checklist/builtin/builtin_library.hpp"
#include "engine/interview/interview.hpp"

namespace hipaa::testing {
namespace {

const AssessmentSettings settings{parse_date("2026-11-22").value(), 365, {}};

const Library& builtin() {
    static const Library library = load_all_builtin();
    return library;
}

/// Practices with one checklist or two.
Practice practice_without_answers(Chance& chance, bool small) {
    static const std::vector<Practice> all = [] {
        std::vector<Practice> practices;
        for (const char* text : {"products: {spruce: {}}", "products: {mail: {}}", "communication: {}",
                                 "products: {spruce: {}}\nsecurity_rule: {}"})
            practices.push_back(without_answers(practice_of(builtin(), text)));
        return practices;
    }();
    return all[chance.below(small ? 3 : 4)];
}

void answer_all(Practice& practice, Chance& chance) {
    for (Sheet& sheet : practice.sheets)
        for (std::size_t i = 0; i < sheet.answers.size(); ++i)
            sheet.answers[i] = chance.answer_to(sheet.group->questions[i], settings.today);
}

/// Some part of the questions, from nearly none to nearly all.
void answer_some(Practice& practice, Chance& chance) {
    const std::size_t tenths = 1 + chance.below(9);
    for (Sheet& sheet : practice.sheets)
        for (std::size_t i = 0; i < sheet.answers.size(); ++i)
            if (chance.below(10) < tenths)
                sheet.answers[i] = chance.answer_to(sheet.group->questions[i], settings.today);
}

/// What a check comes to, decisions, contradictions and the age of answers aside.
Result result_of(const Practice& practice, const Sheet& sheet, const Note& note, const Check& check) {
    const Scope scope{builtin(), practice, sheet, settings.today};
    Truth applies = Truth::yes;
    for (const auto* when : {&sheet.checklist->when, &note.when, &check.when})
        if (*when) applies = both(applies, AppliedWhen(**when, scope).holds);
    if (applies != Truth::yes) return applies == Truth::no ? Result::not_applicable : Result::unknown;
    const Truth met = evaluate(check.require, scope);
    if (met == Truth::yes) return Result::pass;
    if (met == Truth::unknown || check.otherwise == Otherwise::unknown) return Result::unknown;
    return check.otherwise == Otherwise::attention ? Result::attention : Result::fail;
}

std::vector<Result> results_of(const Practice& practice) {
    std::vector<Result> results;
    for (const Sheet& sheet : practice.sheets)
        for (const Note& note : sheet.checklist->notes)
            for (const Check& check : note.checks) results.push_back(result_of(practice, sheet, note, check));
    return results;
}

/// Finds the answers that a check of `practice` reads.
class Reads {
public:
    Reads(Practice& practice, Sheet& sheet, const Note& note, const Check& check) : practice_(practice), sheet_(sheet) {
        for (const auto* when : {&sheet.checklist->when, &note.when, &check.when})
            if (*when) add(**when);
        add(check.require);
    }

    struct Place {
        Answer* answer;
        const Question* question;
    };
    /// Those without an answer of their own.
    std::vector<Place> open;

private:
    void add(const Condition& condition) {
        for (const Condition& part : condition.parts) add(part);
        if (condition.kind != Condition::Kind::test) return;
        add(condition.question);
        for_each_question(condition.operand, [&](const QuestionRef& other) { add(other); });
    }

    Sheet* sheet_of(const QuestionRef& ref) {
        switch (ref.scope) {
            case QuestionRef::Scope::checklist:
                return &sheet_;
            case QuestionRef::Scope::facts:
                return &practice_.facts;
            case QuestionRef::Scope::elsewhere:
                if (const std::size_t other = practice_.sheet_of_checklist[ref.checklist]; other != Decision::no_sheet)
                    return &practice_.sheets[other];
                break;
            case QuestionRef::Scope::item:
                break;  // is read with its list
        }
        return nullptr;
    }

    void add(const QuestionRef& ref) {
        Sheet* sheet = sheet_of(ref);
        if (!sheet) return;
        Answer& answer = sheet->answers[ref.index];
        const bool known = std::ranges::find(open, &answer, &Place::answer) != open.end();
        if (answer.state != AnswerState::given && !known)
            open.push_back({&answer, &sheet->group->questions[ref.index]});
    }

    Practice& practice_;
    Sheet& sheet_;
};

/// Tries answers to all that the check reads; true if that to `question` makes a difference beside the same others.
bool makes_a_difference(Practice practice, std::size_t sheet_index, std::size_t question, const Note& note,
                        const Check& check, std::size_t tries, Chance& chance) {
    Sheet& sheet = practice.sheets[sheet_index];
    const Reads reads(practice, sheet, note, check);
    Answer& changing = sheet.answers[question];
    const Answer before = changing;
    for (std::size_t i = 0; i < tries; ++i) {
        for (const Reads::Place& place : reads.open)
            if (place.answer != &changing) *place.answer = chance.answer_to(*place.question, settings.today, true);
        changing = before;
        const Result without = result_of(practice, sheet, note, check);
        changing = chance.answer_to(sheet.group->questions[question], settings.today, true);
        if (result_of(practice, sheet, note, check) != without) return true;
    }
    return false;
}

bool reads_question(const Practice& practice, std::size_t sheet_index, std::size_t question, const Note& note,
                    const Check& check) {
    Practice copy = practice;
    const Reads reads(copy, copy.sheets[sheet_index], note, check);
    return std::ranges::find(reads.open, &copy.sheets[sheet_index].answers[question], &Reads::Place::answer) !=
           reads.open.end();
}

}  // namespace

TEST_CASE("what is asked decides what it is asked for, and what is not asked decides nothing") {
    Chance chance(1);
    std::size_t deciding = 0;
    std::size_t not_deciding = 0;
    for (int round = 0; round < 2000; ++round) {
        Practice practice = practice_without_answers(chance, round % 8 != 0);
        answer_some(practice, chance);
        const OpenQuestions open = open_questions(builtin(), practice, settings);
        const std::size_t sheet_index = chance.below(practice.sheets.size());
        const Sheet& sheet = practice.sheets[sheet_index];
        const std::size_t question = chance.below(sheet.answers.size());
        if (sheet.answers[question].state == AnswerState::given) continue;
        const auto asked = std::ranges::find_if(
            open.questions, [&](const OpenQuestion& one) { return one.sheet == &sheet && one.index == question; });
        for (const Note& note : sheet.checklist->notes)
            for (const Check& check : note.checks) {
                if (!reads_question(practice, sheet_index, question, note, check)) continue;
                CAPTURE(sheet.path_of(sheet.group->questions[question].key));
                CAPTURE(check.full_id);
                const bool expected =
                    asked != open.questions.end() &&
                    std::ranges::any_of(asked->stakes, [&](const Stake& stake) { return stake.check == &check; });
                const std::size_t tries = expected ? 20'000 : 40;
                CHECK(makes_a_difference(practice, sheet_index, question, note, check, tries, chance) == expected);
                ++(expected ? deciding : not_deciding);
            }
    }
    CHECK(deciding > 1000);
    CHECK(not_deciding > 500);
}

TEST_CASE("an interview leaves nothing that matters, and asks less than one in the order of the checklists") {
    Chance chance(2);
    std::size_t asked = 0;
    std::size_t in_checklist_order = 0;
    for (int round = 0; round < 40; ++round) {
        Practice truth = practice_without_answers(chance, round > 0);
        answer_all(truth, chance);
        const Interview interview = hold_interview(builtin(), truth, settings);
        asked += interview.asked.size();
        in_checklist_order += hold_interview(builtin(), truth, settings, first_in_checklist).asked.size();
        const std::vector<Result> results = results_of(interview.practice);
        CHECK(results == results_of(truth));
        for (int completion = 0; completion < 20; ++completion) {
            Practice complete = interview.practice;
            for (Sheet& sheet : complete.sheets)
                for (std::size_t i = 0; i < sheet.answers.size(); ++i)
                    if (sheet.answers[i].state != AnswerState::given && !chance.once_in(4))
                        sheet.answers[i] = chance.answer_to(sheet.group->questions[i], settings.today, true);
            CHECK(results_of(complete) == results);
        }
    }
    CAPTURE(asked);
    CAPTURE(in_checklist_order);
    CHECK(asked < in_checklist_order);
}

}  // namespace hipaa::testing
