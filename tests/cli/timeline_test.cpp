// `hipaa-check diff` with more than two reports: what is supposed, what was not checked, and in which order.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

using Words = std::vector<std::string>;

const std::string one_tool = "confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: free}}}\n";

void write_report(const Scratch& scratch, const std::string& name, const std::string& day, const std::string& practice,
                  const Words& more = {}) {
    scratch.write("p.yaml", practice);
    Words words{"-f", "json", "--as-of", day, "p.yaml"};
    words.insert(words.end(), more.begin(), more.end());
    scratch.write(name, run_program(words).out);
}

Outcome timeline(const std::string& format) {
    return run_program({"diff", "1.json", "2.json", "3.json", "-f", format});
}

}  // namespace

TEST_CASE("a timeline with a report that is hypothetical says so, and what was supposed") {
    const Scratch scratch;
    write_report(scratch, "1.json", "2026-11-20", one_tool);
    write_report(scratch, "2.json", "2026-11-21", one_tool, {"--set", "products.spruce.plan.tier=basic"});
    write_report(scratch, "3.json", "2026-11-22", one_tool);
    CHECK(timeline("text").out.starts_with(R"(HYPOTHETICAL: from 2026-11-20 to 2026-11-22
===========================================
Only supposed, not answered, on 2026-11-21 (`2.json`):
`products.spruce.plan.tier=basic`.
Open points, by what asks for them, and what opened and closed since the report
before.
)"));
    CHECK(timeline("markdown")
              .out.starts_with("# HYPOTHETICAL: from 2026-11-20 to 2026-11-22\n\n"
                               "Only supposed, not answered, on 2026-11-21 (`2.json`): "
                               "`products.spruce.plan.tier=basic`.\n"));
    const std::string html = timeline("html").out;
    CHECK(has(html, "<title>HYPOTHETICAL: from 2026-11-20 to 2026-11-22</title>"));
    CHECK(has(html, "Only supposed, not answered, on 2026-11-21"));
    const Report json(timeline("json").out);
    CHECK(json.at("reports/0/set") == "(absent)");
    CHECK(json.at("reports/1/set") == R"(["products.spruce.plan.tier=basic"])");
    CHECK(has(run_program({"diff", "1.json", "2.json", "-f", "html"}).out,
              "<title>HYPOTHETICAL: what would change from 2026-11-20 to 2026-11-21</title>"));
}

TEST_CASE("a timeline marks reports in which nothing was checked") {
    const Scratch scratch;
    write_report(scratch, "1.json", "2026-11-20", one_tool);
    write_report(scratch, "2.json", "2026-11-21", "confirmed_on: 2026-11-01\n");
    write_report(scratch, "3.json", "2026-11-22", one_tool);
    const std::string text = timeline("text").out;
    CHECK(has(text, "\n2026-11-21  0*  "));
    CHECK(has(text, "\n* Not checked, because no checklist applies: 1 practice on 2026-11-21.\n"));
    const Report json(timeline("json").out);
    CHECK(json.at("reports/1/not_checked") == "1");
    CHECK(json.at("reports/0/not_checked") == "(absent)");
}

TEST_CASE("a timeline that goes back in time is told") {
    const Scratch scratch;
    write_report(scratch, "1.json", "2026-11-22", one_tool);
    write_report(scratch, "2.json", "2026-11-21", one_tool);
    write_report(scratch, "3.json", "2026-11-21", one_tool);
    CHECK(timeline("text").err ==
          "hipaa-check: 2.json is as of 2026-11-21, which is before 1.json as of 2026-11-22; give the oldest report "
          "first\n");
    CHECK(run_program({"diff", "2.json", "3.json", "1.json"}).err == "");
}

TEST_CASE("a directory of JSON reports is no directory of practice files") {
    const Scratch scratch;
    write_report(scratch, "reports/1.json", "2026-11-20", one_tool);
    const Outcome outcome = run_program({"diff", "reports", "p.yaml"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(outcome.err ==
          "reports:1:1: this directory has no practice file, only reports (.json); name the one to compare\n"
          "hipaa-check: nothing was compared, because of these mistakes\n");
}

TEST_CASE("a practice whose older file had mistakes is new in every format") {
    const Scratch scratch;
    write_report(scratch, "1.json", "2026-11-20", "prodcuts: {}\n");
    write_report(scratch, "2.json", "2026-11-21", one_tool);
    const Report json(run_program({"diff", "1.json", "2.json", "-f", "json"}).out);
    CHECK(json.at("practices/0") == R"({"file":"p.yaml","name":null,"state":"new","had_mistakes":true})");
    CHECK(has(run_program({"diff", "1.json", "2.json", "-f", "markdown"}).out,
              "New: its older file has mistakes, so there is nothing to compare it with."));
}

TEST_CASE("a decision that names a check as it is called now is the same decision") {
    const Scratch scratch;
    scratch.write("ours.yaml", R"yaml(checklist: 1
id: our-spruce
extends: spruce
title: Our Spruce
version: 2026-06-01
basis: {secure-conversation/messages: law}
)yaml");
    const auto practice = [](const std::string& accepts) {
        return "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    texting: {default: sms}\n    sends: {messages: "
               "standard, payment_requests: standard, payment_receipts: secure_conversation, other: standard}\n"
               "decisions:\n  - {accepts: " +
               accepts + ", because: x, by: owner, decided_on: 2026-11-01, review_by: 2027-01-31}\n";
    };
    write_report(scratch, "old.json", "2026-11-22", practice("spruce/secure-conversation"));
    scratch.write("p.yaml", practice("our-spruce/secure-conversation"));
    const Outcome outcome =
        run_program({"diff", "old.json", "p.yaml", "-f", "json", "--rules", "ours.yaml", "--as-of", "2026-11-22"});
    const Report json(outcome.out);
    CHECK(json.at("changes/0/id") == "our-spruce/secure-conversation/messages");
    CHECK(json.at("changes/0/from") == "accepted");
    CHECK(json.at("changes/0/to") == "fail");
    CHECK(json.at("changes/0/causes") == R"(["checklist"])");
    CHECK(json.at("changes/0/proven") == "true");
    CHECK(json.at("changes/1") == "(absent)");
    CHECK(outcome.status == 0);
    // The other way round, the checklist is no more.
    const Outcome back = run_program({"diff", "p.yaml", "old.json", "-f", "json", "--as-of", "2026-11-22"});
    CHECK(back.status == 3);
}
