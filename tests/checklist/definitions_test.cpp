// Conditions with a name: `define` and `meets`.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checklist/refusals.hpp"

using namespace hipaa::testing;

namespace {

/// Definitions `d0` to `dN`, where `next` says what each requires of the one before, called `@`.
std::string chain(int length, const std::string& next, bool last_first = false) {
    std::string text;
    for (int i = 1; i <= length; ++i) {
        std::string condition = next;
        for (auto at = condition.find('@'); at != std::string::npos; at = condition.find('@'))
            condition.replace(at, 1, "{meets: d" + std::to_string(i - 1) + "}");
        const std::string line = ", d" + std::to_string(i) + ": " + condition;
        text = last_first ? line + text : text + line;
    }
    return "{" + (text + ", d0: {flag: yes}").substr(2) + "}";
}

/// The lab checklist, whose check requires `condition`, with `define` in front.
std::string lab(const std::string& define, const std::string& condition) {
    std::string text = lab_checklist(condition);
    text.insert(text.find("questions:"), "define: " + define + "\n");
    return text;
}

std::string result(const std::string& define, const std::string& condition, const std::string& answers) {
    const Scratch scratch;
    scratch.write("lab.yaml", lab(define, condition));
    scratch.write("practice.yaml", lab_practice(answers));
    const Outcome outcome = run_program({"-f", "json", "--rules", "lab.yaml", "practice.yaml"});
    if (outcome.out.empty()) return outcome.err;
    const Report report(outcome.out);
    return report.result("lab/n/c") + ": " + report.evidence("lab/n/c");
}

}  // namespace

TEST_CASE("meets: what is defined, with the answers that decide it") {
    struct Row {
        std::string define;
        std::string condition;
        std::string answers;
        std::string expected;
    };
    for (const Row& row : std::vector<Row>{
             {"{good: {flag: yes}}", "{meets: good}", "flag: yes", "pass: products.lab.flag=true"},
             {"{good: {flag: yes}}", "{meets: good}", "flag: no", "fail: products.lab.flag=false"},
             {"{good: {flag: yes}}", "{meets: good}", "", "unknown: products.lab.flag=null"},
             {"{good: {flag: yes}}", "{meets: good, pick: red}", "flag: yes, pick: green",
              "fail: products.lab.pick=green"},
             {"{good: {flag: yes}}", "{not: {meets: good}}", "flag: yes", "fail: products.lab.flag=true"},
             {"{good: {flag: yes}}", "{any: [{meets: good}, {pick: red}]}", "flag: no, pick: red",
              "pass: products.lab.pick=red"},
             {"{good: {flag: yes}}", "{all: [{meets: good}, {pick: red}]}", "flag: no, pick: red",
              "fail: products.lab.flag=false"},
             {"{a: {meets: b}, b: {flag: yes}}", "{meets: a}", "flag: no", "fail: products.lab.flag=false"},
             // What is defined is about the checklist's questions, wherever it is met.
             {"{good: {flag: yes}}", "{list: {each: {ok: yes, meets: good}}}", "flag: no, list: [{ok: yes, flag: yes}]",
              "fail: products.lab.flag=false"},
         }) {
        CAPTURE(row.define);
        CAPTURE(row.condition);
        CAPTURE(row.answers);
        CHECK(result(row.define, row.condition, row.answers) == row.expected);
    }
}

TEST_CASE("definitions that are refused") {
    struct Row {
        std::string define;
        std::string condition;
        std::string expected;
    };
    for (const Row& row : std::vector<Row>{
             {"{good: {flag: yes}}", "{meets: god}", "20:26: `god` is not defined; did you mean `good`?"},
             {"{good: {flag: yes}}", "{meets: excellent}", "20:26: `excellent` is not defined; `define` has good"},
             {"{}", "{meets: good}",
              "20:26: `good` is not defined; write its condition under `define` of the checklist"},
             {"{good: {flag: yes}}", "{meets: [good]}", "20:26: `meets` takes the name of a condition under `define`"},
             {"{good: {flag: yes}}", "{meets: }", "20:19: `meets` takes the name of a condition under `define`"},
             {"[good]", "{flag: yes}", "5:9: `define` takes names and their conditions: {name: {question: value}}"},
             {"{Good One: {flag: yes}}", "{flag: yes}",
              "5:10: `Good One` cannot be the name of a condition: use small letters, digits, `_` and `-`"},
             // A mistake is told once, however often the definition is met, and also if it never is.
             {"{good: {flg: yes}}", "{any: [{meets: good}, {meets: good}]}",
              "5:17: `flg` is not a question; did you mean `flag`?"},
             {"{good: {flg: yes}}", "{flag: yes}", "5:17: `flg` is not a question; did you mean `flag`?"},
             {"{good: {}}", "{meets: good}",
              "5:16: the definition of `good` needs a condition such as {question: value}; an empty one would always "
              "hold"},
             {"{a: {meets: a}}", "{meets: a}", "5:21: `a` is defined by itself: `a` meets `a`"},
             {"{a: {meets: b}, b: {not: {meets: c}}, c: {meets: a}}", "{flag: yes}",
              "5:58: `a` is defined by itself: `a` meets `b`, `b` meets `c`, `c` meets `a`"},
             {"{good: {flag: yes}}", "{flag: {meets: good}}",
              "20:26: `meets` is not an operator of this version; for an answer of type yes_no there are is, is_not, "
              "in, "
              "not_in or answered; if the checklist is written for a later version, get a version of hipaa-check later "
              "than 0.2.0"},
         }) {
        CAPTURE(row.define);
        CAPTURE(row.condition);
        CHECK(refusal_of(lab(row.define, row.condition)) == row.expected);
    }
    check_changes(
        {{"  flag: {ask", "  meets: {ask",
          "6:3: no question can be called `meets`, because conditions use the word\n"
          "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
          "another checklist with a leading `/`"}});
}

TEST_CASE("definitions cannot ask for more than can be read") {
    const std::string all_of_two = "{all: [@, @]}";
    const std::string negation = "{not: @}";
    CHECK(result(chain(14, all_of_two), "{meets: d14}", "flag: yes") == "pass: products.lab.flag=true");
    CHECK(result(chain(200, negation, true), "{meets: d200}", "flag: yes") == "pass: products.lab.flag=true");

    const auto after_place = [](const std::string& refusal) { return refusal.substr(refusal.find(": ") + 2); };
    const std::string too_large =
        " the definitions that this checklist meets come to more than 100000 tests and values, which is more than is "
        "read; meet them less often";
    CHECK(after_place(refusal_of(lab(chain(40, all_of_two), "{meets: d40}"))) == "with `d14`" + too_large);
    std::string values;
    for (int i = 0; i < 1000; ++i) values += (i == 0 ? "" : ", ") + std::to_string(i);
    std::string uses;
    for (int i = 0; i < 100; ++i) uses += (i == 0 ? "" : ", ") + std::string("{meets: many}");
    CHECK(after_place(refusal_of(lab("{many: {count: {in: [" + values + "]}}}", "{any: [" + uses + "]}"))) ==
          "with `many`" + too_large);

    // In whatever order they stand.
    const std::string too_deep =
        " conditions are nested more than 500 deep here, which is more than is read; meet fewer definitions inside "
        "each other";
    CHECK(after_place(refusal_of(lab(chain(10000, negation), "{flag: yes}"))) == "with `d249`" + too_deep);
    CHECK(after_place(refusal_of(lab(chain(10000, negation, true), "{flag: yes}"))) == "with `d9750`" + too_deep);
}

TEST_CASE("explain says what is met") {
    const Scratch scratch;
    scratch.write("lab.yaml", lab("{good: {flag: yes}}", "{not: {meets: good}}"));
    CHECK(run_program({"explain", "lab/n/c", "--rules", "lab.yaml"}).out.find("Met when you do not answer `yes`") !=
          std::string::npos);
}
