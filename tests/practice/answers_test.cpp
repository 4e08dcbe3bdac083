// What counts as an answer, in every spelling, and what counts as none.
#include "support/condition_rows.hpp"
#include "support/lab.hpp"

using hipaa::testing::check_conditions;

TEST_CASE("yes and no in every spelling") {
    for (const std::string word : {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "'yes'", "\"TrUe\""})
        check_conditions({{"{flag: yes}", "flag: " + word, "pass: flag=true"}});
    for (const std::string word : {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "'no'", "\"oFF\""})
        check_conditions({{"{flag: yes}", "flag: " + word, "fail: flag=false"}});
}

TEST_CASE("not answered, in every form") {
    for (const std::string answer :
         {"", "flag: unknown", "flag: Unknown", "flag: UNKNOWN", "flag: 'unknown'", "flag: \"unKnown\"", "flag: null",
          "flag: Null", "flag: ~", "flag: ", "flag: ''", "flag: \"\"", "flag: '  '"})
        check_conditions({{"{flag: yes}", answer, "unknown: flag=null"}});
    // A default stands for an absent key only.
    for (const std::string answer :
         {"default_value: unknown", "default_value: ~", "default_value: ''", "default_value: "})
        check_conditions({{"{default_value: yes}", answer, "unknown: default_value=null"}});
    for (const std::string inside : {"unknown", "UNKNOWN", "'unknown'", "~", "null", "''", "\"\""})
        check_conditions({{"{picks: {only: [red]}}", "picks: [red, " + inside + "]", "unknown: picks=null"},
                          {"{list: {some: {ok: yes}}}", "list: [{ok: yes}, " + inside + "]", "unknown: list=null"}});
}

TEST_CASE("choices and `also` words ignore case, texts do not") {
    check_conditions({
        {"{pick: red}", "pick: Red", "pass: pick=red"},
        {"{pick: red}", "pick: 'RED'", "pass: pick=red"},
        {"{pick: Red}", "pick: red", "pass: pick=red"},
        {"{pick: other}", "pick: Other", "pass: pick=other"},
        {"{picks: {includes: Green}}", "picks: [GREEN]", "pass: picks=[\"green\"]"},
        {"{day: not_yet}", "day: Not_Yet", "pass: day=not_yet"},
        {"{words: Nothing}", "words: nothing", "pass: words=nothing"},
        {"{words: Red}", "words: red", "fail: words=red"},
        // Whatever YAML 1.1 makes of them, these are texts.
        {"{words: 'on'}", "words: on", "pass: words=on"},
        {"{words: 'no'}", "words: no", "pass: words=no"},
        {"{words: '012'}", "words: 012", "pass: words=012"},
    });
}

TEST_CASE("numbers are written in digits") {
    check_conditions({
        {"{count: 10}", "count: 10", "pass: count=10"},
        {"{count: 10}", "count: 010", "pass: count=10"},
        {"{count: 10}", "count: '10'", "pass: count=10"},
        {"{count: 10}", "count: 10.0", "pass: count=10"},
        {"{count: 0}", "count: 0", "pass: count=0"},
        {"{count: 999999999999999}", "count: 999999999999999", "pass: count=999999999999999"},
    });
}

TEST_CASE("dates are days of the calendar, quoted or not") {
    check_conditions({
        {"{day: 2024-02-29}", "day: 2024-02-29", "pass: day=2024-02-29"},
        {"{day: 2024-02-29}", "day: '2024-02-29'", "pass: day=2024-02-29"},
        {"{day: {before: 0001-01-02}}", "day: 0001-01-01", "pass: day=0001-01-01"},
        {"{day: {after: 2026-12-31}}", "day: 9999-12-31", "pass: day=9999-12-31"},
    });
}

TEST_CASE("lists of records") {
    using namespace hipaa::testing;
    struct Row {
        std::string list;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"yes",
         "1:24: `list` cannot be `yes`; write a list of items, each on lines of its own after `- `, with the "
         "keys ok, day, n or flag, or none_kept, or unknown"},
        {"{ok: yes}",
         "1:24: `list` cannot have keys of its own; write a list of items, each on lines of its own after "
         "`- `, with the keys ok, day, n or flag, or none_kept, or unknown"},
        {"[yes]",
         "1:25: each item of `list` has keys of its own: a list of items, each on lines of its own after "
         "`- `, with the keys ok, day, n or flag, or none_kept, or unknown"},
        {"[{okk: yes}]", "1:26: `okk` is not a key of `list[1]`; did you mean `ok`?"},
        {"[{ok: maybe}]", "1:30: `list[1].ok` cannot be `maybe`; write yes or no, or unknown"},
        {"[{}, {n: two, day: 2026-02-30}]",
         "1:33: `list[2].n` cannot be `two`; did you mean `2`?\n"
         "1:43: `list[2].day` cannot be `2026-02-30`: there is no such day; write a date such as 2026-01-31, or never, "
         "or unknown"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.list);
        const Scratch scratch;
        scratch.write("lab.yaml", lab_checklist("{flag: yes}"));
        scratch.write("p.yaml", "products: {lab: {list: " + row.list + "}}\n");
        const Outcome outcome = run_program({"-f", "json", "--rules", "lab.yaml", "p.yaml"});
        CHECK(outcome.status == 3);
        std::string messages = headlines(outcome.err);
        for (auto at = messages.find("p.yaml:"); at != std::string::npos; at = messages.find("p.yaml:", at))
            messages.erase(at, 7);
        CHECK(messages == row.expected);
    }
    check_conditions({{"{list: {each: {ok: yes}}}", "list: [{ok: yes, x-who: me}]", "pass: list[1].ok=true"}});
}

TEST_CASE("codes are unique within their list") {
    using namespace hipaa::testing;
    const Scratch scratch;
    scratch.write("c.yaml",
                  "checklist: 1\nid: c\ntitle: C\nabout: products.lab\nquestions:\n"
                  "  who: {ask: a, answer: {list: {code: {ask: a, answer: code}}}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, "
                  "require: {who: {empty: no}}, message: m, fix: f}]}]\n");
    scratch.write("p.yaml", "products: {lab: {who: [{code: ab-01}, {code: ab-02}, {code: ab-01}]}}\n");
    CHECK(headlines(run_program({"-f", "json", "--rules", "c.yaml", "p.yaml"}).err) ==
          "p.yaml:1:61: the code `ab-01` is repeated in `who`; give each item a code of its own");
    for (const std::string code : {"a-01", "abcdef-01", "ab-1", "ab-12345", "ab-0x", "Jane Doe"}) {
        CAPTURE(code);
        scratch.write("p.yaml", "products: {lab: {who: [{code: " + code + "}]}}\n");
        CHECK(headlines(run_program({"-f", "json", "--rules", "c.yaml", "p.yaml"}).err) ==
              "p.yaml:1:31: `who[1].code` cannot be `" + code +
                  "`; write a code such as ab-01 (2 to 5 lowercase letters, a dash, 2 to 4 digits), or unknown");
    }
    for (const std::string code : {"AB-01", "ab01", "ab 01"}) {
        CAPTURE(code);
        scratch.write("p.yaml", "products: {lab: {who: [{code: " + code + "}]}}\n");
        CHECK(headlines(run_program({"-f", "json", "--rules", "c.yaml", "p.yaml"}).err) ==
              "p.yaml:1:31: `who[1].code` cannot be `" + code + "`; did you mean `ab-01`?");
    }
}
