// Every exit status, at every --fail-on level, and which comes first.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"

using namespace hipaa::testing;

namespace {

const std::string day = "confirmed_on: 2026-11-01\n";

/// A checklist with a question for each result; `law`, `guidance` and `vendor` fail on that basis.
const std::string rules = R"(checklist: 1
id: lab
title: Lab
about: products.lab
questions:
  law: {ask: a, answer: yes_no, default: yes}
  guidance: {ask: a, answer: yes_no, default: yes}
  vendor: {ask: a, answer: yes_no, default: yes}
  advice: {ask: a, answer: yes_no, default: yes}
  look: {ask: a, answer: yes_no, default: yes}
  lawful_look: {ask: a, answer: yes_no, default: yes}
  near: {ask: a, answer: yes_no, default: yes}
  far: {ask: a, answer: yes_no, default: yes}
caveats: [{id: breaker, title: t, text: x, deal_breaker: yes, when: {law: maybe}}]
notes:
  - {id: a, number: 1, title: t, why: w, basis: law, cites: [x],
     checks: [{id: c, require: {law: yes}, message: m, fix: f}]}
  - {id: b, number: 2, title: t, why: w, basis: vendor_condition,
     checks: [{id: c, require: {vendor: yes}, message: m, fix: f}]}
  - {id: c, number: 3, title: t, why: w, basis: recommendation,
     checks: [{id: c, require: {advice: yes}, message: m, fix: f}]}
  - {id: d, number: 4, title: t, why: w, basis: recommendation,
     checks: [{id: c, require: {look: yes}, otherwise: attention, message: m, fix: f}]}
  - {id: e, number: 5, title: t, why: w, basis: law, cites: [x],
     checks: [{id: c, require: {lawful_look: yes}, otherwise: attention, message: m, fix: f}]}
  - {id: f, number: 6, title: t, why: w, basis: guidance, cites: [x],
     checks: [{id: c, require: {guidance: yes}, message: m, fix: f}]}
  - {id: g, number: 7, title: t, why: w, basis: recommendation,
     checks: [{id: c, require: {near: yes}, otherwise: attention, message: m, fix: f},
              {id: d, require: {far: yes}, message: m, fix: f}]}
)";

struct StatusRow {
    std::string name;
    std::vector<std::string> practices;  // each a text
    int law, fail, unknown, attention, never;
};

}  // namespace

TEST_CASE("each case at each level") {
    const std::string pass = day + "products: {lab: {}}\n";
    const std::string law = day + "products: {lab: {law: no}}\n";
    const std::string guidance = day + "products: {lab: {guidance: no}}\n";
    const std::string vendor = day + "products: {lab: {vendor: no}}\n";
    const std::string advice = day + "products: {lab: {advice: no}}\n";
    const std::string look = day + "products: {lab: {look: no}}\n";
    const std::string lawful_look = day + "products: {lab: {lawful_look: no}}\n";
    const std::string look_in_open = day + "products: {lab: {near: no, far: unknown}}\n";
    const std::string stale_look = "products: {lab: {near: no}}\n";
    const std::string open = day + "products: {lab: {advice: unknown}}\n";
    const std::string open_law = day + "products: {lab: {law: unknown}}\n";
    const std::string stale = "products: {lab: {}}\n";
    const std::string other = day + "practice: {name: A}\n";
    const std::string nothing;
    const std::string broken = "prodcuts: {}\n";
    const std::vector<StatusRow> rows{
        //                                   law fail unknown attention never
        {"pass", {pass}, 0, 0, 0, 0, 0},
        {"law fails", {law}, 1, 1, 1, 1, 0},
        {"guidance fails", {guidance}, 1, 1, 1, 1, 0},
        {"vendor's condition fails", {vendor}, 1, 1, 1, 1, 0},
        {"recommendation fails", {advice}, 0, 1, 1, 1, 0},
        {"attention", {look}, 0, 0, 0, 1, 0},
        {"attention of law", {lawful_look}, 0, 0, 0, 1, 0},
        {"unknown", {open}, 0, 0, 4, 4, 0},
        {"unknown law", {open_law}, 0, 0, 4, 4, 0},
        {"stale", {stale}, 0, 0, 4, 4, 0},
        {"attention in a note that is unknown", {look_in_open}, 0, 0, 4, 4, 0},
        {"attention in a note of which the rest is stale", {stale_look}, 0, 0, 4, 4, 0},
        {"not checked", {other}, 5, 5, 5, 5, 5},
        {"empty", {nothing}, 5, 5, 5, 5, 5},
        {"broken", {broken}, 3, 3, 3, 3, 3},
        {"broken before fail", {broken, law}, 3, 3, 3, 3, 3},
        {"fail before broken", {law, broken}, 3, 3, 3, 3, 3},
        {"broken, not checked", {other, broken}, 3, 3, 3, 3, 3},
        {"fail before unknown", {open, law}, 1, 1, 1, 1, 0},
        {"recommendation and unknown", {open, advice}, 0, 1, 1, 1, 0},
        {"attention and unknown", {look, open}, 0, 0, 4, 1, 0},
        {"unknown before not checked", {other, open}, 5, 5, 4, 4, 5},
        {"pass and not checked", {pass, other}, 5, 5, 5, 5, 5},
        {"attention and not checked", {look, other}, 5, 5, 5, 1, 5},
        {"all pass", {pass, pass}, 0, 0, 0, 0, 0},
    };
    const Scratch scratch;
    scratch.write("lab.yaml", rules.substr(0, rules.find("caveats:")) + rules.substr(rules.find("notes:")));
    for (const StatusRow& row : rows) {
        std::vector<std::string> files;
        for (std::size_t i = 0; i < row.practices.size(); ++i) {
            files.push_back("p" + std::to_string(i) + ".yaml");
            scratch.write(files.back(), row.practices[i]);
        }
        const std::vector<std::pair<std::string, int>> levels{{"law", row.law},
                                                              {"fail", row.fail},
                                                              {"unknown", row.unknown},
                                                              {"attention", row.attention},
                                                              {"never", row.never}};
        for (const auto& [level, status] : levels) {
            CAPTURE(row.name);
            CAPTURE(level);
            std::vector<std::string> arguments{"--rules", "lab.yaml", "-q", "--fail-on", level};
            arguments.insert(arguments.end(), files.begin(), files.end());
            const Outcome outcome = run_program(arguments);
            CHECK(outcome.status == status);
            CHECK(outcome.out == "");
        }
    }
}

TEST_CASE("the status is the same for every format, and `unknown` is the level unless another is given") {
    const std::vector<std::pair<std::string, int>> rows{{day + "products: {radio: {client_information: no}}\n", 0},
                                                        {day + "products: {spruce: {plan: {tier: free}}}\n", 1},
                                                        {"prodcuts: {}\n", 3},
                                                        {day + "products: {spruce: {}}\n", 4},
                                                        {"products: {}\n", 5}};
    for (const auto& [text, status] : rows) {
        for (const std::string format : {"text", "markdown", "json", "jsonl"}) {
            CAPTURE(text);
            CAPTURE(format);
            CHECK(run_program({"-f", format, "-"}, {.in = text}).status == status);
        }
    }
}

TEST_CASE("a deal-breaker fails a run, but is no failing check of law") {
    const Scratch scratch;
    std::string text = rules;
    text.replace(text.find("law: maybe"), 10, "law: no");
    text.replace(text.find("require: {law: yes}"), 19, "require: {vendor: yes}");
    scratch.write("lab.yaml", text);
    const auto status = [&](const std::string& practice, const std::string& level) {
        return run_program({"--rules", "lab.yaml", "--fail-on", level, "-q", "-"}, {.in = day + practice}).status;
    };
    const std::string breaks = "products: {lab: {law: no}}\n";
    const std::string keeps = "products: {lab: {law: yes}}\n";
    CHECK(status(breaks, "unknown") == 1);
    CHECK(status(breaks, "fail") == 1);
    CHECK(status(breaks, "law") == 0);
    CHECK(status(breaks, "never") == 0);
    CHECK(status("products: {lab: {law: unknown}}\n", "unknown") == 4);
    CHECK(status("products: {lab: {law: unknown}}\n", "fail") == 0);
    CHECK(status(keeps, "attention") == 0);
    scratch.write("old.yaml", day + keeps);
    scratch.write("new.yaml", day + breaks);
    CHECK(run_program({"diff", "--rules", "lab.yaml", "--fail-on", "law", "old.yaml", "new.yaml"}).status == 0);
    CHECK(run_program({"diff", "--rules", "lab.yaml", "--fail-on", "fail", "old.yaml", "new.yaml"}).status == 1);
    CHECK(run_program({"--rules", "lab.yaml", "--fail-on", "law", "-f", "junit", "new.yaml"})
              .out.find("failures=\"0\"") != std::string::npos);
}

TEST_CASE("a broken checklist stops everything") {
    const Scratch scratch;
    scratch.write("p.yaml", day + "products: {radio: {client_information: no}}\n");
    scratch.write("a.yaml", "checklist: 1\nid: a\n");
    scratch.write("b.yaml",
                  "checklist: 0\nid: b\ntitle: t\nabout: b\nquestions: {q: {ask: a, answer: yes_no}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, "
                  "require: {q: maybe}, message: m, fix: f}]}]\n");
    const Outcome outcome = run_program({"--rules", "b.yaml", "--rules", "a.yaml", "p.yaml"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(outcome.err ==
          "b.yaml:1:12: there is no format 0; write `checklist: 1`\n"
          "  checklist: 0\n"
          "             ^\n"
          "b.yaml:6:99: `q` cannot be `maybe`; write yes or no\n"
          "  …le: t, why: w, basis: recommendation, checks: [{id: c, require: {q: maybe}, message: m, fix: f}]}]\n"
          "                                                                       ^\n"
          "a.yaml:1:1: a checklist needs `about`\n  checklist: 1\n  ^\n"
          "a.yaml:1:1: a checklist needs `notes`\n  checklist: 1\n  ^\n"
          "a.yaml:1:1: a checklist needs `questions`\n  checklist: 1\n  ^\n"
          "a.yaml:1:1: a checklist needs `title`\n  checklist: 1\n  ^\n"
          "hipaa-check: nothing was checked, because a checklist is broken\n");
    for (const std::string format : {"text", "markdown", "json", "jsonl"})
        CHECK(run_program({"-f", format, "--rules", "a.yaml", "--fail-on", "never", "p.yaml"}).out == "");
    CHECK(run_program({"--rules", "a.yaml", "--fail-on", "never", "p.yaml"}).status == 3);
    CHECK(run_program({"--rules", "missing.yaml", "p.yaml"}).status == 3);
}
