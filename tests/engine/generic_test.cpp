// Checklists about any product or a section of its own, questions elsewhere, caveats, and choosing checklists.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

std::string checklist(const std::string& id, const std::string& about, const std::string& require,
                      const std::string& more = "") {
    return "checklist: 1\nid: " + id + "\ntitle: T\nabout: " + about +
           "\nquestions: {agreement: {ask: a, answer: yes_no}, in_use: {ask: a, answer: yes_no, default: yes}}\n" +
           more +
           "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, require: " + require +
           ", message: m, fix: f}]}]\n";
}

struct Files {
    Scratch scratch;
    Outcome check(const std::string& practice, const std::vector<std::string>& rules,
                  std::vector<std::string> options = {}) const {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const std::string name = "rules" + std::to_string(i) + ".yaml";
            scratch.write(name, rules[i]);
            options.insert(options.end(), {"--rules", name});
        }
        options.insert(options.end(), {"-f", "json", "--stdin-name", "p.yaml", "-"});
        return run_program(options, {.in = "confirmed_on: 2026-11-01\n" + practice});
    }
};

const std::string generic = checklist("any-product", "products.*", "{agreement: yes}", "when: {in_use: yes}\n");

}  // namespace

TEST_CASE("a generic checklist applies to every product that has none of its own, with the product in its ids") {
    const Files files;
    const Outcome outcome = files.check(
        "products:\n  nuvo: {agreement: no}\n  vmail:\n  spruce: {in_use: no}\n"
        "  fax: {agreement: yes}\n  old: {in_use: no}\n",
        {generic});
    const Report report(outcome.out);
    CHECK(outcome.status == 1);
    CHECK(report.result("any-product@nuvo/n/c") == "fail");
    CHECK(report.evidence("any-product@nuvo/n/c", true) == "products.nuvo.agreement=false @3:21");
    CHECK(report.result("any-product@vmail/n") == "unknown");
    CHECK(report.evidence("any-product@vmail/n/c", true) == "products.vmail.agreement=null @4:3");
    CHECK(report.result("any-product@fax") == "pass");
    CHECK(report.result("any-product@old") == "not_applicable");
    CHECK(report.result("any-product@spruce") == "(no any-product@spruce)");
    CHECK(report.of("any-product@nuvo", "about") == "products.nuvo");
    CHECK(report.not_checked() == "");
    CHECK(report.at("practices/0/checklists/0/id") == "any-product@nuvo");
    CHECK(report.at("practices/0/checklists/1/id") == "any-product@vmail");
}

TEST_CASE("a decision on a generic checklist names the product") {
    const Files files;
    const auto text = [](const std::string& id) {
        return "products: {nuvo: {agreement: no}, fax: {agreement: no}}\ndecisions: [{accepts: " + id +
               ", because: b, by: o, decided_on: 2026-11-01, review_by: 2026-12-01}]\n";
    };
    const Report report(files.check(text("any-product@nuvo/n/c"), {generic}).out);
    CHECK(report.result("any-product@nuvo/n/c") == "accepted");
    CHECK(report.result("any-product@fax/n/c") == "fail");
    CHECK(Report(files.check(text("any-product/n/c"), {generic}).out).problems() ==
          "3:23 unknown_id: `any-product/n/c` is not a note or check; did you mean `any-product@nuvo/n/c`?");
    CHECK(Report(files.check(text("any-product@nuv/n/c"), {generic}).out).problems() ==
          "3:23 unknown_id: `any-product@nuv/n/c` is not a note or check; did you mean `any-product@nuvo/n/c`?");
    CHECK(Report(files.check(text("any-product@nuvo/n/d"), {generic}).out).problems() ==
          "3:23 unknown_id: `any-product@nuvo/n/d` is not a note or check; did you mean `any-product@nuvo/n/c`?");
}

TEST_CASE("a decision on a product that is not in the file any more is not used") {
    const Files files;
    const auto text = [](const std::string& id) {
        return "products: {spruce: {in_use: no}}\ndecisions: [{accepts: " + id +
               ", because: b, by: o, decided_on: 2026-11-01, review_by: 2026-12-01}]\n";
    };
    for (const std::string id : {"any-product@loom/n/c", "any-product@loom/n", "any-product@dr. x/n/c"}) {
        const Report report(files.check(text(id), {generic}).out);
        CHECK(report.problems() == "");
        CHECK(report.remarks().ends_with("3:23 the decision on `" + id +
                                         "` is not used: no checklist that was assessed asks for it"));
    }
    CHECK(Report(files.check(text("any-product@loom/n/d"), {generic}).out)
              .problems()
              .starts_with("3:23 unknown_id: `any-product@loom/n/d` is not a note or check; "));
    CHECK(Report(files.check(text("any-product@spruce/n/c"), {generic}).out)
              .problems()
              .starts_with("3:23 unknown_id: `any-product@spruce/n/c` is not a note or check; "));
    CHECK(Report(files.check(text("any-product/n/c"), {generic}).out).problems() ==
          "3:23 unknown_id: `any-product/n/c` does not name its product; write `any-product@KEY/n/c`, where KEY is the "
          "product's key in the file");
    // With the built-in checklists, of which only those that are called for are loaded.
    const std::string built_in = "any-product@loom/agreement/before-first-use";
    const Report report(files.check(text(built_in), {}).out);
    CHECK(report.problems() == "");
    CHECK(report.remarks().find("the decision on `" + built_in + "` is not used") != std::string::npos);
}

TEST_CASE("unknown keys below a product that only a generic checklist knows") {
    const Files files;
    const Outcome outcome = files.check("products:\n  nuvo: {agreemnt: no}\n  fax: yes\n  spruec: {}\n", {generic});
    CHECK(Report(outcome.out).problems() ==
          "3:10 unknown_key: `agreemnt` is not a key of `products.nuvo`; did you mean `agreement`?\n"
          "4:8 wrong_type: `fax` has keys of its own; write fax: {agreement: ...}\n"
          "5:3 unknown_key: `spruec` is not a product that a checklist knows; did you mean `spruce`?");
}

TEST_CASE("questions elsewhere in the file") {
    const Files files;
    const std::string lab =
        checklist("lab", "products.lab", "{/practice.covered_entity: yes, /products.spruce.plan.tier: {is_not: free}}");
    const auto result = [&](const std::string& practice) {
        const Report report(files.check(practice, {lab}).out);
        return report.result("lab/n/c") + ": " + report.evidence("lab/n/c");
    };
    CHECK(result("products: {lab: {}, spruce: {plan: {tier: basic}}}\n") ==
          "pass: practice.covered_entity=true assumed, products.spruce.plan.tier=basic");
    CHECK(result("practice: {covered_entity: no}\nproducts: {lab: {}, spruce: {plan: {tier: free}}}\n") ==
          "fail: practice.covered_entity=false, products.spruce.plan.tier=free");
    CHECK(result("products: {lab: {}, spruce: {}}\n") == "unknown: products.spruce.plan.tier=null");
    // The other checklist's part of the file is missing: nobody answered.
    CHECK(result("products: {lab: {}}\n") == "unknown: products.spruce.plan.tier=null");
}

TEST_CASE("a section of the file's own") {
    const Files files;
    const std::string rules = checklist("risk", "safeguards.risk", "{agreement: yes}");
    CHECK(Report(files.check("safeguards: {risk: {agreement: yes}}\n", {rules}).out).result("risk/n/c") == "pass");
    const Outcome absent = files.check("products: {}\n", {rules});
    CHECK(absent.status == 5);
    CHECK(Report(absent.out).at("practices/0/checklists") == "[]");
    CHECK(Report(files.check("safeguard: {risk: {}}\n", {rules}).out).problems() ==
          "2:1 unknown_key: `safeguard` is not a key of the practice file; did you mean `safeguards`?");
}

TEST_CASE("caveats are shown and never counted, unless they are deal-breakers") {
    struct Row {
        std::string caveat;
        std::string answers;
        std::string applies;
        std::string result;  // of the caveat
        std::string checklist;
        int status;
    };
    const std::vector<Row> rows{
        {"", "agreement: yes", "yes", "(absent)", "pass", 0},
        {", when: {agreement: yes}", "agreement: yes", "yes", "(absent)", "pass", 0},
        {", when: {agreement: no}", "agreement: yes", "no", "(absent)", "pass", 0},
        {", deal_breaker: no", "agreement: yes", "yes", "(absent)", "pass", 0},
        {", deal_breaker: yes", "agreement: yes", "yes", "fail", "fail", 1},
        {", deal_breaker: yes, when: {agreement: yes}", "agreement: yes", "yes", "fail", "fail", 1},
        {", deal_breaker: yes, when: {agreement: no}", "agreement: yes", "no", "not_applicable", "pass", 0},
        {", deal_breaker: yes, when: {agreement: {answered: no}}", "", "yes", "fail", "fail", 1},
        // What a part of the file would say that is not there takes nothing in.
        {", deal_breaker: yes, when: {/products.spruce.in_use: no}", "agreement: yes", "no", "not_applicable", "pass",
         0},
        {", deal_breaker: yes, when: {not: {/products.spruce.in_use: no}}", "agreement: yes", "no", "not_applicable",
         "pass", 0},
        {", deal_breaker: yes, when: {any: [{/products.spruce.in_use: no}, {agreement: yes}]}", "agreement: yes", "yes",
         "fail", "fail", 1},
        {", deal_breaker: yes, when: {any: [{/products.spruce.in_use: no}, {agreement: no}]}", "", "unknown", "unknown",
         "unknown", 4},
        {", deal_breaker: yes, when: {/products.spruce.in_use: no, agreement: no}", "", "no", "not_applicable",
         "unknown", 4},
    };
    const Files files;
    for (const Row& row : rows) {
        CAPTURE(row.caveat);
        const Outcome outcome = files.check("products: {lab: {" + row.answers + "}}\n",
                                            {checklist("lab", "products.lab", "{agreement: yes}",
                                                       "caveats: [{id: k, title: t, text: x" + row.caveat + "}]\n")});
        const Report report(outcome.out);
        CHECK(report.of("lab/k", "applies") == row.applies);
        CHECK(report.of("lab/k", "result") == row.result);
        CHECK(report.result("lab") == row.checklist);
        CHECK(outcome.status == row.status);
        CHECK(report.of("lab", "counts").find("\"fail\":0") != std::string::npos);  // Counts are of notes.
    }
    // An old "does not apply" proves nothing.
    const Report stale(files
                           .check("products: {lab: {agreement: yes}}\n",
                                  {checklist("lab", "products.lab", "{agreement: yes}",
                                             "caveats: [{id: k, title: t, text: x, deal_breaker: yes, when: "
                                             "{agreement: no}}]\n")},
                                  {"--as-of", "2030-01-01"})
                           .out);
    CHECK(stale.result("lab/k") == "unknown");
    CHECK(stale.of("lab/k", "applies") == "unknown");
    CHECK(stale.of("lab/k", "cause") == "stale");
    CHECK(stale.evidence("lab/k") == "confirmed_on=2026-11-01");
}

TEST_CASE("--checklist assesses only what it names, and lists the rest; keys are judged against all") {
    const Files files;
    const std::vector<std::string> rules{checklist("lab", "products.lab", "{agreement: yes}"), generic};
    const std::string practice = "products: {lab: {agreement: yes}, spruce: {in_use: no}, nuvo: {agreement: no}}\n";
    const Outcome one = files.check(practice, rules, {"--checklist", "lab"});
    CHECK(one.status == 0);
    CHECK(Report(one.out).checks() == "lab/n/c pass");
    CHECK(Report(one.out).not_checked() ==
          "products.nuvo: the checklist any-product was not selected with --checklist\n"
          "products.spruce: the checklist spruce was not selected with --checklist");
    const Outcome two = files.check(practice, rules, {"--checklist", "lab", "--checklist", "any-product"});
    CHECK(two.status == 1);
    CHECK(Report(two.out).checks() == "any-product@nuvo/n/c fail\nlab/n/c pass");
    CHECK(files.check("products: {lab: {agreement: yes}}\n", rules, {"--checklist", "spruce"}).status == 5);
    CHECK(files.check("products: {lab: {agreement: yes}, spruce: {teir: x}}\n", rules, {"--checklist", "lab"}).status ==
          3);
    CHECK(Report(one.out).at("settings/checklists") == R"(["lab"])");
}

TEST_CASE("what a built-in checklist says of answers that a replacement does not ask for falls away") {
    const Files files;
    const std::string mine = checklist("spruce", "products.spruce", "{agreement: yes}");
    const Outcome outcome = files.check(
        "products: {spruce: {agreement: yes}}\nsecurity_rule: {vendors: {agreements: none, contracts_say: "
        "[incidents]}}\n",
        {mine});
    CHECK(outcome.err == "");
    CHECK(outcome.status == 1);
    const Report report(outcome.out);
    CHECK(report.result("spruce") == "pass");
    CHECK(report.at("practices/0/checklists/0/contradictions/0/id") ==
          "security-rule/promises-without-agreements");  // One about its own answers stays.
}

TEST_CASE("a checklist that names no review says so") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist("lab", "lab", "{agreement: yes}"));
    const Outcome outcome = run_program({"-v", "-f", "markdown", "--rules", "lab.yaml", "-"}, {.in = "lab: {}\n"});
    CHECK(outcome.out.find(
              "## Checklist \"T\" (lab, lab.yaml)\n\n- **Review:** None; the checklist names no review.\n") !=
          std::string::npos);
}

TEST_CASE("--rules adds checklists, and one whose id is known replaces that one, which the report says") {
    const Files files;
    const std::string mine = checklist("spruce", "products.spruce", "{agreement: yes}");
    const Outcome outcome = files.check("products: {spruce: {agreement: yes}}\n", {mine});
    CHECK(outcome.status == 0);
    const Report report(outcome.out);
    CHECK(report.checks() == "spruce/n/c pass");
    CHECK(report.of("spruce", "file") == "rules0.yaml");
    CHECK(report.remarks() ==
          "2:12 the checklist spruce is the one from rules0.yaml; it replaces the one from "
          "built-in rules/spruce.yaml");
    CHECK(report.at("settings/rules") == R"(["rules0.yaml"])");
    // What only the replaced checklist knew is unknown now.
    CHECK(files.check("products: {spruce: {plan: {tier: free}}}\n", {mine}).status == 3);
    const Report twice(files
                           .check("products: {spruce: {agreement: no}}\n",
                                  {mine, checklist("spruce", "products.spruce", "{agreement: no}")})
                           .out);
    CHECK(twice.checks() == "spruce/n/c pass");
    CHECK(twice.remarks() ==
          "2:12 the checklist spruce is the one from rules1.yaml; it replaces the one from rules0.yaml");
}
