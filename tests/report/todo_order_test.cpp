// The order of what to do: first what something else needs, then by basis and urgency.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

/// Three notes, one check each, that the answers decide: law before the vendor's condition before advice.
std::string checklist(const std::string& law, const std::string& vendor, const std::string& advice,
                      const std::string& advice_check = "") {
    return "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: products.lab\nquestions:\n"
           "  law: {ask: a, answer: yes_no, default: no}\n  vendor: {ask: a, answer: yes_no, default: no}\n"
           "  advice: {ask: a, answer: yes_no, default: no}\nnotes:\n"
           "  - {id: law, number: 1, title: Obey, why: w, basis: law, cites: [x]" +
           law +
           ", checks: [{id: one, require: {law: yes}, message: m, fix: Law.},\n"
           "      {id: two, require: {law: yes}, message: m, fix: More law., after: []}]}\n"
           "  - {id: vendor, number: 2, title: Pay, why: w, basis: vendor_condition" +
           vendor +
           ", checks: [{id: one, require: {vendor: yes}, message: m, fix: Vendor.}]}\n"
           "  - {id: advice, number: 3, title: Listen, why: w, basis: recommendation" +
           advice + ", checks: [{id: one, require: {advice: yes}, message: m, fix: Advice." + advice_check + "}]}\n";
}

/// What is said under "What to do, in order".
std::string order(const std::string& rules, const std::string& answers = "") {
    const Scratch scratch;
    scratch.write("lab.yaml", rules);
    const std::string out = run_program({"--rules", "lab.yaml", "-"},
                                        {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {" + answers + "}}\n"})
                                .out;
    std::string found;
    for (int number = 1; number < 9; ++number) {
        const auto at = out.find("\n " + std::to_string(number) + ". ");
        if (at == std::string::npos) break;
        const auto act = out.find(". ", at) + 2;
        found += (number == 1 ? "" : " ") + out.substr(act, out.find(" (", act) - act);
    }
    return found;
}

}  // namespace

TEST_CASE("what has to be done first") {
    struct Row {
        std::string name;
        std::string law, vendor, advice, advice_check;
        std::string answers;
        std::string expected;
    };
    for (const Row& row : std::vector<Row>{
             {"nothing needs anything", "", "", "", "", "", "Law. More law. Vendor. Advice."},
             {"a note after a note", ", after: [vendor]", "", "", "", "", "Vendor. Law. More law. Advice."},
             {"a note after a check", ", after: [vendor/one]", "", "", "", "", "Vendor. Law. More law. Advice."},
             {"full ids", ", after: [lab/vendor/one]", "", "", "", "", "Vendor. Law. More law. Advice."},
             {"one after another", ", after: [vendor]", ", after: [advice]", "", "", "",
              "Advice. Vendor. Law. More law."},
             {"by way of what is in place", ", after: [vendor]", ", after: [advice]", "", "", "vendor: yes",
              "Advice. Law. More law."},
             {"what needs something that is in place", ", after: [vendor]", "", "", "", "vendor: yes",
              "Law. More law. Advice."},
             {"two that need the same", ", after: [advice]", ", after: [advice]", "", "", "",
              "Advice. Law. More law. Vendor."},
             {"what comes last anyway", "", "", ", after: [law]", "", "", "Law. More law. Vendor. Advice."},
             {"a check's own in place of its note's", ", after: [advice]", "", ", after: [vendor]", ", after: []", "",
              "Advice. Law. More law. Vendor."},
         }) {
        CAPTURE(row.name);
        CHECK(order(checklist(row.law, row.vendor, row.advice, row.advice_check), row.answers) == row.expected);
    }
}

TEST_CASE("a long chain is followed to its end, and a note of many checks is looked through once") {
    const std::string head =
        "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: products.lab\nquestions:\n"
        "  ok: {ask: a, answer: yes_no, default: no}\nnotes:\n";
    const std::string note = ", why: w, basis: recommendation, checks: [";
    const auto chain = [&](int length, const std::string& last_after) {
        std::string rules = head;
        for (int i = 1; i <= length; ++i) {
            const std::string n = std::to_string(i);
            const std::string after = i < length ? ", after: [n" + std::to_string(i + 1) + "]" : last_after;
            rules += "  - {id: n" + n + ", number: " + n + ", title: t" + after + note +
                     "{id: c, require: {ok: yes}, message: m, fix: Act " + n + ".}]}\n";
        }
        return rules;
    };
    CHECK(order(chain(2000, "")).substr(0, 36) == "Act 2000. Act 1999. Act 1998. Act 19");

    const Scratch scratch;
    scratch.write("lab.yaml", chain(5000, ", after: [n1]"));
    const std::string err = run_program({"--rules", "lab.yaml", "-"}, {.in = ""}).err;
    CHECK(err.substr(0, err.find('\n')) ==
          "lab.yaml:9:43: `lab/n1/c` would have to come before itself: it comes after `lab/n2`, after `lab/n3`, after "
          "`lab/n4`, after `lab/n5`, after `lab/n6`, after `lab/n7`, after `lab/n8`, after `lab/n9`, after `lab/n10`, "
          "after `lab/n11`, and so on, by way of 4990 more; take one of these out");

    std::string many;
    for (int i = 0; i < 1000; ++i)
        many +=
            (i == 0 ? "{id: c" : ",\n    {id: c") + std::to_string(i) + ", require: {ok: yes}, message: m, fix: Act.}";
    const std::string wide = head + "  - {id: late, number: 1, title: t, after: [early]" + note + many +
                             "]}\n  - {id: early, number: 2, title: t" + note + many + "]}\n";
    CHECK(order(wide) == "Act. Act. Act. Act. Act. Act. Act. Act.");
}

TEST_CASE("across checklists, and the sections follow") {
    const Scratch scratch;
    scratch.write("rules/lab.yaml", checklist(", after: [other/n]", "", ""));
    scratch.write("rules/other.yaml",
                  "checklist: 1\nid: other\nname: Other\ntitle: Other\nabout: other\n"
                  "questions: {a: {ask: a, answer: yes_no, default: no}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation,\n"
                  "  checks: [{id: c, require: {a: yes}, message: m, fix: Elsewhere.}]}]\n");
    const std::string out =
        run_program({"--rules", "rules", "-"},
                    {.in = "confirmed_on: 2026-11-01\nother: {}\nproducts: {lab: {vendor: yes, advice: yes}}\n"})
            .out;
    CHECK(out.find("1. Elsewhere. (recommendation, Other, note 1)") != std::string::npos);
    CHECK(out.find("2. Law. (legal duty, Lab, note 1)") != std::string::npos);
}

TEST_CASE("a circle of two checklists is a mistake of the one that was given later") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist(", after: [other/n]", "", ""));
    scratch.write("other.yaml",
                  "checklist: 1\nid: other\nname: Other\ntitle: Other\nabout: other\n"
                  "questions: {a: {ask: a, answer: yes_no}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, after: [lab/law/one],\n"
                  "  checks: [{id: c, require: {a: yes}, message: m, fix: f}]}]\n");
    const Outcome outcome = run_program({"--rules", "lab.yaml", "--rules", "other.yaml", "-"}, {.in = ""});
    CHECK(outcome.status == 3);
    CHECK(outcome.err.substr(0, outcome.err.find('\n')) ==
          "other.yaml:7:77: `lab/law/one` would have to come before itself: it comes after `other/n`, after "
          "`lab/law/one`; take one of these out");
}
