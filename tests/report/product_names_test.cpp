// Products and subjects are called by name: the practice's own, or the checklist's, or one made of the key.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string rest =
    "questions: {a: {ask: a, answer: yes_no}}\n"
    "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [\n"
    "  {id: c, require: {a: yes}, message: m, fix: f}]}]\n";

struct Row {
    std::string head;      // of the checklist
    std::string practice;  // what it answers
    std::string name;
};

}  // namespace

TEST_CASE("what a product or subject is called") {
    for (const Row& row : std::vector<Row>{
             {"name: The Lab\nabout: products.lab", "products: {lab: {a: no}}", "The Lab"},
             {"about: products.lab_work", "products: {lab_work: {a: no}}", "Lab Work"},
             {"name: The Lab\nabout: products.lab", "products: {lab: {a: no, name: Our Lab}}", "Our Lab"},
             {"name: The Lab\nabout: products.lab", "products: {lab: {a: no, name: unknown}}", "The Lab"},
             {"name: Any\nabout: products.*", "products: {billing_desk: {a: no}}", "Billing Desk"},
             {"name: Any\nabout: products.*", "products: {x1: {name: Nuvo for Health Care, a: no}}",
              "Nuvo for Health Care"},
             {"name: Any\nabout: products.*", "products: {iPlum: {a: no}}", "IPlum"},
             {"name: Lab safety\nabout: lab_safety", "lab_safety: {a: no}", "Lab safety"},
             {"about: lab", "lab: {a: no}", "Lab Safety"},
         }) {
        CAPTURE(row.head);
        CAPTURE(row.practice);
        const Scratch scratch;
        scratch.write("lab.yaml", "checklist: 1\nid: lab-safety\ntitle: Safety\n" + row.head + "\n" + rest);
        const Outcome outcome = run_program({"-f", "json", "--rules", "lab.yaml", "--checklist", "lab-safety", "-"},
                                            {.in = "confirmed_on: 2026-11-01\n" + row.practice + "\n"});
        CHECK(Report(outcome.out).at("practices/0/checklists/0/name") == row.name);
    }
}

TEST_CASE("a question of a checklist may be called name") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\ntitle: Lab\nabout: products.lab\n"
                  "questions: {name: {ask: a, answer: yes_no}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [\n"
                  "  {id: c, require: {name: yes}, message: m, fix: f}]}]\n");
    const Outcome outcome = run_program({"--rules", "lab.yaml", "-f", "json", "-"},
                                        {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {name: yes}}\n"});
    CHECK(outcome.status == 0);
    CHECK(Report(outcome.out).at("practices/0/checklists/0/name") == "Lab");
}
