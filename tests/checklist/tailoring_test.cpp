// Checklists that extend another.
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

const std::string tool = R"yaml(checklist: 1
id: tool
name: Tool
title: Your part in using Tool
about: products.tool
questions:
  paid: {ask: "Paid?", answer: yes_no}
  plan: {ask: "Plan?", answer: {choice: [small, large]}}
  began: {ask: "Began?", answer: date}
define: {large: {plan: large}}
contradictions:
  - {id: odd, if: {paid: no, plan: large}, message: Odd., affects: [size, pay]}
deadlines:
  - {id: look, from: began, days: 30, text: Look at the plan., note: size}
  - {id: renew, from: began, days: 60, text: Renew., note: pay}
notes:
  - {id: size, number: 1, title: Choose the large plan, why: W., basis: recommendation,
     checks: [{id: large, require: {plan: large}, message: M., fix: F.}]}
  - {id: pay, number: 2, title: Pay, why: W., basis: vendor_condition, cites: ["45 CFR 164.308(b)(1)"], after: [size], relates_to: [tool/size],
     checks: [{id: paid, require: {paid: yes}, message: M., fix: F.},
              {id: early, basis: recommendation, require: {began: {before: today}}, message: M., fix: F.}]}
)yaml";

const std::string ours = R"yaml(checklist: 1
id: our-tool
extends: tool
off: [{note: size, because: The small plan is enough for us.}]
basis: {pay/early: guidance}
questions:
  seats: {ask: "Seats?", answer: number}
notes:
  - {id: seats, number: 3, title: Keep few seats, why: W., basis: recommendation, after: [pay/paid],
     checks: [{id: few, when: {meets: large}, require: {seats: {at_most: 3}}, message: M., fix: Lower seats.}]}
)yaml";

std::string practice(const std::string& more) {
    return "confirmed_on: 2026-11-20\nproducts:\n  tool: {paid: no, plan: small, began: 2026-12-01, seats: 9}\n" + more;
}

Outcome run(const std::string& extension, std::vector<std::string> arguments, const std::string& more = "") {
    const Scratch scratch;
    scratch.write("rules/tool.yaml", tool);
    scratch.write("rules/our.yaml", extension);
    scratch.write("p.yaml", practice(more));
    arguments.insert(arguments.end(), {"--rules", "rules"});
    return run_program(arguments);
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

TEST_CASE("a check may be raised to law in a note that cites nothing, which lint points out") {
    std::string raised = ours;
    raised.replace(raised.find("off: "), raised.find("questions:") - raised.find("off: "),
                   "basis: {size/large: law}\n");
    const std::string json = run(raised, {"-f", "jsonl", "p.yaml"}).out;
    CHECK(json.find("\"id\":\"our-tool/size/large\",\"basis\":\"law\"") != std::string::npos);
    const Outcome lint = run(raised, {"lint", "rules/our.yaml"});
    CHECK(lint.status == 1);
    CHECK(
        lint.out.find("rules/our.yaml:4:9: the check `size/large` rests on law here, but its note cites no section of "
                      "the CFR") != std::string::npos);
}

TEST_CASE("a related note without a checklist is one of the checklist itself, of a tailored one too") {
    std::string related = ours;
    related.insert(related.find("after: [pay/paid]"), "relates_to: [pay], ");
    const std::string json = run(related, {"-f", "jsonl", "p.yaml"}).out;
    CHECK(json.find("\"relates_to\":[\"our-tool/pay\"]") != std::string::npos);
}

TEST_CASE("an extension takes the place of what it extends, and reports name both") {
    const Report report(run(ours, {"-f", "json", "p.yaml"}).out);
    CHECK(report.at("practices/0/checklists/0/id") == "our-tool");
    CHECK(report.at("practices/0/checklists/0/title") == "Your part in using Tool");
    CHECK(report.of("our-tool/pay/paid", "result") == "fail");
    CHECK(report.of("our-tool/pay/early", "basis") == "guidance");
    CHECK(report.of("our-tool/seats/few", "result") == "not_applicable");
    CHECK(report.at("practices/0/remarks/0/text") ==
          "the checklist our-tool from rules/our.yaml extends tool and takes its place");
    CHECK(report.at("practices/0/remarks/1/text") ==
          "the note tool/size (\"Choose the large plan\") is left out by the checklist our-tool: The small plan is "
          "enough for us.");
    const std::string text = run(ours, {"p.yaml"}).out;
    CHECK(text.find("our-tool from rules/our.yaml extends tool") != std::string::npos);
}

TEST_CASE("the digests of an extension are those of its two files") {
    const Report report(run(ours, {"-f", "json", "p.yaml"}).out);
    CHECK(report.at("digests") == fmt::format(R"({{"p.yaml":"{}","rules/our.yaml":"{}","rules/tool.yaml":"{}"}})",
                                              sha256(practice("")), sha256(ours), sha256(tool)));
    CHECK(report.at("practices/0/checklists/0/extends") == "tool");
    CHECK(report.at("practices/0/checklists/0/extended_file") == "rules/tool.yaml");
}

TEST_CASE("an extension may meet only what the extended checklist defines") {
    const auto mistake = [](const std::string& name) {
        return headlines(run(changed(ours, "meets: large", "meets: " + name), {"p.yaml"}).err);
    };
    CHECK(mistake("larg").starts_with("rules/our.yaml:10:39: `larg` is not defined; did you mean `large`?"));
    CHECK(mistake("nosuch").starts_with("rules/our.yaml:10:39: `nosuch` is not defined; `define` of `tool` has large"));
    const Scratch scratch;
    scratch.write("tool.yaml", changed(tool, "define: {large: {plan: large}}\n", ""));
    scratch.write("our.yaml", ours);
    scratch.write("p.yaml", practice(""));
    CHECK(headlines(run_program({"--rules", "tool.yaml", "--rules", "our.yaml", "p.yaml"}).err)
              .starts_with("our.yaml:10:39: `large` is not defined, since `tool` has no `define`; write the condition "
                           "itself"));
}

TEST_CASE("what names the extended checklist means the extension") {
    const std::string decision =
        "decisions: [{accepts: tool/pay/paid, because: So., by: owner, decided_on: 2026-11-01, review_by: "
        "2027-02-01}]\n";
    const Outcome outcome = run(ours, {"-f", "json", "--checklist", "tool", "p.yaml"}, decision);
    CHECK(outcome.err == "");
    const Report report(outcome.out);
    CHECK(report.at("practices/0/checklists/0/id") == "our-tool");
    CHECK(report.at("practices/0/remarks/3/text") ==
          "the decision on `tool/pay/paid` is refused: no decision can accept this check, because the vendor's "
          "conditions ask for it");
    CHECK(report.at("practices/0/remarks/4/text") == "(absent)");
}

TEST_CASE("an id of the extended checklist is remarked on where it was renamed there, or is the extension's own") {
    struct Row {
        std::string accepts;
        std::string remark;
    };
    for (const Row& row : std::vector<Row>{
             {"tool/paying/paid", "names what is now called `tool/pay/paid`; write that under `accepts`"},
             {"our-tool/paying/paid", "names what is now called `our-tool/pay/paid`; write that under `accepts`"},
             {"tool/seats/few", "names what is now called `our-tool/seats/few`; write that under `accepts`"},
         }) {
        CAPTURE(row.accepts);
        const Scratch scratch;
        scratch.write("rules/tool.yaml",
                      changed(tool, "{id: pay, number: 2", "{id: pay, formerly: [paying], number: 2"));
        scratch.write("rules/our.yaml", ours);
        scratch.write("p.yaml", practice("decisions: [{accepts: " + row.accepts +
                                         ", because: So., by: owner, decided_on: 2026-11-01, review_by: "
                                         "2027-02-01}]\n"));
        const Report report(run_program({"-f", "json", "--rules", "rules", "p.yaml"}).out);
        CHECK(report.at("practices/0/remarks/3/text") == "the decision on `" + row.accepts + "` " + row.remark);
    }
}

TEST_CASE("an extension of a checklist that replaces another one names all three") {
    const Scratch scratch;
    scratch.write("first.yaml", tool);
    scratch.write("second.yaml", tool);
    scratch.write("our.yaml", ours);
    scratch.write("p.yaml", practice(""));
    const std::vector<std::string> rules{"--rules", "first.yaml", "--rules", "second.yaml", "--rules", "our.yaml"};
    std::vector<std::string> arguments{"-f", "json", "p.yaml"};
    arguments.insert(arguments.end(), rules.begin(), rules.end());
    const Report report(run_program(arguments).out);
    CHECK(report.at("practices/0/remarks/0/text") ==
          "the checklist tool is the one from second.yaml; it replaces the one from first.yaml");
    CHECK(report.at("practices/0/remarks/1/text") ==
          "the checklist our-tool from our.yaml extends tool and takes its place");
    arguments = {"explain", "our-tool", "-f", "markdown"};
    arguments.insert(arguments.end(), rules.begin(), rules.end());
    CHECK(run_program(arguments).out.find(
              "our.yaml, which extends tool (second.yaml, in place of first.yaml) and takes its place") !=
          std::string::npos);
}

TEST_CASE("a note that is switched off is named where somebody looks for it") {
    CHECK(
        run(ours, {"explain", "our-tool", "-f", "markdown"})
            .out.find("- **Left out:** `tool/size` (\"Choose the large plan\"): The small plan is enough for us.\n") !=
        std::string::npos);
    for (const std::string id : {"our-tool/size", "tool/size/large"}) {
        const Outcome outcome = run(ours, {"explain", id});
        CHECK(outcome.status == 2);
        CHECK(outcome.err == "hipaa-check: there is nothing called `" + id +
                                 "` to explain: the checklist `our-tool` leaves it out\n"
                                 "Try `hipaa-check explain --help`.\n");
    }
    const Scratch scratch;
    scratch.write("tool.yaml", tool);
    scratch.write("our.yaml", ours);
    scratch.write("our.test.yaml",
                  "today: 2026-11-22\nbase: {confirmed_on: 2026-11-01, products: {tool: {paid: yes}}}\n"
                  "cases:\n  - {name: off, expect: {size: pass}}\n");
    CHECK(headlines(run_program({"test", "--rules", "tool.yaml", "our.yaml"}).err) ==
          "our.test.yaml:4:26: `size` is not a note or check of the checklist, which leaves it out with `off`");
}

TEST_CASE("a decision about a note that is switched off is not used") {
    for (const std::string id : {"tool/size", "our-tool/size/large"}) {
        const std::string decision = "decisions: [{accepts: " + id +
                                     ", because: So., by: owner, decided_on: 2026-11-01, review_by: 2027-02-01}]\n";
        const Outcome outcome = run(ours, {"-f", "json", "p.yaml"}, decision);
        CHECK(outcome.status == 1);
        const Report report(outcome.out);
        CHECK(report.at("practices/0/remarks/3/kind") == "decision_unused");
        CHECK(report.at("practices/0/remarks/3/text") ==
              "the decision on `" + id + "` is not used: the checklist `our-tool` switches off what it accepts");
        CHECK(run(ours, {"schema", "practice"}).out.find("\"" + id + "\"") != std::string::npos);
    }
}

TEST_CASE("a check that became stricter can no longer be waived") {
    const std::string decision =
        "decisions: [{accepts: our-tool/pay/early, because: So., by: owner, decided_on: 2026-11-01, "
        "review_by: 2027-02-01}]\n";
    const Report plain(
        run(changed(ours, "basis: {pay/early: guidance}\n", ""), {"-f", "json", "p.yaml"}, decision).out);
    CHECK(plain.of("our-tool/pay/early", "result") == "accepted");
    const Report stricter(run(ours, {"-f", "json", "p.yaml"}, decision).out);
    CHECK(stricter.of("our-tool/pay/early", "result") == "fail");
}

TEST_CASE("mistakes in an extension") {
    struct Row {
        std::string from;
        std::string to;
        std::string expected;
    };
    for (const Row& row : std::vector<Row>{
             {"extends: tool", "extends: tol",
              "rules/our.yaml:3:10: `extends` names `tol`, but no such checklist is known here; did you mean `tool`?"},
             {"extends: tool", "extends: our-tool",
              "rules/our.yaml:3:10: `our-tool` would extend itself; give this checklist an id of its own"},
             {"note: size", "note: pay",
              "rules/our.yaml:4:14: `pay` cannot be left out: its check `paid` rests on vendor_condition, and only "
              "recommendations can"},
             {"note: size", "note: sizes",
              "rules/our.yaml:4:14: `sizes` is not a note of `tool`; did you mean `size`?"},
             {"note: size", "note: tool/siez",
              "rules/our.yaml:4:14: `tool/siez` is not a note of `tool`; did you mean `size`?"},
             {"enough for us.}]", "enough for us.}, {note: tool/size, because: B.}]",
              "rules/our.yaml:4:71: `tool/size` is switched off by `off` already"},
             {"basis: {pay/early: guidance}", "basis: {pay/early: guidance, size/large: law}",
              "rules/our.yaml:5:30: `size/large` belongs to the note `size`, which `off` switches off; take it out of "
              "one of the two"},
             {"pay/early: guidance", "tool/pay/erly: law",
              "rules/our.yaml:5:9: `tool/pay/erly` is not a check of `tool`; did you mean `pay/early`?"},
             {", because: The small plan is enough for us.", "",
              "rules/our.yaml:4:7: an item of `off` needs `because`"},
             {"pay/early: guidance", "early: law", ""},
             {"pay/early: guidance", "pay/early: recommendation",
              "rules/our.yaml:5:20: `pay/early` rests on recommendation already, and recommendation is not stricter; "
              "the "
              "order is law, guidance, vendor_condition, recommendation"},
             {"pay/early: guidance", "pay/paid: recommendation",
              "rules/our.yaml:5:19: `pay/paid` rests on vendor_condition already, and recommendation is not stricter; "
              "the "
              "order is law, guidance, vendor_condition, recommendation"},
             {"pay/early: guidance", "pay/erly: law",
              "rules/our.yaml:5:9: `pay/erly` is not a check of `tool`; did you mean `pay/early`?"},
             {"pay/early: guidance", "pay/early: must",
              "rules/our.yaml:5:20: the basis of `pay/early` is one of law, guidance, vendor_condition or "
              "recommendation"},
             {"  seats: {", "  plan: {ask: a, answer: text}\n  seats: {",
              "rules/our.yaml:7:3: `tool` has a question `plan` already"},
             {"{id: seats,", "{id: pay,",
              "rules/our.yaml:9:5: the id `pay` is taken already, by a note of `tool`; choose another"},
             {"questions:", "about: products.tool\nquestions:",
              "rules/our.yaml:6:1: `about` is not a key of a checklist that extends another; its keys are checklist, "
              "id, "
              "extends, title, version, review_by, questions, off, notes or basis"},
             {"seats: {at_most", "setas: {at_most",
              "rules/our.yaml:10:57: `setas` is not a question; did you mean `seats`?"},
             {"meets: large", "meets: lrage", "rules/our.yaml:10:39: `lrage` is not defined; did you mean `large`?"},
             {"meets: large", "meets: [large]",
              "rules/our.yaml:10:39: `meets` takes the name of a condition under `define`"},
             {"checklist: 1", "checklist: 2",
              "rules/our.yaml:1:12: this checklist is written in format 2, and this version of hipaa-check reads "
              "format 1; "
              "get a version of hipaa-check later than 0.2.0"},
             {"off: [{note: size, because: The small plan is enough for us.}]", "off: size",
              "rules/our.yaml:4:6: `off` of a checklist that extends another takes a list: put its items in [ ] or on "
              "lines "
              "that begin with `- `"},
             {"basis: {pay/early: guidance}", "basis: [law]",
              "rules/our.yaml:5:8: `basis` takes checks and what asks for them: {paid-tier/paid: law}"},
         }) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        const Outcome outcome = run(changed(ours, row.from, row.to), {"p.yaml"});
        std::string mistakes = headlines(outcome.err);
        const std::string end = "hipaa-check: nothing was checked, because a checklist is broken";
        if (mistakes.ends_with(end)) mistakes.resize(mistakes.size() - end.size());
        if (mistakes.ends_with('\n')) mistakes.pop_back();
        CHECK(mistakes == row.expected);
    }
}

TEST_CASE("an extension has no name that the extended checklist has") {
    const std::string extended = changed(
        changed(
            changed(tool, "  paid: {", "  texts.count: {ask: \"Texts?\", answer: number, formerly: [sms]}\n  paid: {"),
            "{id: pay, number: 2", "{id: pay, number: 2, formerly: [paid-plan]"),
        "notes:\n", "caveats: [{id: slow, title: T, text: T}]\nnotes:\n");
    struct Row {
        std::string from;
        std::string to;
        std::string expected;
    };
    for (const Row& row : std::vector<Row>{
             {"  seats: {", "  texts: {ask: a, answer: text}\n  seats: {",
              "rules/our.yaml:7:3: `texts` is a question, so it cannot also hold `texts.count`"},
             {"  seats: {", "  paid.how: {ask: a, answer: text}\n  seats: {",
              "rules/our.yaml:7:3: `paid` is a question, so it cannot also hold `paid.how`"},
             {"  seats: {", "  sms: {ask: a, answer: text}\n  seats: {",
              "rules/our.yaml:7:3: `sms` cannot be a question, because `sms` is a former name of `texts.count`"},
             {"answer: number}", "answer: number, formerly: [plan]}",
              "rules/our.yaml:7:3: `plan` cannot be a former name of `seats`, because `plan` is a name already"},
             {"answer: number}", "answer: number, formerly: [sms]}",
              "rules/our.yaml:7:3: `sms` cannot be a former name of `seats`, because `sms` is a name already"},
             {"{id: seats,", "{id: paid-plan,",
              "rules/our.yaml:9:5: the id `paid-plan` is taken already, by a former id of a note of `tool`; choose "
              "another"},
             {"{id: seats,", "{id: seats, formerly: [pay],",
              "rules/our.yaml:9:5: the id `pay` is taken already, by a note of `tool`; choose another"},
             {"{id: seats,", "{id: slow,",
              "rules/our.yaml:9:5: the id `slow` is taken already, by a caveat of `tool`; choose another"},
             {"{id: seats,", "{id: odd,",
              "rules/our.yaml:9:5: the id `odd` is taken already, by a contradiction of `tool`; choose another"},
             {"{id: seats,", "{id: look,",
              "rules/our.yaml:9:5: the id `look` is taken already, by a deadline of `tool`; choose another"},
         }) {
        CAPTURE(row.to);
        const Scratch scratch;
        scratch.write("rules/tool.yaml", extended);
        scratch.write("rules/our.yaml", changed(ours, row.from, row.to));
        scratch.write("p.yaml", practice(""));
        const Outcome outcome = run_program({"--rules", "rules", "p.yaml"});
        CHECK(outcome.status == 3);
        CHECK(headlines(outcome.err) ==
              row.expected + "\nhipaa-check: nothing was checked, because a checklist is broken");
    }
}

TEST_CASE("an extension leaves something to check") {
    const std::string one_note = R"yaml(checklist: 1
id: acme
title: Acme
about: products.acme
questions: {one: {ask: "One?", answer: yes_no}}
notes:
  - {id: one, number: 1, title: One, why: W., basis: recommendation,
     checks: [{id: one, require: {one: yes}, message: M., fix: F.}]}
)yaml";
    const std::string nothing_left = "checklist: 1\nid: our-acme\nextends: acme\noff: [{note: one, because: x}]\n";
    const Scratch scratch;
    scratch.write("rules/acme.yaml", one_note);
    scratch.write("rules/our.yaml", nothing_left);
    scratch.write("p.yaml", "products:\n  acme: {}\n");
    for (const std::string command : {"check", "lint"}) {
        CAPTURE(command);
        const Outcome outcome = command == "lint" ? run_program({"lint", "rules/acme.yaml", "rules/our.yaml"})
                                                  : run_program({"--rules", "rules", "p.yaml"});
        CHECK(outcome.status == 3);
        CHECK(
            headlines(outcome.err + outcome.out)
                .starts_with("rules/our.yaml:4:1: `off` switches off every note of `acme`, so nothing is left to "
                             "check; keep one of them, or add a note of your own below `notes`. To leave `acme` out of "
                             "a run, choose the other checklists with --checklist"));
    }
    scratch.write("rules/our.yaml", nothing_left +
                                        "notes:\n  - {id: two, number: 2, title: Two, why: W., basis: "
                                        "recommendation, checks: [{id: one, require: {one: yes}, message: "
                                        "M., fix: F.}]}\n");
    const Outcome outcome = run_program({"-v", "--rules", "rules", "p.yaml"});
    CHECK(outcome.err.empty());
    CHECK(outcome.status == 4);
}

TEST_CASE("an extension cannot be extended") {
    const Scratch scratch;
    scratch.write("rules/tool.yaml", tool);
    scratch.write("rules/our.yaml", ours);
    scratch.write("rules/their.yaml", "checklist: 1\nid: their-tool\nextends: our-tool\n");
    scratch.write("p.yaml", practice(""));
    CHECK(headlines(run_program({"--rules", "rules", "p.yaml"}).err) ==
          "rules/their.yaml:3:10: `our-tool` extends another checklist itself; extend that one, or copy it\n"
          "hipaa-check: nothing was checked, because a checklist is broken");
}

TEST_CASE("the tests of an extension are about what it has of its own") {
    const Scratch scratch;
    scratch.write("tool.yaml", tool);
    scratch.write("our.yaml", ours);
    scratch.write("our.test.yaml",
                  "today: 2026-11-22\n"
                  "base: {confirmed_on: 2026-11-01, products: {tool: {paid: yes, plan: large, seats: 3}}}\n"
                  "cases:\n"
                  "  - {name: three, expect: {seats/few: pass, pay/paid: pass}}\n"
                  "  - {name: four, set: {seats: 4}, expect: {seats/few: fail}}\n"
                  "  - {name: small, set: {plan: small, seats: 4}, expect: {seats/few: not_applicable}}\n"
                  "  - {name: nobody knows, unset: [seats], expect: {seats/few: unknown}}\n");
    const Outcome outcome = run_program({"test", "--coverage", "--mutants", "--rules", "tool.yaml", "our.yaml"});
    CHECK(outcome.err.empty());
    CHECK(outcome.out ==
          "our.test.yaml: 4 cases, all as expected\n"
          "  coverage: every check is shown in every way it can come out\n"
          "  mutants: 7 in all, 7 noticed, 0 without any effect, 0 not noticed\n");
}

TEST_CASE("one extension of a checklist in a run") {
    const Scratch scratch;
    scratch.write("rules/tool.yaml", tool);
    scratch.write("rules/our.yaml", ours);
    scratch.write("rules/their.yaml", changed(ours, "id: our-tool", "id: their-tool"));
    scratch.write("p.yaml", practice(""));
    CHECK(headlines(run_program({"--rules", "rules", "p.yaml"}).err) ==
          "rules/their.yaml:3:10: `tool` is extended by another checklist already; load one of the two\n"
          "hipaa-check: nothing was checked, because a checklist is broken");
}

TEST_CASE("names of earlier versions work in checklists too, and lint says what to write") {
    const std::string renamed =
        changed(changed(changed(changed(tool, "id: tool\n", "id: tool\nformerly: [old-tool]\n"),
                                "  plan: {ask: \"Plan?\",", "  plan: {ask: \"Plan?\", formerly: [tier],"),
                        "  began: {ask: \"Began?\",", "  began: {ask: \"Began?\", formerly: [start],"),
                "{id: pay, number: 2,", "{id: pay, number: 2, formerly: [pay-up],");
    const std::string theirs =
        "checklist: 1\nid: our-tool\nextends: old-tool\nnotes:\n"
        "  - {id: seats, number: 3, title: Keep few seats, why: W., basis: recommendation, after: "
        "[old-tool/pay-up/paid],\n"
        "     checks: [{id: few, when: {tier: large}, require: {start: {before: today}}, message: M., fix: F.}]}\n";
    const std::string other =
        "checklist: 1\nid: other\ntitle: Other\nabout: products.other\nquestions:\n"
        "  day: {ask: \"Day?\", answer: date}\n"
        "  people: {ask: \"Who?\", answer: {list: {ok: {ask: \"Ok?\", answer: yes_no, formerly: [fine]}}}}\nnotes:\n"
        "  - {id: n, number: 1, title: T, why: W., basis: recommendation, relates_to: [old-tool/pay-up],\n"
        "     checks: [{id: c, require: {day: {after: /products.tool.start}, /products.tool.tier: large,\n"
        "       people: {each: {fine: yes}}}, message: M., fix: \"Change day, plan and people.\"}]}\n";
    const Scratch scratch;
    scratch.write("rules/tool.yaml", renamed);
    scratch.write("rules/our.yaml", theirs);
    scratch.write("rules/other.yaml", other);
    scratch.write("p.yaml",
                  "confirmed_on: 2026-11-20\nproducts:\n  tool: {paid: yes, plan: large, began: 2026-01-01}\n"
                  "  other: {day: 2026-02-01, people: [{ok: yes}]}\n");
    const Outcome outcome = run_program({"-f", "json", "--rules", "rules", "p.yaml"});
    CHECK(outcome.err == "");
    const Report report(outcome.out);
    CHECK(report.of("our-tool/seats/few", "result") == "pass");
    CHECK(report.of("other/n/c", "result") == "pass");
    const std::string lint =
        headlines(run_program({"lint", "--rules", "rules/tool.yaml", "rules/our.yaml", "rules/other.yaml"}).out);
    CHECK(
        lint ==
        "rules/our.yaml:3:10: `old-tool` is now called `tool`; write that [former_name]\n"
        "rules/our.yaml:5:5: the note `seats` says nowhere where it comes from; add `cites` or `read_more` "
        "[no_citation]\n"
        "rules/our.yaml:5:91: `old-tool/pay-up/paid` is now called `our-tool/pay/paid`; write that [former_name]\n"
        "rules/our.yaml:6:32: `tier` is now called `plan`; write that [former_name]\n"
        "rules/our.yaml:6:56: `start` is now called `began`; write that [former_name]\n"
        "rules/our.yaml:6:99: the fix of `few` does not say which answer to change afterwards: began "
        "[fix_names_no_key]\n"
        "rules/other.yaml:2:5: the checklist has no `name`, so reports call its subject by its key; write it as people "
        "do, such as name: Spruce [no_name]\n"
        "rules/other.yaml:9:5: `old-tool/pay-up` is now called `our-tool/pay`; write that [former_name]\n"
        "rules/other.yaml:9:5: the note `n` says nowhere where it comes from; add `cites` or `read_more` "
        "[no_citation]\n"
        "rules/other.yaml:10:46: `/products.tool.start` is now called `/products.tool.began`; write that "
        "[former_name]\n"
        "rules/other.yaml:10:69: `/products.tool.tier` is now called `/products.tool.plan`; write that [former_name]\n"
        "rules/other.yaml:11:24: `fine` is now called `ok`; write that [former_name]");
    CHECK(headlines(run(changed(ours, "extends: tool", "extends: our-tol"), {"p.yaml"}).err) ==
          "rules/our.yaml:3:10: `extends` names `our-tol`, but no such checklist is known here; give its file with "
          "--rules\n"
          "hipaa-check: nothing was checked, because a checklist is broken");
}

TEST_CASE("lint looks at what an extension has of its own") {
    CHECK(headlines(run(ours, {"lint", "rules/our.yaml"}).out) ==
          "rules/our.yaml:9:5: the note `seats` says nowhere where it comes from; add `cites` or `read_more` "
          "[no_citation]");
}

TEST_CASE("lint of a checklist together with what extends it looks at both") {
    const Outcome both = run(changed(ours, "number: 3", "number: 2"), {"lint", "rules/tool.yaml", "rules/our.yaml"});
    CHECK(headlines(both.out) ==
          "rules/tool.yaml:10:10: no condition meets `large`; remove it [unused_definition]\n"
          "rules/tool.yaml:17:5: the note `size` says nowhere where it comes from; add `cites` or `read_more` "
          "[no_citation]\n"
          "rules/tool.yaml:18:69: the fix of `large` does not say which answer to change afterwards: plan "
          "[fix_names_no_key]\n"
          "rules/tool.yaml:20:66: the fix of `paid` does not say which answer to change afterwards: paid "
          "[fix_names_no_key]\n"
          "rules/tool.yaml:21:103: the fix of `early` does not say which answer to change afterwards: began "
          "[fix_names_no_key]\n"
          "rules/our.yaml:9:5: the note `seats` says nowhere where it comes from; add `cites` or `read_more` "
          "[no_citation]\n"
          "rules/our.yaml:9:25: `tool` has a note 2 already [number_twice]");
    CHECK(both.status == 1);
}

TEST_CASE("what tests say of an inherited place names the file that it is in") {
    const Scratch scratch;
    scratch.write("tool.yaml", tool);
    scratch.write("our.yaml", ours);
    const auto test = [&](const std::string& cases) {
        scratch.write("our.test.yaml",
                      "today: 2026-11-22\n"
                      "base: {confirmed_on: 2026-11-01, products: {tool: {paid: yes, plan: large, seats: 3}}}\n"
                      "cases:\n" +
                          cases);
        return run_program({"test", "--mutants", "--rules", "tool.yaml", "our.yaml"}).out;
    };
    CHECK(test("  - {name: three, expect: {seats/few: pass, pay/paid: fail}}\n") ==
          "our.test.yaml:4:55: the case `three` expects `pay/paid` to be fail, but it is pass\n"
          "    - {name: three, expect: {seats/few: pass, pay/paid: fail}}\n"
          "                                                        ^\n"
          "    our-tool/pay/paid is pass (tool.yaml:20): `paid` is yes (line 2)\n"
          "our.test.yaml: 1 case, 1 not as expected\n"
          "  mutants were not tried, because cases fail without any\n");
    const std::string survivors = test("  - {name: three, expect: {seats/few: pass}}\n");
    CHECK(survivors.find("tool.yaml:10:18: no case notices: `plan: large` becomes `plan: {is_not: large}`\n"
                         "  define: {large: {plan: large}}\n") == std::string::npos);
    CHECK(survivors.find("tool.yaml:10:18: no case notices: without the `when` `plan: large`\n"
                         "  define: {large: {plan: large}}\n"
                         "                   ^\n") != std::string::npos);
    CHECK(survivors.find("our.yaml:10:65: no case notices: `seats: {at_most: 3}` becomes `seats: {at_least: 3}`\n") !=
          std::string::npos);
}

}  // namespace
}  // namespace hipaa::testing
