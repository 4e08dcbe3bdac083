// Answers that count for nothing because of another one are named.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string checklist = R"yaml(checklist: 1
id: lab
title: T
about: products.lab
questions:
  used: {ask: a, answer: yes_no, default: yes}
  mode: {ask: a, answer: {choice: [one, two]}}
  left: {ask: a, answer: yes_no}
  right: {ask: a, answer: yes_no}
  always: {ask: a, answer: yes_no}
  kept: {ask: a, answer: text}
  people: {ask: a, answer: {list: {ok: {ask: a, answer: yes_no}}}}
  asked_on: {ask: a, answer: date}
contradictions:
  - {id: clash, if: {left: yes, always: no}, message: Not so., affects: []}
notes:
  - id: one
    number: 1
    title: One
    why: w
    basis: recommendation
    when: {used: yes}
    checks:
      - {id: left, when: {mode: one}, require: {left: yes}, message: m, fix: f}
      - {id: right, when: {mode: two}, require: {right: yes}, message: m, fix: f}
      - {id: asked, require: {asked_on: {answered: yes}}, message: m, fix: f}
      - {id: people, require: {people: {each: {ok: yes}}}, message: m, fix: f}
  - id: two
    number: 2
    title: Two
    why: w
    basis: recommendation
    checks:
      - {id: always, require: {always: yes}, message: m, fix: f}
deadlines:
  - {id: again, when: {always: no}, from: asked_on, days: 14, text: Ask again., note: two}
)yaml";

Report check(const std::string& answers, const std::vector<std::string>& options = {}) {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    std::vector<std::string> arguments{"-f", "json", "--rules", "lab.yaml", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome outcome = run_program(arguments, {.in = "confirmed_on: 2026-11-20\nproducts:\n  lab:\n" + answers});
    REQUIRE(outcome.err == "");
    return Report(outcome.out);
}

}  // namespace

TEST_CASE("what stands beside an answer that takes out every check that reads it is named, in one remark") {
    struct Row {
        std::string name;
        std::string answers;
        std::string remarks;
    };
    const std::vector<Row> rows{
        {"all count", "    mode: one\n    left: yes\n    always: yes\n    people: []\n", ""},
        {"one does not", "    right: yes\n    mode: one\n    left: yes\n    always: yes\n    people: []\n",
         "4:12 `products.lab`: the answer to `right` (line 4) does not count, because of `mode` (line 5)"},
        {"not in use", "    people: [{ok: no}]\n    used: no\n    mode: one\n    right: no\n    always: yes\n",
         "4:13 `products.lab`: the answers to `people` (line 4), `mode` (line 6) and `right` (line 7) do not count, "
         "because "
         "of `used` (line 5)"},
        {"unknown is no answer", "    used: no\n    left: unknown\n    always: yes\n", ""},
        {"a contradiction has read it", "    used: no\n    left: yes\n    always: no\n", ""},
        {"a deadline counts from it", "    used: no\n    always: no\n    asked_on: 2026-11-01\n", ""},
        {"a deadline that does not apply", "    used: no\n    always: yes\n    asked_on: 2026-11-01\n",
         "6:15 `products.lab`: the answer to `asked_on` (line 6) does not count, because of `used` (line 4)"},
        {"nothing is taken out yet", "    right: yes\n    always: yes\n", ""},
        {"nothing reads it", "    used: no\n    kept: a\n    always: yes\n", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(check(row.answers).remarks() == row.remarks);
    }
    CHECK(check("    used: no\n    left: no\n    always: yes\n").at("practices/0/remarks/0/kind") == "answers_ignored");
}

TEST_CASE("an answer that takes another one out may be assumed, or be missing") {
    const Scratch scratch;
    const auto remarks = [&](const std::string& when) {
        scratch.write("lab.yaml",
                      "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\nquestions:\n"
                      "  used: {ask: a, answer: yes_no, default: no}\n  sent_on: {ask: a, answer: date}\n"
                      "  left: {ask: a, answer: yes_no}\nnotes:\n"
                      "  - {id: one, number: 1, title: t, why: w, basis: recommendation, when: " +
                          when + ", checks: [{id: c, require: {left: yes}, message: m, fix: f}]}\n");
        const std::string practice = "confirmed_on: 2026-11-20\nproducts: {lab: {left: yes}}\n";
        return Report(run_program({"-f", "json", "--rules", "lab.yaml", "-"}, {.in = practice}).out).remarks();
    };
    const std::string left = "2:24 `products.lab`: the answer to `left` (line 2) does not count, because of ";
    CHECK(remarks("{used: yes}") == left + "`used` (assumed)");
    CHECK(remarks("{sent_on: {answered: yes}}") == left + "`sent_on` (not answered)");
}
