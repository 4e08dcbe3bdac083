// What HHS guidance asks for counts like law, under a label of its own, in every format.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string checklist = R"(checklist: 1
id: lab
title: Lab
about: products.lab
questions:
  told: {ask: "Are they told?", answer: yes_no}
notes:
  - id: tell
    number: 1
    title: Tell them
    why: Because.
    basis: guidance
    cites: ["78 FR 5634"]
    checks: [{id: told, require: {told: yes}, message: They do not know., fix: "Tell them, then set told to yes."}]
)";

const std::string practice = "confirmed_on: 2026-11-01\nproducts: {lab: {told: no}}\n";

std::string report_as(const std::string& format, const std::string& text) {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    const Outcome outcome = run_program({"-v", "-f", format, "--rules", "lab.yaml", "-"}, {.in = text});
    CHECK(outcome.status == 1);
    return outcome.out;
}

struct Row {
    std::string format;
    std::string said;
};

}  // namespace

TEST_CASE("every format says that guidance asks for it") {
    for (const Row& row : std::vector<Row>{
             {"text", "1. Tell them, then set told to yes. (HHS guidance, note 1)"},
             {"markdown", "1. Tell them, then set told to yes. (HHS guidance, note 1)"},
             {"html", "HHS guidance"},
             {"json", R"("basis": "guidance")"},
             {"jsonl", R"("basis":"guidance")"},
             {"sarif", R"("guidance")"},
             {"junit", "HHS guidance"},
             {"github", "Needs action (HHS guidance): They do not know."},
             {"gitlab", "Needs action (HHS guidance): They do not know."},
             {"csv", "guidance"},
             {"oscal", R"("value": "guidance")"},
         }) {
        CAPTURE(row.format);
        const std::string report = report_as(row.format, practice);
        CAPTURE(report);
        CHECK(report.find(row.said) != std::string::npos);
        CHECK(report.find("legal duty (") == std::string::npos);
    }
}

TEST_CASE("guidance may not bind who is no covered entity") {
    const std::string exempt = practice + "practice: {covered_entity: no}\n";
    CHECK(report_as("text", exempt).find("HHS guidance (HIPAA may not bind you; board rules and state law may)") !=
          std::string::npos);
    const Report report(report_as("json", exempt));
    CHECK(report.of("lab/tell", "applicability") == "HIPAA may not bind you; board rules and state law may");
    CHECK(report.of("lab/tell/told", "applicability") == "HIPAA may not bind you; board rules and state law may");
    CHECK(Report(report_as("json", practice)).of("lab/tell", "applicability") == "(absent)");
}

TEST_CASE("no decision accepts what guidance asks for, unless the checklist says so") {
    const std::string decided =
        practice +
        "decisions: [{accepts: lab/tell/told, because: b, by: owner, decided_on: 2026-10-01, review_by: 2027-01-31}]\n";
    const Report report(report_as("json", decided));
    CHECK(report.result("lab/tell/told") == "fail");
    CHECK(report.remarks() ==
          "3:23 the decision on `lab/tell/told` is refused: no decision can accept this check, "
          "because the law asks for it, as HHS reads it");
}

TEST_CASE("law comes before guidance, guidance before a vendor's condition, and that before advice") {
    std::string rules =
        "checklist: 1\nid: lab\ntitle: Lab\nabout: products.lab\nquestions:\n"
        "  told: {ask: \"Are they told?\", answer: yes_no}\nnotes:\n";
    int number = 0;
    for (const std::string basis : {"recommendation", "vendor_condition", "guidance", "law"}) {
        ++number;
        rules += "  - {id: " + std::string(1, static_cast<char>('a' + number)) + ", number: " + std::to_string(number) +
                 ", title: Do, why: w, urgency: " + std::to_string(number) + ", basis: " + basis +
                 ", cites: [x], checks: [{id: c, require: {told: yes}, message: From " + basis + "., fix: f}]}\n";
    }
    const Scratch scratch;
    scratch.write("lab.yaml", rules);
    const std::string out = run_program({"--rules", "lab.yaml", "-"}, {.in = practice}).out;
    std::size_t before = 0;
    for (const std::string wanted : {"1. f (legal duty, note 4)", "2. f (HHS guidance, note 3)",
                                     "3. f (vendor's condition, note 2)", "4. f (recommendation, note 1)"}) {
        CAPTURE(wanted);
        const auto at = out.find(wanted);
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
    }
}
