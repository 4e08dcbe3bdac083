// Checks that can be unmet in several ways: the report tells which one it is.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

Report spruce(const std::string& baa) {
    return Report(
        run_program({"-f", "json", "-"}, {.in = "confirmed_on: 2026-11-01\nproducts: {spruce: {baa: {" + baa + "}}}\n"})
            .out);
}

}  // namespace

TEST_CASE("the BAA with Spruce is not in force: which of three things is wrong") {
    struct Row {
        std::string baa;
        std::string result;
        std::string message;
        std::string fix;  // its first sentence
    };
    const std::vector<Row> rows{
        {"status: requested, requested_on: 2026-11-20", "fail",
         "You have asked for the BAA with Spruce, and it is not in force yet.",
         "Write to Spruce support again, and keep the request."},
        {"status: terminated, executed_on: 2026-01-01", "fail", "The BAA with Spruce has ended.",
         "Ask Spruce support for a new BAA, and ask what became of the information Spruce still holds."},
        {"status: executed, executed_on: 2027-01-01", "fail",
         "The first day of the BAA with Spruce lies in the future.",
         "Wait until the first day of the BAA before you put new client information into Spruce; then run this check "
         "again."},
        {"status: executed, executed_on: 2026-01-01", "pass",
         "According to your answers, no BAA with Spruce is in force today.", "Get the BAA into force."},
        {"status: executed", "unknown", "According to your answers, no BAA with Spruce is in force today.",
         "Answer `products.spruce.baa.executed_on`: From which day did the BAA apply?"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.baa);
        const Report report = spruce(row.baa);
        const std::string check = "spruce/baa-requested/executed";
        CHECK(report.result(check) == row.result);
        CHECK(report.of(check, "message") == row.message);
        CHECK(report.of(check, "fix").substr(0, row.fix.size()) == row.fix);
    }
}

TEST_CASE("the first case that is true counts, and without a fix of its own that of the check") {
    const auto run = [](const std::string& answers) {
        const Scratch scratch;
        scratch.write("lab.yaml", R"yaml(checklist: 1
id: lab
title: T
about: products.lab
questions:
  a: {ask: "A?", answer: yes_no}
  b: {ask: "B?", answer: yes_no}
  c: {ask: "C?", answer: yes_no}
notes:
  - id: n
    number: 1
    title: Do it
    why: Because.
    basis: recommendation
    checks:
      - id: k
        require: {a: yes}
        message: Not done.
        fix: 'Do it; then put "a: yes".'
        cases:
          - {when: {b: yes}, message: B is in the way.}
          - {when: {c: yes}, message: C is in the way., fix: 'Take C away; then put "a: yes".'}
)yaml");
        const Outcome outcome = run_program({"-f", "json", "--rules", "lab.yaml", "-"},
                                            {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {" + answers + "}}\n"});
        const Report report(outcome.out);
        return report.of("lab/n/k", "message") + " " + report.of("lab/n/k", "fix");
    };
    CHECK(run("a: no, b: no, c: no") == "Not done. Do it; then put \"a: yes\".");
    CHECK(run("a: no, b: yes, c: yes") == "B is in the way. Do it; then put \"a: yes\".");
    CHECK(run("a: no, b: no, c: yes") == "C is in the way. Take C away; then put \"a: yes\".");
    // What nobody answered is not stated.
    CHECK(run("a: no") == "Not done. Do it; then put \"a: yes\".");
}

TEST_CASE("a case is read as strictly as all else") {
    const Scratch scratch;
    scratch.write(
        "lab.yaml",
        "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\nquestions:\n  a: {ask: a, answer: yes_no}\n"
        "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: k, require: {a: "
        "yes}, message: m, fix: f, cases: [\n  {message: m},\n  {when: {b: yes}, message: m},\n  {when: {a: no}, "
        "mesage: m}]}]}]\n");
    CHECK(headlines(run_program({"lint", "lab.yaml"}).out) ==
          "lab.yaml:8:3: a case of the check `k` needs `when` [missing_key]\n"
          "lab.yaml:9:11: `b` is not a question of this checklist; add it under `questions`, or write a question of "
          "another "
          "checklist with a leading `/` [unknown_question]\n"
          "lab.yaml:10:3: a case of the check `k` needs `message` [missing_key]\n"
          "lab.yaml:10:19: `mesage` is not a key of a case of the check `k`; did you mean `message`? [unknown_key]");
}

}  // namespace hipaa::testing
