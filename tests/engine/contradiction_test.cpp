// Answers that contradict each other: what they affect is at best unknown, without exception, and so is the practice.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/format.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

/// `clash` is true of `left: yes, right: yes`; `quiet` of `quiet: yes`, and affects no note.
const std::string checklist = R"yaml(checklist: 1
id: lab
title: T
about: products.lab
when: {used: yes}
questions:
  used: {ask: used, answer: yes_no, default: yes}
  asked: {ask: asked, answer: yes_no, default: yes}
  good: {ask: good, answer: yes_no, default: yes}
  left: {ask: left, answer: yes_no}
  right: {ask: right, answer: yes_no}
  quiet: {ask: quiet, answer: yes_no}
contradictions:
  - {id: clash, if: {left: yes, right: yes}, message: Not both., affects: [one]}
  - {id: quiet, if: {quiet: yes}, message: Not quiet., affects: []}
notes:
  - id: one
    number: 1
    title: One
    why: w
    basis: recommendation
    when: {asked: yes}
    checks:
      - {id: good, require: {good: yes}, message: m, fix: f}
  - id: two
    number: 2
    title: Two
    why: w
    basis: recommendation
    checks:
      - {id: good, require: {used: {answered: yes}}, message: m, fix: f}
)yaml";

Outcome check(const std::string& answers, const std::vector<std::string>& options, const std::string& more = "") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    std::vector<std::string> arguments{"--rules", "lab.yaml", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_program(arguments, {.in = "confirmed_on: 2026-11-20\nproducts: {lab: {" + answers + "}}\n" + more});
}

}  // namespace

TEST_CASE("a contradiction that holds leaves the notes it affects, and the practice, at best unknown") {
    struct Row {
        std::string name;
        std::string answers;
        std::string one;
        std::string practice;
        int status;
    };
    const std::vector<Row> rows{
        {"neither", "left: no, right: no", "pass", "pass", 0},
        {"undecided", "left: yes", "pass", "pass", 0},
        {"one would be in place", "left: yes, right: yes", "unknown", "unknown", 4},
        {"one would not apply", "left: yes, right: yes, asked: no", "unknown", "unknown", 4},
        {"nothing would apply", "left: yes, right: yes, used: no", "unknown", "unknown", 4},
        {"one fails anyway", "left: yes, right: yes, good: no", "fail", "fail", 1},
        {"no note is affected", "quiet: yes", "pass", "unknown", 4},
        {"no note is affected, and none applies", "quiet: yes, used: no", "not_applicable", "unknown", 4},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Outcome outcome = check(row.answers, {"-f", "json"});
        REQUIRE(outcome.err == "");
        const Report report(outcome.out);
        CHECK(report.result("lab/one") == row.one);
        CHECK(report.result("lab") == row.practice);
        CHECK(report.at("practices/0/result") == row.practice);
        for (const hipaa::Format& format : hipaa::formats()) {
            const std::string name(format.name);
            CAPTURE(name);
            CHECK(check(row.answers, {"-f", name}).status == row.status);
        }
    }
}

TEST_CASE("a contradiction that affects no note is open itself") {
    const std::string text = check("quiet: yes", {}).out;
    CHECK(text.find("nothing left to do") == std::string::npos);
    CHECK(text.find("T: no note is open. Caveats about Lab: 0. Some of its answers cannot all be\ntrue.\n") !=
          std::string::npos);
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    CHECK(run_program({"explain", "--rules", "lab.yaml", "lab/quiet"})
              .out.find("At best \"Not answered\" (unknown): the practice as a whole.\n") != std::string::npos);
}

TEST_CASE("a contradiction takes back what a decision accepted") {
    const Outcome outcome = check("left: yes, right: yes, good: no", {"-f", "json"},
                                  "decisions: [{accepts: lab/one, because: b, by: o, decided_on: 2026-10-01, "
                                  "review_by: 2027-01-31}]\n");
    const Report report(outcome.out);
    CHECK(report.result("lab/one") == "unknown");
    CHECK(report.of("lab/one/good", "cause") == "contradiction");
    CHECK(report.remarks() ==
          "3:23 the decision on `lab/one` is not used: the answers behind what it accepts contradict "
          "each other");
    CHECK(outcome.status == 4);
}

TEST_CASE("a product that is out of use does not hide that its answers contradict each other") {
    const Outcome outcome =
        run_program({"-f", "json", "-"},
                    {.in = "confirmed_on: 2026-11-20\nproducts: {fax-line: {client_information: no, agreement: "
                           "{status: requested, executed_on: 2025-01-01}}}\n"});
    const Report report(outcome.out);
    CHECK(report.result("any-product@fax-line/agreement") == "unknown");
    CHECK(report.at("practices/0/result") == "unknown");
    CHECK(outcome.status == 4);
}
