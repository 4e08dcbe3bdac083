// Whole numbers, and numbers that may have a fraction.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

std::string checklist(const std::string& require) {
    return "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\nquestions:\n"
           "  count: {ask: a, answer: number}\n"
           "  amount: {ask: a, answer: decimal, also: [much]}\n"
           "  day: {ask: a, answer: date}\n"
           "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, fix: f, "
           "require: " +
           require + "}]}]\n";
}

Outcome check(const std::string& require, const std::string& answers) {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist(require));
    return run_program({"-f", "json", "--rules", "lab.yaml", "-"},
                       {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {" + answers + "}}\n"});
}

}  // namespace

TEST_CASE("a decimal may have a fraction, and is compared with whole numbers, too") {
    struct Row {
        std::string require;
        std::string answers;
        std::string result;
        std::string evidence;
    };
    const std::vector<Row> rows{
        {"{amount: 2.5}", "amount: 2.50", "pass", "products.lab.amount=2.5"},
        {"{amount: 0.1}", "amount: 0.1", "pass", "products.lab.amount=0.1"},
        {"{amount: 3}", "amount: '3'", "pass", "products.lab.amount=3"},
        {"{amount: much}", "amount: Much", "pass", "products.lab.amount=much"},
        {"{amount: {in: [2.5, much]}}", "amount: 2.4", "fail", "products.lab.amount=2.4"},
        {"{amount: {at_least: 2.4}}", "amount: 2.5", "pass", "products.lab.amount=2.5"},
        {"{amount: {at_least: count}}", "count: 3, amount: 2.5", "fail",
         "products.lab.count=3, products.lab.amount=2.5"},
        {"{count: {at_least: amount}}", "count: 3, amount: 2.5", "pass",
         "products.lab.count=3, products.lab.amount=2.5"},
        {"{day: {within_days: amount}}", "day: 2026-11-20, amount: 1.5", "fail",
         "products.lab.day=2026-11-20, products.lab.amount=1.5"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.require);
        const Outcome outcome = check(row.require, row.answers);
        CHECK(outcome.err == "");
        const Report report(outcome.out);
        CHECK(report.result("lab/n/c") == row.result);
        CHECK(report.evidence("lab/n/c") == row.evidence);
    }
}

TEST_CASE("half a client is refused, with the numbers that may be meant") {
    struct Row {
        std::string answers;
        std::string problem;
    };
    const std::vector<Row> rows{
        {"count: 2.5",
         "2:25 wrong_value: `count` cannot be `2.5`, because it has to be a whole number; did you mean `2` or `3`?"},
        {"count: '0.5'",
         "2:25 wrong_value: `count` cannot be `0.5`, because it has to be a whole number; did you mean `0` or `1`?"},
        {"count: -1",
         "2:25 wrong_value: `count` cannot be `-1`; write a whole number such as 2 (digits only, not negative), or "
         "unknown"},
        {"amount: -1",
         "2:26 wrong_value: `amount` cannot be `-1`; write a number such as 2.5 (digits and a point, not negative), or "
         "much, or unknown"},
        {"count: 2.0", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.answers);
        CHECK(Report(check("{count: {answered: yes}}", row.answers).out).problems() == row.problem);
    }
}

TEST_CASE("a checklist compares a whole number with a whole number") {
    struct Row {
        std::string require;
        std::string refusal;
    };
    const std::vector<Row> rows{
        {"{count: 2.5}", "`count` cannot be `2.5`; write a whole number such as 2 (digits only, not negative)"},
        {"{count: {at_least: 2.5}}", "`at_least` of `count` takes a whole number, not `2.5`"},
        {"{day: {within_days: 2.5}}", "`within_days` of `day` takes a whole number, not `2.5`"},
        {"{amount: {at_least: 2.5}}", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.require);
        const std::string err = headlines(check(row.require, "").err);
        CHECK((row.refusal.empty() ? err.empty() : err.find(row.refusal) != std::string::npos));
    }
}
