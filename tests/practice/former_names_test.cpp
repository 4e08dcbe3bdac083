// Keys and words of earlier versions keep working, and the run says what they are called now.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checklist/refusals.hpp"

using namespace hipaa::testing;

namespace {

const std::string checklist = R"(checklist: 1
id: lab
name: Lab
title: Lab
about: products.lab
questions:
  texts.analyzed: {ask: a, answer: number, formerly: [texts.analysed, studied]}
  status: {ask: a, answer: {choice: [none, executed]}, also: [unclear], formerly: {executed: [signed], unclear: [dim]}}
  uses: {ask: a, answer: {choices: [video, forms]}, formerly: [used_for, {forms: [papers]}]}
  people: {ask: a, answer: {list: {ok: {ask: a, answer: yes_no, formerly: [fine]}}}}
  lock: {ask: a, answer: addressable, formerly: [door]}
notes:
  - {id: n, number: 1, title: Do, why: w, basis: recommendation, checks: [
      {id: analyzed, require: {texts.analyzed: {at_least: 2}}, message: m, fix: f},
      {id: status, require: {status: executed}, message: m, fix: f},
      {id: unclear, require: {status: unclear}, message: m, fix: f},
      {id: uses, require: {uses: {only: [forms]}}, message: m, fix: f},
      {id: people, require: {people: {each: {ok: yes}}}, message: m, fix: f},
      {id: lock, require: {lock: {addressed: yes}}, message: m, fix: f}]}
)";

Outcome run(const std::string& answers) {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write("p.yaml", lab_practice(answers));
    return run_program({"-f", "json", "--rules", "lab.yaml", "p.yaml"});
}

}  // namespace

TEST_CASE("an old name works like the new one") {
    struct Row {
        std::string answers;
        std::string check;
        std::string remarks;
    };
    const std::string at = "3:9 `products.lab.";
    for (const Row& row : std::vector<Row>{
             {"texts: {analyzed: 2}", "analyzed", ""},
             {"texts: {analysed: 2}", "analyzed",
              "3:17 `products.lab.texts.analysed` is now called `products.lab.texts.analyzed`; write that"},
             {"studied: 2", "analyzed",
              "3:9 `products.lab.studied` is now called `products.lab.texts.analyzed`; write that"},
             {"status: Signed", "status",
              "3:17 `products.lab.status: signed` is now called `products.lab.status: executed`; write that"},
             {"status: dim", "unclear",
              "3:17 `products.lab.status: dim` is now called `products.lab.status: unclear`; write that"},
             {"used_for: [papers, forms]", "uses",
              "3:9 `products.lab.used_for` is now called `products.lab.uses`; write that\n"
              "3:20 `products.lab.uses: papers` is now called `products.lab.uses: forms`; write that"},
             {"people: [{fine: yes}]", "people",
              "3:19 `products.lab.people[].fine` is now called `products.lab.people[].ok`; write that"},
             {"door: implemented", "lock",
              "3:9 `products.lab.door.status` is now called `products.lab.lock.status`; write that"},
             {"door: {status: implemented}", "lock",
              "3:16 `products.lab.door.status` is now called `products.lab.lock.status`; write that"},
         }) {
        CAPTURE(row.answers);
        const Outcome outcome = run(row.answers);
        REQUIRE(outcome.err.empty());
        const Report report(outcome.out);
        CHECK(report.result("lab/n/" + row.check) == "pass");
        CHECK(report.remarks() == row.remarks);
    }
}

TEST_CASE("conditions on several choices know former words") {
    for (const std::string test : {"{only: [papers]}", "{includes: Papers}", "{includes_any: [papers]}"}) {
        CAPTURE(test);
        const Scratch scratch;
        std::string renamed = checklist;
        const std::string old_test = "{only: [forms]}";
        scratch.write("lab.yaml", renamed.replace(renamed.find(old_test), old_test.size(), test));
        scratch.write("p.yaml", lab_practice("uses: [forms]"));
        const Outcome outcome = run_program({"-f", "json", "--rules", "lab.yaml", "p.yaml"});
        REQUIRE(outcome.err == "");
        CHECK(Report(outcome.out).result("lab/n/uses") == "pass");
    }
}

TEST_CASE("a mistake under an old name is told by that name") {
    CHECK(headlines(run("texts: {analysed: many}").err) ==
          "p.yaml:3:27: `texts.analysed` cannot be `many`; write a whole number such as 2 (digits only, not negative), "
          "or "
          "unknown");
    // What is suggested is never an old name.
    CHECK(headlines(run("textz: {}").err) ==
          "p.yaml:3:9: `textz` is not a key of `products.lab`; did you mean `texts`?");
    CHECK(headlines(run("studies: 2").err) ==
          "p.yaml:3:9: `studies` is not a key of `products.lab`; its keys are texts, status, uses, people, lock or "
          "name");
}

TEST_CASE("old and new in one file") {
    CHECK(headlines(run("texts: {analyzed: 2, analysed: 2}").err) ==
          "p.yaml:3:30: `analysed` and `analyzed` (line 3, column 17) are two names of one question, of different "
          "versions; keep `texts.analyzed` alone");
    CHECK(headlines(run("studied: 1, texts: {analyzed: 2}").err) ==
          "p.yaml:3:29: `analyzed` and `studied` (line 3, column 9) are two names of one question, of different "
          "versions; keep `texts.analyzed` alone");
    CHECK(headlines(run("people: [{ok: yes, fine: unknown}]").err) ==
          "p.yaml:3:28: `fine` and `ok` (line 3, column 19) are two names of one question, of different versions; keep "
          "`ok` alone");
}

TEST_CASE("the schema takes old names, and marks them") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    const std::string schema = run_program({"schema", "practice", "--rules", "lab.yaml"}).out;
    CHECK(schema.find("\"analysed\": {\n") != std::string::npos);
    CHECK(schema.find("\"deprecated\": true") != std::string::npos);
    CHECK(schema.find("[sS][iI][gG][nN][eE][dD]") != std::string::npos);
}

TEST_CASE("tests of a checklist may use old names, whichever their base has") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write(
        "lab.test.yaml",
        "today: 2026-11-22\nbase: {confirmed_on: 2026-11-20, products: {lab: {texts: {analysed: 2}}}}\ncases:\n"
        "  - {name: one, set: {texts.analyzed: 1}, expect: {n/analyzed: fail}}\n"
        "  - {name: two, set: {studied: 1}, expect: {n/analyzed: fail}}\n"
        "  - {name: three, unset: [texts.analyzed], expect: {n/analyzed: unknown}}\n");
    const Outcome outcome = run_program({"test", "lab.test.yaml"});
    CHECK(outcome.out + outcome.err == "lab.test.yaml: 3 cases, all as expected\n");
    CHECK(outcome.status == 0);
}

TEST_CASE("former names that are refused") {
    check_changes({
        {"answer: yes_no}", "answer: yes_no, formerly: flagged}",
         "6:50: `formerly` of the question `flag` takes a list: put its items in [ ] or on lines that begin with `- `"},
        {"answer: yes_no}", "answer: yes_no, formerly: [Flagged]}",
         "6:51: `formerly` of a question takes keys that it had, or {new word: [old word]}"},
        {"answer: yes_no}", "answer: yes_no, formerly: [pick]}",
         "6:3: `pick` cannot be a former name of `flag`, because `pick` is a name already"},
        {"answer: yes_no}", "answer: yes_no, formerly: [pick.one]}",
         "6:3: `pick.one` cannot be a former name of `flag`, because `pick` is a name already"},
        {"answer: yes_no}", "answer: yes_no, formerly: [old, old]}",
         "6:3: `old` cannot be a former name of `flag`, because `old` is a name already"},
        {"answer: yes_no}", "answer: yes_no, formerly: {yes: [ja]}}",
         "6:51: `yes` is not a word of the question, which has none"},
        {"green]}}", "green]}, formerly: {gren: [grass]}}",
         "7:67: `gren` is not a word of the question; did you mean `green`?"},
        {"green]}}", "green]}, formerly: {green: [Red]}}", "7:75: `Red` is offered twice (letter case does not count)"},
        {"green]}}", "green]}, formerly: {green: grass}}", "7:74: `green` takes a list of at least one word"},
        {"green]}}", "green]}, formerly: {green: [unknown]}}",
         "7:75: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer"},
    });
}
