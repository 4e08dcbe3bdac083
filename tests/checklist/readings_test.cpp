// What people write for an answer, and what it is read as.
#include "checklist/read/spoken/readings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checklist/date_readings.hpp"

namespace hipaa {
namespace {

struct Row {
    std::string text;
    std::string expected;  // readings with blanks between, meanings in parentheses, and what was left over
};

std::string read(const Question& question, const std::string& text) {
    std::string found;
    for (const AnswerReading& reading : readings(question, text))
        found += (found.empty() ? "" : " ") + reading.text +
                 (reading.meaning.empty() ? "" : fmt::format(" ({})", reading.meaning)) +
                 (reading.left_over.empty() ? "" : fmt::format(" beside {}", reading.left_over));
    return found;
}

void check_rows(const Question& question, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(read(question, row.text) == row.expected);
    }
}

Question question_of(AnswerKind kind, std::vector<Text> choices = {}, std::vector<Text> also = {}) {
    Question question;
    question.kind = kind;
    question.choices = static_cast<std::uint32_t>(choices.size());
    question.words = std::move(choices);
    question.words.insert(question.words.end(), also.begin(), also.end());
    return question;
}

TEST_CASE("dates") {
    check_rows(question_of(AnswerKind::date, {}, {"not_yet"}),
               {{"2026-3-2", "2026-03-02"},
                {"2026/03/02", "2026-03-02"},
                {"2026.3.2", "2026-03-02"},
                {"2026-02-03T00:00:00", "2026-02-03"},
                {"2026-02-03 09:30", "2026-02-03"},
                {"3/2/2026", "2026-03-02 (March 2) 2026-02-03 (February 3)"},
                {"3.2.26", "2026-03-02 (March 2) 2026-02-03 (February 3)"},
                {"26-03-02", "2026-03-02 (March 2) 2002-03-26 (March 26)"},
                {"26/13/02", ""},
                {"99-03-02", "1999-03-02"},
                {"31-12-99", "1999-12-31"},
                {"03-02-26", "2026-03-02 (March 2) 2026-02-03 (February 3)"},
                {"2026\u201301\u201310", "2026-01-10"},
                {"2026\u20111\u201110", "2026-01-10"},
                {"Monday, March 2, 2026", "2026-03-02"},
                {"Mon 3/2/2026", "2026-03-02"},
                {"Monday the 2nd of March 2026", "2026-03-02"},
                {"Tuesday, March 2, 2026", ""},
                {"3/3/2026", "2026-03-03"},
                {"3/3/99", "1999-03-03"},
                {"3/14/2026", "2026-03-14"},
                {"14/3/2026", "2026-03-14"},
                {"31/31/2026", ""},
                {"2/30/2026", ""},
                {"March 2, 2026", "2026-03-02"},
                {"mar 2 2026", "2026-03-02"},
                {"Mar. 2nd, 2026", "2026-03-02"},
                {"2 March 2026", "2026-03-02"},
                {"the 2nd of March 2026", "2026-03-02"},
                {"2026 March 2", "2026-03-02"},
                {"Septembr 9, 2026", "2026-09-09"},
                {"March 2026", ""},
                {"Feb 30, 2026", ""},
                {"March April 2, 2026", ""},
                {"2026", ""},
                {"soon", ""},
                {"not yet, sorry", "not_yet"},
                {"don't know", "unknown"},
                {"?", "unknown"}});
}

TEST_CASE("numbers") {
    check_rows(question_of(AnswerKind::number), {{"two", "2"},
                                                 {"Twenty", "20"},
                                                 {"none", "0"},
                                                 {"nobody", "0"},
                                                 {"3 clients", "3 beside clients"},
                                                 {"about 5", "5 beside about"},
                                                 {"~5", "5 beside ~5"},
                                                 {"two dozen", ""},
                                                 {"more than 5", ""},
                                                 {"two and a half", ""},
                                                 {"not 2", ""},
                                                 {"1,000", "1000"},
                                                 {"12,000,000", "12000000"},
                                                 {"1,5", "1 2"},
                                                 {"10,00,0", ""},
                                                 {"one hundred", "100"},
                                                 {"a hundred", "100"},
                                                 {"about a hundred clients", "100 beside about clients"},
                                                 {"hundred", ""},
                                                 {"a few hundred", ""},
                                                 {"Two hundred and five", "205"},
                                                 {"twelve hundred", "1200"},
                                                 {"3 thousand", "3000"},
                                                 {"three thousand four hundred and fifty-six", "3456"},
                                                 {"twenty-one", "21"},
                                                 {"Twenty one clients", "21 beside clients"},
                                                 {"one-two", ""},
                                                 {"one or two", ""},
                                                 {"two and three", ""},
                                                 {"twenty eleven", ""},
                                                 {"zero", "0"},
                                                 {"one hundred zero", ""},
                                                 {"half of 12", ""},
                                                 {"one -", ""},
                                                 {"5000 clients", "5000 beside clients"},
                                                 {"3 or 4", ""},
                                                 {"3-4", ""},
                                                 {"-1", ""},
                                                 {"+1", ""},
                                                 {"1e3", ""},
                                                 {"many", ""},
                                                 {"not sure", "unknown"}});
}

TEST_CASE("yes and no") {
    check_rows(question_of(AnswerKind::yes_no), {{"yep", "yes"},
                                                 {"YES!", "yes"},
                                                 {"yes, all of them", "yes"},
                                                 {"Nope.", "no"},
                                                 {"no, never", "no"},
                                                 {"not yet", "no"},
                                                 {"1", ""},
                                                 {"maybe", ""},
                                                 {"no idea", "unknown"},
                                                 {"no problem", ""},
                                                 {"Yes - since May", "yes beside since may"},
                                                 {"no, we do not", "no"},
                                                 {"Yes we do", "yes"},
                                                 {"yes it is.", "yes"},
                                                 {"No we don't", "no"},
                                                 {"yes we do not", ""},
                                                 {"no we do", ""},
                                                 {"I don\u2019t know", "unknown"}});
}

TEST_CASE("choices") {
    const Question plan = question_of(AnswerKind::choice, {"free", "trial", "basic", "other_paid"});
    check_rows(plan, {{"Basic plan", "basic"},
                      {"Other paid plan", "other_paid"},
                      {"the free one", "free"},
                      {"free or basic", ""},
                      {"not free", ""},
                      {"enterprise", ""},
                      {"tbd", "unknown"}});
    const Question sends = question_of(AnswerKind::choice, {"none", "not_used", "some", "all", "all_in_time"});
    check_rows(sends, {{"Not used any more", "not_used beside any more"},
                       {"all in time, I think", "all_in_time beside think"},
                       {"not all", ""},
                       {"not all in time", ""},
                       {"unused, not used", ""},
                       {"isn't all", ""}});
}

TEST_CASE("several choices, and lists") {
    const Question mailbox = question_of(AnswerKind::choices, {"care_team", "clients"}, {"no_mailbox"});
    check_rows(mailbox, {{"care team", "[care_team]"},
                         {"Care team and clients", "[care_team, clients] beside and"},
                         {"none", "[]"},
                         {"no mailbox", "no_mailbox"},
                         {"friends", ""},
                         {"no idea", "unknown"}});
    check_rows(question_of(AnswerKind::list),
               {{"nobody", "[]"}, {"none of them", "[]"}, {"no one", "[]"}, {"n/a", ""}, {"Anna", ""}});
}

TEST_CASE("codes") {
    check_rows(question_of(AnswerKind::code), {{"AB-13", "ab-13"},
                                               {"ab 13", "ab-13"},
                                               {"Ab13", "ab-13"},
                                               {"ab\u201313", "ab-13 beside ab\u201313"},
                                               {"a-13", ""},
                                               {"ab-1", ""},
                                               {"13-ab", ""},
                                               {"Anna", ""},
                                               {"?", "unknown"}});
}

TEST_CASE("a whole sentence is no answer") {
    CHECK(read(question_of(AnswerKind::yes_no), "yes " + std::string(100, 'x')) == "");
}

TEST_CASE("months and days in words") { CHECK(month_and_day(parse_date("2026-09-05").value()) == "September 5"); }

}  // namespace
}  // namespace hipaa
