// Ids of earlier versions keep working, and the run says what they are called now.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

std::string renamed_checklist() {
    return R"(checklist: 1
id: lab
formerly: [old-lab]
title: Lab
about: products.lab
questions:
  flag: {ask: "Flag?", answer: yes_no}
notes:
  - id: n
    formerly: [old-n]
    number: 1
    title: Do it
    why: So that it works.
    basis: recommendation
    checks:
      - {id: c, formerly: [old-c, older-c], require: {flag: yes}, message: No flag., fix: Set flag.}
)";
}

std::string practice(const std::string& accepts) {
    return "confirmed_on: 2026-11-01\nproducts: {lab: {flag: no}}\ndecisions:\n  - accepts: " + accepts +
           "\n    because: It is in hand.\n    by: owner\n    decided_on: 2026-11-01\n    review_by: 2026-12-01\n";
}

TEST_CASE("a decision may use an id of an earlier version") {
    const Scratch scratch;
    scratch.write("lab.yaml", renamed_checklist());
    struct Row {
        std::string accepts;
        std::string now;
    };
    for (const Row& row : std::vector<Row>{{"lab/n/old-c", "lab/n/c"},
                                           {"lab/n/older-c", "lab/n/c"},
                                           {"lab/old-n", "lab/n"},
                                           {"lab/old-n/c", "lab/n/c"},
                                           {"old-lab/n/c", "lab/n/c"},
                                           {"old-lab/old-n/old-c", "lab/n/c"}}) {
        CAPTURE(row.accepts);
        scratch.write("practice.yaml", practice(row.accepts));
        const Outcome outcome = run_program({"--rules", "lab.yaml", "-f", "json", "practice.yaml"});
        CHECK(outcome.status == 0);
        CHECK(outcome.out.find("the decision on `" + row.accepts + "` names what is now called `" + row.now +
                               "`; write that under `accepts`") != std::string::npos);
    }
    scratch.write("practice.yaml", practice("lab/n/c"));
    CHECK(run_program({"--rules", "lab.yaml", "-f", "json", "practice.yaml"}).out.find("now called") ==
          std::string::npos);
    scratch.write("practice.yaml", practice("lab/n/olde-c"));
    CHECK(headlines(run_program({"--rules", "lab.yaml", "-q", "practice.yaml"}).err) ==
          "practice.yaml:4:14: `lab/n/olde-c` is not a note or check; write its id as the report shows it, such as "
          "lab/n");
}

TEST_CASE("--checklist may use an id of an earlier version") {
    const Scratch scratch;
    scratch.write("lab.yaml", renamed_checklist());
    scratch.write("practice.yaml", "confirmed_on: 2026-11-01\nproducts: {lab: {flag: yes}}\n");
    const Outcome outcome = run_program({"--rules", "lab.yaml", "--checklist", "old-lab", "practice.yaml"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "hipaa-check: the checklist `old-lab` is now called `lab`; write --checklist lab\n");
}

TEST_CASE("an old id stands for one thing only") {
    std::string text = renamed_checklist();
    text.replace(text.find("[old-c, older-c]"), 16, "[c, Old C]");
    CHECK(refusal_of(text) ==
          "16:28: the id `c` is taken already, in line 16; choose another\n"
          "16:31: `Old C` cannot be an id: use small letters and digits in parts joined by `-`, such as paid-tier");
}

}  // namespace
}  // namespace hipaa::testing
