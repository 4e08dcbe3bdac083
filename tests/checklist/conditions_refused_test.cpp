// What is wrong with a condition, and the whole message. The condition begins at line 18, column 18.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checklist/ids.hpp"
#include "support/lab.hpp"

using hipaa::get_later_version;

namespace {

struct RefusalRow {
    std::string condition;
    std::string expected;
};

void check_refusals(const std::vector<RefusalRow>& rows) {
    for (const RefusalRow& row : rows) {
        CAPTURE(row.condition);
        CHECK(hipaa::testing::refusal(row.condition) == row.expected);
    }
}

}  // namespace

TEST_CASE("tests on questions with one answer") {
    check_refusals({
        {"{}",
         "19:18: `require` of the check `c` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"[]", "19:18: `require` of the check `c` needs a condition such as {question: value}"},
        {"flag", "19:18: `require` of the check `c` needs a condition such as {question: value}"},
        {"~", "19:9: a check needs `require`"},
        {"", "19:9: a check needs `require`"},
        {"{flga: yes}", "19:19: `flga` is not a question; did you mean `flag`?"},
        {"{flag: 1}", "19:25: `flag` cannot be `1`; write yes or no, or maybe"},
        {"{flag: yess}", "19:25: `flag` cannot be `yess`; write yes or no, or maybe"},
        {"{flag: unknown}",
         "19:25: nothing can be compared with an unanswered question; to ask whether `flag` is answered write "
         "{answered: no}"},
        {"{flag: ~}",
         "19:19: nothing can be compared with an unanswered question; to ask whether `flag` is answered write "
         "{answered: no}"},
        {"{flag: }",
         "19:19: nothing can be compared with an unanswered question; to ask whether `flag` is answered write "
         "{answered: no}"},
        {R"({flag: ""})",
         "19:25: nothing can be compared with an unanswered question; to ask whether `flag` is answered write "
         "{answered: no}"},
        {"{flag: [yes, no]}", "19:25: `flag` is compared with a list; write {in: [...]}"},
        {"{flag: {}}", "19:25: `flag` needs at least one operator"},
        {"{flag: {iz: yes}}",
         "19:26: `iz` is not an operator of this version; for an answer of type yes_no there are is, is_not, "
         "in, not_in or answered; if the checklist is written for a later version, " +
             get_later_version()},
        {"{flag: {equals: yes}}",
         "19:26: `equals` is not an operator of this version; for an answer of type yes_no there are is, "
         "is_not, in, not_in or answered; if the checklist is written for a later version, " +
             get_later_version()},
        {"{flag: {before: today}}",
         "19:26: `before` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
        {"{flag: {at_least: 1}}",
         "19:26: `at_least` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
        {"{flag: {empty: yes}}",
         "19:26: `empty` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
        {"{flag: {includes: yes}}",
         "19:26: `includes` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
        {"{flag: {each: {ok: yes}}}",
         "19:26: `each` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
        {"{flag: {within_days: 1}}",
         "19:26: `within_days` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in "
         "or answered"},
        {"{flag: {is: maybee}}", "19:30: `flag` cannot be `maybee`; did you mean `maybe`?"},
        {"{flag: {in: []}}", "19:30: `in` of `flag` takes a list of at least one value"},
        {"{flag: {in: yes}}", "19:30: `in` of `flag` takes a list of at least one value"},
        {"{flag: {in: [yes, perhaps]}}", "19:36: `flag` cannot be `perhaps`; write yes or no, or maybe"},
        {"{flag: {in: [yes, unknown]}}", "19:36: `unknown` is not a value that `in` of `flag` can compare with"},
        {"{flag: {not_in: ~}}",
         "19:26: nothing can be compared with an unanswered question; to ask whether `flag` is answered write "
         "{answered: no}"},
        {"{flag: {answered: maybe}}", "19:36: `answered` of `flag` takes yes or no, not `maybe`"},
        {"{flag: {answered: unknown}}",
         "19:36: nothing can be compared with an unanswered question; to ask whether `flag` is answered write "
         "{answered: no}"},
        {"{flag: {is: {yes: no}}}", "19:30: `flag` cannot have keys of its own; write yes or no, or maybe"},
        {"{day: 2026-02-30}",
         "19:24: `day` cannot be `2026-02-30`: there is no such day; write a date such as 2026-01-31, or "
         "not_yet"},
        {"{day: yes}", "19:24: `day` cannot be `yes`; write a date such as 2026-01-31, or not_yet"},
        {"{day: {before: 2026-13-01}}",
         "19:33: `before` of `day` takes a date, a date question or today, not `2026-13-01`"},
        {"{day: {before: Today}}", "19:33: `before` of `day` takes a date, a date question or today, not `Today`"},
        {"{day: {before: other_dya}}",
         "19:33: `before` of `day` takes a date, a date question or today, not `other_dya`; did you mean "
         "`other_day`?"},
        {"{day: {before: not_yet}}", "19:33: `before` of `day` takes a date, a date question or today, not `not_yet`"},
        {"{day: {before: count}}",
         "19:33: `before` of `day` takes a date, a date question or today, but the answer to `count` is of "
         "type number"},
        {"{day: {before: [today]}}",
         "19:33: `before` of `day` takes a date, a date question or today, not a list or a map"},
        {"{day: {at_most: 3}}",
         "19:25: `at_most` does not fit `day`, whose answer is of type date; use is, is_not, in, not_in, "
         "answered, before, on_or_before, after, on_or_after, within_days or in_next_days"},
        {"{day: {within_days: -1}}",
         "19:38: `within_days` of `day` takes a number of days or a number question, not `-1`"},
        {"{day: {within_days: other_day}}",
         "19:38: `within_days` of `day` takes a number of days or a number question, but the answer to "
         "`other_day` is of type date"},
        {"{day: {within_days: soon}}",
         "19:38: `within_days` of `day` takes a number of days or a number question, not `soon`"},
        {"{day: {is: nevr}}", "19:29: `day` cannot be `nevr`; write a date such as 2026-01-31, or not_yet"},
        {"{day: {is: today}}", "19:29: `day` cannot be `today`; write a date such as 2026-01-31, or not_yet"},
        {"{count: two}",
         "19:26: `count` cannot be `two`; write a whole number such as 2 (digits only, not negative), or many"},
        {"{count: {at_least: lmit}}",
         "19:37: `at_least` of `count` takes a number or a number question, not `lmit`; did you mean `limit`?"},
        {"{count: {at_least: day}}",
         "19:37: `at_least` of `count` takes a number or a number question, but the answer to `day` is of type "
         "date"},
        {"{count: {at_least: many}}", "19:37: `at_least` of `count` takes a number or a number question, not `many`"},
        {"{count: {before: today}}",
         "19:27: `before` does not fit `count`, whose answer is of type number; use is, is_not, in, not_in, "
         "answered, at_least or at_most"},
        {"{count: {in: [1, x]}}",
         "19:35: `count` cannot be `x`; write a whole number such as 2 (digits only, not negative), or many"},
        {"{words: {at_least: 1}}",
         "19:27: `at_least` does not fit `words`, whose answer is of type text; use is, is_not, in, not_in or "
         "answered"},
        {"{words: [a]}", "19:26: `words` is compared with a list; write {in: [...]}"},
        {"{tag: EXC-01}",
         "19:24: `tag` cannot be `EXC-01`; write a code such as ab-01 (2 to 5 lowercase letters, a dash, 2 to 4 "
         "digits), or untagged"},
        {"{tag: {is: exc-1}}",
         "19:29: `tag` cannot be `exc-1`; write a code such as ab-01 (2 to 5 lowercase letters, a dash, 2 to 4 "
         "digits), or untagged"},
        {"{tag: {empty: no}}",
         "19:25: `empty` does not fit `tag`, whose answer is of type code; use is, is_not, in, not_in or "
         "answered"},
        {"{pick: yellow}", "19:25: `pick` cannot be `yellow`; write one of red, green or blue, or other"},
        {"{pick: blu}", "19:25: `pick` cannot be `blu`; did you mean `blue`?"},
        {"{pick: {in: [red, yellow]}}", "19:36: `pick` cannot be `yellow`; write one of red, green or blue, or other"},
        {"{pick: {includes: red}}",
         "19:26: `includes` does not fit `pick`, whose answer is of type choice; use is, is_not, in, not_in or "
         "answered"},
        {"{pick: {only: [red]}}",
         "19:26: `only` does not fit `pick`, whose answer is of type choice; use is, is_not, in, not_in or "
         "answered"},
        {"{pick: {after: today}}",
         "19:26: `after` does not fit `pick`, whose answer is of type choice; use is, is_not, in, not_in or "
         "answered"},
    });
}

TEST_CASE("an addressable question is tested as a whole or by its parts") {
    const auto refused = [](const std::string& condition) {
        std::string text = hipaa::testing::lab_checklist(condition);
        text.insert(text.find("  flag: {ask"), "  lock: {ask: a, answer: addressable}\n");
        return hipaa::testing::refusal_of(text);
    };
    const std::string whole =
        "20:19: `lock` is addressable; test it with {addressed: yes}, or its parts `lock.status` and "
        "`lock.rationale_documented`";
    for (const std::string test : {"yes", "{is: implemented}", "{addressed: perhaps}",
                                   "{addressed: yes, is: implemented}", "[implemented]", "{}"})
        CHECK(refused("{lock: " + test + "}") == whole);
    CHECK(refused("{lock.status: yes}") ==
          "20:32: `lock.status` cannot be `yes`; write one of implemented, alternative, "
          "not_reasonable or not_addressed");
}

TEST_CASE("tests on several answers, nested conditions, questions elsewhere") {
    check_refusals({
        {"{picks: red}",
         "19:26: `picks` holds several answers, so it cannot be equal to one; use answered, empty, includes, "
         "includes_any or only"},
        {"{picks: [red]}", "19:26: `picks` is compared with a list; write {only: [...]}"},
        {"{picks: {is: red}}",
         "19:27: `is` does not fit `picks`, whose answer is of type choices; use answered, empty, includes, "
         "includes_any or only"},
        {"{picks: {in: [red]}}",
         "19:27: `in` does not fit `picks`, whose answer is of type choices; use answered, empty, includes, "
         "includes_any or only"},
        {"{picks: {includes: [red]}}", "19:37: `picks` cannot have a list; write one of red, green or blue"},
        {"{picks: {includes: yellow}}", "19:37: `picks` cannot be `yellow`; write one of red, green or blue"},
        {"{picks: {includes: no_idea}}", "19:37: `picks` cannot be `no_idea`; write one of red, green or blue"},
        {"{picks: {only: red}}",
         "19:33: `only` of `picks` takes a list of the question's choices, or another question with several; write "
         "[red]"},
        {"{picks: {includes_any: reed}}",
         "19:41: `includes_any` of `picks` takes a list of the question's choices, or another question with several, "
         "not `reed`"},
        {"{picks: {includes_any: pick}}",
         "19:41: `includes_any` of `picks` takes a list of the question's choices, or another question with several, "
         "but the answer to `pick` is of type choice"},
        {"{picks: {includes_any: othr_picks}}",
         "19:41: `includes_any` of `picks` takes a list of the question's choices, or another question with several, "
         "not `othr_picks`; did you mean `other_picks`?"},
        {"{picks: {includes_any: []}}", "19:41: `includes_any` of `picks` takes a list of at least one value"},
        {"{picks: {includes_any: [yellow]}}", "19:42: `picks` cannot be `yellow`; write one of red, green or blue"},
        {"{picks: {only: []}}", "19:33: `only` of `picks` takes a list of at least one value"},
        {"{picks: {only: [red, no_idea]}}", "19:39: `picks` cannot be `no_idea`; write one of red, green or blue"},
        {"{picks: {empty: perhaps}}", "19:34: `empty` of `picks` takes yes or no, not `perhaps`"},
        {"{picks: {each: {ok: yes}}}",
         "19:27: `each` does not fit `picks`, whose answer is of type choices; use answered, empty, includes, "
         "includes_any or only"},
        {"{list: yes}",
         "19:25: `list` holds several answers, so it cannot be equal to one; use answered, empty, each, some or count"},
        {"{list: {is: yes}}",
         "19:26: `is` does not fit `list`, whose answer is of type list; use answered, empty, each, some or count"},
        {"{list: {includes: a}}",
         "19:26: `includes` does not fit `list`, whose answer is of type list; use answered, empty, each, "
         "some or count"},
        {"{list: {each: {}}}",
         "19:32: `require` of the check `c` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"{list: {each: yes}}", "19:32: `require` of the check `c` needs a condition such as {question: value}"},
        {"{list: {each: {okk: yes}}}", "19:33: `okk` is not a question; did you mean `ok`?"},
        {"{list: {some: {flag: {before: today}}}}",
         "19:40: `before` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
        {"{list: {each: {ok: 3}}}", "19:37: `ok` cannot be `3`; write yes or no"},
        {"{list: {each: {list: {some: {ok: yes}}}}}",
         "19:40: `some` on `list` stands inside another each, some or count; one list at a time can be looked at"},
        {"{list: {count: {where: {ok: yes}}}}",
         "19:26: `count` of `list` needs at_least or at_most, or both: how many items are to meet `where`"},
        {"{list: {count: {at_least: 1}}}", "19:26: `count` of `list` needs `where`"},
        {"{list: {count: 3}}", "19:33: `count` of `list` is written as a map of keys and values"},
        {"{list: {count: {where: {}, at_least: 1}}}",
         "19:41: `require` of the check `c` needs a condition such as {question: value}; an empty one would always "
         "hold"},
        {"{list: {count: {where: {okk: yes}, at_least: 1}}}", "19:42: `okk` is not a question; did you mean `ok`?"},
        {"{list: {count: {where: {ok: yes}, at_lest: 1}}}",
         "19:26: `count` of `list` needs at_least or at_most, or both: how many items are to meet `where`\n"
         "19:52: `at_lest` is not a key of `count` of `list`; did you mean `at_least`?"},
        {"{list: {count: {where: {ok: yes}, at_least: -1}}}",
         "19:62: `at_least` of `list` takes a number or a number question, not `-1`"},
        {"{list: {count: {where: {ok: yes}, at_least: 1.5}}}",
         "19:62: `at_least` of `list` takes a whole number, not `1.5`"},
        {"{list: {count: {where: {ok: yes}, at_most: lmit}}}",
         "19:61: `at_most` of `list` takes a number or a number question, not `lmit`; did you mean `limit`?"},
        {"{list: {count: {where: {ok: yes}, at_most: n}}}",
         "19:61: `at_most` of `list` takes a number or a number question, not `n`"},
        {"{picks: {count: {where: {ok: yes}, at_most: 1}}}",
         "19:27: `count` does not fit `picks`, whose answer is of type choices; use answered, empty, includes, "
         "includes_any or only"},
        {"{list: {each: {list: {count: {where: {ok: yes}, at_most: 1}}}}}",
         "19:40: `count` on `list` stands inside another each, some or count; one list at a time can be looked at"},
        {"{ok: yes}",
         "19:19: `ok` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"{all: []}", "19:24: `all` takes a list of at least one condition"},
        {"{any: {}}", "19:24: `any` takes a list of at least one condition"},
        {"{any: }", "19:19: `any` takes a list of at least one condition"},
        {"{all: [{}]}",
         "19:25: `require` of the check `c` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"{all: [flag]}", "19:25: `require` of the check `c` needs a condition such as {question: value}"},
        {"{not: {}}",
         "19:24: `require` of the check `c` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"{not: [{flag: yes}]}", "19:24: `require` of the check `c` needs a condition such as {question: value}"},
        {"{not: flag}", "19:24: `require` of the check `c` needs a condition such as {question: value}"},
        {"{all: [{flag: 1}, {count: x}], any: [{day: y}]}",
         "19:32: `flag` cannot be `1`; write yes or no, or maybe\n"
         "19:44: `count` cannot be `x`; write a whole number such as 2 (digits only, not negative), or many\n"
         "19:61: `day` cannot be `y`; write a date such as 2026-01-31, or not_yet"},
        {"{is: yes}", "19:19: `is` is an operator and needs a question before it: {question: {is: ...}}"},
        {"{/practice.covered_entiy: yes}",
         "19:19: `/practice.covered_entiy` is not a question; did you mean `/practice.covered_entity`?"},
        {"{/practice.covered_entity: 1}", "19:45: `/practice.covered_entity` cannot be `1`; write yes or no"},
        {"{/practice.name: {at_least: 1}}",
         "19:36: `at_least` does not fit `/practice.name`, whose answer is of type text; use is, is_not, in, "
         "not_in or answered"},
        {"{/products.spruce.plan.tier: gold}",
         "19:47: `/products.spruce.plan.tier` cannot be `gold`; write one of free, trial, basic, communicator, "
         "enterprise or other_paid"},
        {"{/products.spruce.plan.teir: free}",
         "19:19: `/products.spruce.plan.teir` is not a question; did you mean `/products.spruce.plan.tier`?"},
        {"{/practice.clinicians: 2}",
         "19:19: `/practice.clinicians` is not a question; there are /practice.name or "
         "/practice.covered_entity"},
        {"{list.ok: yes}",
         "19:19: `list` is a list; use each, some or count to look at its items: {list: {each: {ok: ...}}}"},
        {"{/products.nuvo.x: free}",
         "19:19: `/products.nuvo.x` is not a question of this checklist; add it under `questions`, or write a "
         "question of another checklist with a leading `/`"},
        {"{/practice: free}",
         "19:19: `/practice` is not a question of this checklist; add it under `questions`, or write a "
         "question of another checklist with a leading `/`"},
        {"{/: free}",
         "19:19: `/` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"{practice.covered_entity: yes}",
         "19:19: `practice.covered_entity` is not a question; did you mean `/practice.covered_entity`?"},
        {"{count: {at_least: /products.spruce.plan.tier}}",
         "19:37: `at_least` of `count` takes a number or a number question, but the answer to "
         "`/products.spruce.plan.tier` is of type choice"},
        {"{flag: {is: yes, iss: no, before: today}}",
         "19:35: `iss` is not an operator; did you mean `is`?\n"
         "19:44: `before` does not fit `flag`, whose answer is of type yes_no; use is, is_not, in, not_in or "
         "answered"},
    });
}
