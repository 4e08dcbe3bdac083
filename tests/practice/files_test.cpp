// What a practice file as a whole may be: empty groups, absent ones, the owner's own keys, other products.
#include <doctest/doctest.h>

#include <string>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

Outcome check(const std::string& text, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"-f", "json", "--stdin-name", "p.yaml", "-"});
    return run_program(options, {.in = text});
}

}  // namespace

TEST_CASE("never 0 for what says too little") {
    struct Row {
        std::string name;
        std::string text;
        int status;
        std::string result;
    };
    const Row rows[] = {
        {"empty file", "", 5, "not_checked"},
        {"nothing but comments", "# practice\n", 5, "not_checked"},
        {"null", "~\n", 5, "not_checked"},
        {"no products", "confirmed_on: 2026-11-01\npractice: {name: A}\n", 5, "not_checked"},
        {"products without entries", "products:\n", 5, "not_checked"},
        {"products: {}", "products: {}\n", 5, "not_checked"},
        {"products: unknown", "products: unknown\n", 5, "not_checked"},
        {"a product without a review", "confirmed_on: 2026-11-01\nproducts: {nuvo: {}}\n", 4, "unknown"},
        {"an empty product", "confirmed_on: 2026-11-01\nproducts: {spruce: }\n", 4, "unknown"},
        {"a product of {}", "confirmed_on: 2026-11-01\nproducts: {spruce: {}}\n", 4, "unknown"},
        {"a product that is unknown", "confirmed_on: 2026-11-01\nproducts: {spruce: unknown}\n", 4, "unknown"},
        {"nothing applies, confirmed", "confirmed_on: 2026-11-01\nproducts: {radio: {client_information: no}}\n", 0,
         "not_applicable"},
        {"nothing applies, not confirmed", "products: {radio: {client_information: no}}\n", 4, "unknown"},
        {"not in use, but nobody says what reached it", "confirmed_on: 2026-11-01\nproducts: {spruce: {in_use: no}}\n",
         4, "unknown"},
        {"a list", "- products\n", 3, "error"},
        {"a misspelt key", "confirmed_on: 2026-11-01\nprodcts: {spruce: {in_use: no}}\n", 3, "error"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Outcome outcome = check(row.text);
        CHECK(outcome.status == row.status);
        const Report report(outcome.out);
        CHECK(report.at("result") == row.result);
        CHECK(report.at("practices/0/result") == row.result);
    }
}

TEST_CASE("empty groups are groups of unanswered questions") {
    const Report report(check("confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    baa:\n    plan: {}\n"
                              "    phone: unknown\n    email: ~\n")
                            .out);
    CHECK(report.at("practices/0/counts") ==
          R"({"pass":0,"accepted":0,"attention":0,"unknown":6,"fail":0,"not_applicable":0})");
    CHECK(report.evidence("spruce/baa-requested/requested", true) == "products.spruce.baa.status=null @4:5");
    CHECK(report.evidence("spruce/paid-tier/paid", true) == "products.spruce.plan.tier=null @5:5");
    CHECK(report.evidence("spruce/voice-only-number/all-told", true) ==
          "products.spruce.phone.number=null @6:5, products.spruce.phone.clients_told_voice_only=null @6:5");
    CHECK(report.evidence("spruce/secure-conversation/other", true) == "products.spruce.sends.other=null @3:3");
}

TEST_CASE("keys that begin with x- are the owner's own at every level") {
    const Outcome outcome = check(
        "confirmed_on: 2026-11-01\nx-a: 1\npractice: {name: A, x-b: [1]}\nproducts:\n"
        "  x-old: {spruce: yes}\n  spruce:\n    in_use: no\n    x-c: {plan.tier: gold}\n"
        "    baa: {x-tier: free, status: in_terms_unchecked}\ndecisions: []\n");
    CHECK(outcome.err == "");
    CHECK(outcome.status == 0);
    // Below `products` it may be meant to be one.
    CHECK(Report(outcome.out).not_checked() ==
          "products.x-old: a key that begins with `x-` is a note of your own; if this is a product, give it another "
          "name");
}

TEST_CASE("a product that no checklist knows is a remark, unless its name is close to a known one") {
    // The built-in checklist for all other products gives way to one that is about something else.
    const Scratch scratch;
    scratch.write("other.yaml",
                  "checklist: 1\nid: any-product\ntitle: T\nabout: elsewhere\n"
                  "questions: {a: {ask: a, answer: yes_no}}\nnotes: [{id: n, number: 1, title: t, "
                  "why: w, basis: recommendation, checks: [{id: c, require: {a: yes}, message: m, "
                  "fix: f}]}]\n");
    const Outcome outcome =
        run_program({"-f", "json", "--rules", "other.yaml", "-"}, {.in = "products:\n  nuvo: {plan: pro}\n  vmail:\n"});
    CHECK(outcome.status == 5);
    const Report report(outcome.out);
    CHECK(report.remarks() ==
          "2:3 `products.nuvo` was not checked: no checklist for this product is known\n"
          "3:3 `products.vmail` was not checked: no checklist for this product is known");
    CHECK(report.not_checked() ==
          "products.nuvo: no checklist for this product is known\n"
          "products.vmail: no checklist for this product is known");
    CHECK(report.at("practices/0/problems") == "[]");
    CHECK(check("products:\n  spruec: {}\n").status == 3);
}

TEST_CASE("all mistakes of a file come at once, in the order of the file, the first 100 of them") {
    const Report some(check("confirmed_on: soon\nproducts:\n  spruce:\n    plan: {tier: gold, teir: basic}\n"
                            "    in_use: j\ndecisions:\n- accepts: x\nnotes: a\n")
                          .out);
    CHECK(some.problems() ==
          "1:15 wrong_value: `confirmed_on` cannot be `soon`; write a date such as 2026-01-31, or unknown\n"
          "4:18 wrong_value: `plan.tier` cannot be `gold`; write one of free, trial, basic, communicator, enterprise "
          "or other_paid, or unknown\n"
          "4:24 unknown_key: `teir` is not a key of `products.spruce.plan`; did you mean `tier`?\n"
          "5:13 wrong_value: `in_use` cannot be `j`; write yes or no, or unknown\n"
          "7:3 missing_key: a decision needs `because`\n"
          "7:3 missing_key: a decision needs `by`\n"
          "7:3 missing_key: a decision needs `decided_on`\n"
          "7:3 missing_key: a decision needs `review_by`\n"
          "7:12 unknown_id: `x` is not a note or check; write its id as the report shows it, such as "
          "spruce/baa-requested\n"
          "8:1 unknown_key: `notes` is not a key of the practice file; its keys are confirmed_on, practice, products, "
          "communication, security_rule or decisions");
    std::string many;
    for (int i = 100; i < 250; ++i) many += "key" + std::to_string(i) + ": 1\n";
    const Outcome outcome = check(many);
    const Report report(outcome.out);
    CHECK(report.at("practices/0/problems/0/message") ==
          "`key100` is not a key of the practice file; its keys are confirmed_on, practice, products, "
          "communication, security_rule or decisions");
    CHECK(report.at("practices/0/problems/99/line") == "100");
    CHECK(report.at("practices/0/problems/100") == "(absent)");
    CHECK(report.at("practices/0/more_problems") == "50");
    CHECK(outcome.err.ends_with("... and 50 more mistakes\n"));
}

TEST_CASE("a message comes with its line and a caret") {
    CHECK(check("products:\n  spruce:\n    plan: {tier: comunicator}\n").err ==
          "p.yaml:3:18: `plan.tier` cannot be `comunicator`; did you mean `communicator`?\n"
          "      plan: {tier: comunicator}\n"
          "                   ^\n");
}

TEST_CASE("confirmed_on in the future is a mistake, and a remark under an explicit --as-of") {
    const std::string text = "confirmed_on: 2026-11-24\nproducts: {radio: {client_information: no}}\n";
    const Outcome refused = check(text);
    CHECK(refused.status == 3);
    CHECK(Report(refused.out).problems() ==
          "1:15 future_date: `confirmed_on` is 2026-11-24, which is after today (2026-11-22); write the day on which "
          "the answers were last checked");
    // Where the answers were checked it may be tomorrow already.
    CHECK(check("confirmed_on: 2026-11-23\nproducts: {radio: {client_information: no}}\n").status == 0);
    CHECK(check("confirmed_on: 2026-11-22\nproducts: {radio: {client_information: no}}\n").status == 0);
    const Outcome allowed = check(text, {"--as-of", "2026-11-22"});
    CHECK(allowed.status == 0);
    CHECK(Report(allowed.out).remarks() ==
          "1:15 the answers were confirmed on 2026-11-24, after the day that counts "
          "as today (2026-11-22)");
    CHECK(Report(check(text, {"--as-of", "2026-11-24"}).out).remarks() == "");
}
