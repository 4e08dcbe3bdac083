// From checks to notes, checklists and practices; and the `when`s of checklist, note and check together.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

Report assess(const std::string& head, const std::string& note, const std::vector<std::string>& checks,
              const std::string& answers) {
    std::string text = "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\n" + head + "questions:\n";
    for (const std::string key : {"a", "b", "c", "d"}) text += "  " + key + ": {ask: a, answer: yes_no}\n";
    text += "notes:\n- id: n\n  number: 1\n  title: t\n  why: w\n  basis: recommendation\n" + note + "  checks:\n";
    for (std::size_t i = 0; i < checks.size(); ++i)
        text += "  - {id: c" + std::to_string(i) + ", message: m, fix: f, " + checks[i] + "}\n";
    const Scratch scratch;
    scratch.write("lab.yaml", text);
    return Report(run_program({"-f", "json", "--rules", "lab.yaml", "-"},
                              {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {" + answers + "}}\n"})
                      .out);
}

}  // namespace

TEST_CASE("a note is as good as its worst check: fail, unknown, attention, pass, not_applicable") {
    const std::string fail = "require: {a: yes}";
    const std::string attention = "require: {a: yes}, otherwise: attention";
    const std::string by_otherwise = "require: {a: yes}, otherwise: unknown";
    const std::string unknown = "require: {b: yes}";
    const std::string pass = "require: {a: no}";
    const std::string out = "when: {a: yes}, require: {a: yes}";
    struct Row {
        std::vector<std::string> checks;
        std::string result;
    };
    const std::vector<Row> rows{
        {{fail, unknown, attention, pass, out}, "fail"},
        {{out, pass, attention, unknown}, "unknown"},
        {{pass, by_otherwise, attention}, "unknown"},
        {{fail, by_otherwise}, "fail"},
        {{out, pass, attention}, "attention"},
        {{attention, out}, "attention"},
        {{pass, out}, "pass"},
        {{out, pass, pass}, "pass"},
        {{out, out}, "not_applicable"},
        {{by_otherwise}, "unknown"},
    };
    for (const Row& row : rows) {
        const Report report = assess("", "", row.checks, "a: no");
        CHECK(report.result("lab/n") == row.result);
        CHECK(report.result("lab") == row.result);
        CHECK(report.at("practices/0/result") == row.result);
        CHECK(report.at("result") == row.result);
    }
}

TEST_CASE("the three `when`s are combined like `all`, and their evidence gives the reason") {
    // a, b, c: `when` of checklist, note and check; d: required.
    struct Row {
        std::string answers;
        std::string expected;
        std::string reason;
    };
    const std::vector<Row> rows{
        {"a: yes, b: yes, c: yes, d: yes", "pass: d=true", "`d` is yes"},
        {"a: yes, b: yes, c: yes, d: no", "fail: d=false", "`d` is no"},
        {"a: yes, b: yes, c: yes", "unknown: d=null", "`d` is not answered"},
        {"a: no, b: yes, c: yes, d: no", "not_applicable: a=false", "does not apply: `a` is no"},
        {"a: yes, b: no, d: no", "not_applicable: b=false", "does not apply: `b` is no"},
        {"c: no", "not_applicable: c=false", "does not apply: `c` is no"},
        {"b: no, c: no", "not_applicable: b=false, c=false", "does not apply: `b` is no; `c` is no"},
        {"b: yes, c: yes, d: no", "unknown: a=null", "cannot tell yet whether this applies: `a` is not answered"},
        {"a: yes, d: yes", "unknown: b=null, c=null",
         "cannot tell yet whether this applies: `b` is not answered; `c` is not answered"},
        {"", "unknown: a=null, b=null, c=null",
         "cannot tell yet whether this applies: `a` is not answered; `b` is not answered; `c` is not answered"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.answers);
        const Report report =
            assess("when: {a: yes}\n", "  when: {b: yes}\n", {"when: {c: yes}, require: {d: yes}"}, row.answers);
        std::string evidence = report.evidence("lab/n/c0");
        for (auto at = evidence.find("products.lab."); at != std::string::npos; at = evidence.find("products.lab."))
            evidence.erase(at, 13);
        CHECK(report.result("lab/n/c0") + ": " + evidence == row.expected);
        CHECK(report.of("lab/n/c0", "reason") == row.reason);
        CHECK(report.result("lab/n") == report.result("lab/n/c0"));
    }
}

TEST_CASE("basis and waivable of a check: its own, or the note's; recommendations are waivable") {
    const Report report =
        assess("", "  cites: [\"45 CFR 1\"]\n",
               {"require: {a: yes}", "require: {a: yes}, basis: law", "require: {a: yes}, basis: vendor_condition",
                "require: {a: yes}, waivable: no", "require: {a: yes}, basis: law, waivable: yes",
                "require: {a: yes}, basis: guidance", "require: {a: yes}, basis: guidance, waivable: yes"},
               "");
    const auto shown = [&](const std::string& id) { return report.of(id, "basis") + " " + report.of(id, "waivable"); };
    CHECK(shown("lab/n/c0") == "recommendation true");
    CHECK(shown("lab/n/c1") == "law false");
    CHECK(shown("lab/n/c2") == "vendor_condition false");
    CHECK(shown("lab/n/c3") == "recommendation false");
    CHECK(shown("lab/n/c4") == "law true");
    CHECK(shown("lab/n/c5") == "guidance false");
    CHECK(shown("lab/n/c6") == "guidance true");
}
