// The help of a question, taken apart into where to look and what each answer means.
#include "checklist/answer_guide.hpp"

#include <doctest/doctest.h>

#include "checklist/builtin/builtin_library.hpp"

namespace hipaa {
namespace {

std::string shown(const Question& question) {
    const AnswerGuide guide = guide_to(question);
    std::string text = guide.where;
    for (const AnswerMeaning& answer : guide.answers) text += "\n" + answer.word + ": " + answer.meaning;
    return text;
}

TEST_CASE("where to look, then the meaning of each word") {
    struct Row {
        AnswerKind kind;
        std::vector<Text> words;
        std::uint32_t choices;
        Text where;
        std::string expected;
    };
    const std::vector<Row> rows{
        {AnswerKind::choice,
         {"free", "paid"},
         2,
         "Settings > Billing. free = no payment. paid = anything else.",
         "Settings > Billing.\nfree: no payment\npaid: anything else"},
        {AnswerKind::choice, {"none", "all"}, 2, "all = every one; none = nobody.", "\nnone: nobody\nall: every one"},
        {AnswerKind::choice, {"all", "overall"}, 2, "overall = in sum. all = each.", "\nall: each\noverall: in sum"},
        {AnswerKind::yes_no,
         {},
         0,
         "Your papers. yes = it is there. A copy will do.",
         "Your papers. A copy will do.\nyes: it is there\nno: "},
        {AnswerKind::yes_no, {}, 0, "", "\nyes: \nno: "},
        {AnswerKind::date,
         {"not_yet"},
         0,
         "The oldest call. not_yet = none so far.",
         "The oldest call.\nnot_yet: none so far"},
        {AnswerKind::choices,
         {"team"},
         1,
         "Only its own. team = your team. [] = you have none.",
         "Only its own.\nteam: your team\n[]: you have none"},
        {AnswerKind::number, {}, 0, "The charts. Write 0 if x = 0.", "The charts. Write 0 if x = 0."},
    };
    for (const Row& row : rows) {
        Question question;
        question.kind = row.kind;
        question.words = row.words;
        question.choices = row.choices;
        question.where = row.where;
        CAPTURE(std::string(row.where));
        CHECK(shown(question) == row.expected);
    }
}

TEST_CASE("the built-in checklists say what each word means that they offer") {
    for (const Checklist& checklist : load_all_builtin().checklists)
        for (const Question& question : checklist.group.questions)
            for (const AnswerMeaning& answer : guide_to(question).answers) {
                if (question.kind == AnswerKind::yes_no || answer.word == "[]") continue;
                CAPTURE(std::string(question.key));
                CAPTURE(answer.word);
                CHECK(answer.meaning != "");
            }
}

}  // namespace
}  // namespace hipaa
