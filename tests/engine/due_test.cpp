// What falls due next, as a report names it.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

const std::string checklist = R"yaml(checklist: 1
id: lab
title: T
about: products.lab
review_by: REVIEW
questions:
  asked_on: {ask: "When?", answer: date, also: [never]}
  waits: {ask: "Does it wait?", answer: yes_no}
deadlines:
  - {id: again, when: {waits: yes}, from: asked_on, days: 14, text: Ask again., note: n}
  - {id: year, when: {waits: no}, from: asked_on, days: 60, end_of_year: yes, text: Tell HHS., note: n}
notes:
  - {id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: a, require: {waits: no}, message: m, fix: f}]}
)yaml";

/// A member of a practice in JSON.
std::string member(const std::string& name, const std::string& answers, const std::string& review,
                   const std::vector<std::string>& options, const std::string& rest) {
    const Scratch scratch;
    std::string text = checklist;
    text.replace(text.find("REVIEW"), 6, review);
    scratch.write("lab.yaml", text);
    std::vector<std::string> words{"-f", "json", "--rules", "lab.yaml", "-"};
    words.insert(words.end(), options.begin(), options.end());
    const Outcome outcome =
        run_program(words, {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {" + answers + "}}\n" + rest});
    return Report(outcome.out).at("practices/0/" + name);
}

std::string next_due(const std::string& answers, const std::string& review = "2030-01-01",
                     const std::vector<std::string>& options = {}, const std::string& rest = "") {
    return member("next_due", answers, review, options, rest);
}

std::string overdue(const std::string& answers, const std::string& review = "2030-01-01",
                    const std::string& rest = "") {
    return member("overdue", answers, review, {}, rest);
}

std::string due(const std::string& date, const std::string& kind, const std::string& subject, const std::string& text) {
    return R"({"date":")" + date + R"(","kind":")" + kind + R"(","subject":")" + subject + R"(","text":")" + text +
           "\"}";
}

}  // namespace

TEST_CASE("a deadline counts from its date, while its condition holds") {
    CHECK(next_due("asked_on: 2026-11-20, waits: yes") == due("2026-12-04", "deadline", "lab/again", "Ask again."));
    CHECK(next_due("asked_on: 2026-02-20, waits: no") == due("2027-03-01", "deadline", "lab/year", "Tell HHS."));
    const std::string confirmation = due("2027-11-01", "confirmation", "confirmed_on",
                                         "Check that all answers are still true, and set `confirmed_on` to that day.");
    CHECK(next_due("asked_on: 2026-11-20") == confirmation);
    CHECK(next_due("asked_on: 2025-11-20, waits: yes") == confirmation);
    CHECK(next_due("asked_on: never, waits: yes") == confirmation);
    CHECK(next_due("waits: yes") == confirmation);
}

TEST_CASE("nothing falls due after the last day that can be written") {
    CHECK(next_due("asked_on: 9999-12-31, waits: yes", "9999-12-31", {"--max-age", "0"}) ==
          due("9999-12-31", "deadline", "lab/again", "Ask again."));
}

TEST_CASE("what falls due next is the earliest of all kinds") {
    const std::string decision =
        "decisions: [{accepts: lab/n/a, because: b, by: o, decided_on: 2026-10-01, review_by: 2027-01-31}]\n";
    CHECK(next_due("asked_on: 2026-11-20, waits: yes", "2030-01-01", {}, decision) ==
          due("2026-12-04", "deadline", "lab/again", "Ask again."));
    CHECK(next_due("waits: yes", "2030-01-01", {}, decision) ==
          due("2027-01-31", "decision", "lab/n/a", "Decide again about `lab/n/a`: t."));
    CHECK(next_due("waits: no", "2026-12-01") ==
          due("2026-12-01", "checklist_review", "lab", "Look for a later version of the checklist lab."));
}

TEST_CASE("what is overdue does not fall due next") {
    CHECK(next_due("waits: no", "2026-11-01", {"--max-age", "0"}) == "null");
    CHECK(next_due("waits: no", "2026-11-01", {"--max-age", "5"}) == "null");
    CHECK(next_due("waits: no", "2026-11-21", {"--max-age", "5"}) == "null");
    // What is due today is not overdue.
    CHECK(next_due("waits: no", "2026-11-22", {"--max-age", "5"}) ==
          due("2026-11-22", "checklist_review", "lab", "Look for a later version of the checklist lab."));
    CHECK(next_due("waits: no", "2026-11-23", {"--max-age", "5"}) ==
          due("2026-11-23", "checklist_review", "lab", "Look for a later version of the checklist lab."));
}

TEST_CASE("what is overdue: deadlines, then decisions, then the checklist") {
    const std::string expired =
        "decisions: [{accepts: lab/n/a, because: b, by: o, decided_on: 2026-10-01, review_by: 2026-11-01}]\n";
    CHECK(overdue("waits: yes, asked_on: 2026-11-10", "2026-10-15", expired) ==
          "[" + due("2026-11-01", "decision", "lab/n/a", "Decide again about `lab/n/a`: t.") + "," +
              due("2026-10-15", "checklist_review", "lab", "Look for a later version of the checklist lab.") + "]");
    CHECK(overdue("waits: yes, asked_on: 2026-11-01", "2026-10-15", expired) ==
          "[" + due("2026-11-15", "deadline", "lab/again", "Ask again.") + "," +
              due("2026-11-01", "decision", "lab/n/a", "Decide again about `lab/n/a`: t.") + "," +
              due("2026-10-15", "checklist_review", "lab", "Look for a later version of the checklist lab.") + "]");
    CHECK(overdue("waits: no", "2026-11-22") == "(absent)");
}

}  // namespace hipaa::testing
