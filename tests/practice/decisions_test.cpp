// Documented decisions: what they turn, what they never turn, and which of them do not count.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

struct DecisionText {
    std::string accepts;
    std::string decided_on = "2026-10-01";
    std::string review_by = "2027-01-31";
};

/// A BAA and a payment that came after the first client: two `attention`s that can be accepted, and `gap-assessed`.
std::string practice(const std::vector<DecisionText>& decisions, const std::string& gap = "gap: low_probability",
                     const std::string& copy = "copy_on_file: yes") {
    std::string text =
        "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    first_client_use: 2026-01-01\n"
        "    plan: {tier: basic, paid_since: 2026-02-01}\n"
        "    baa: {status: executed, executed_on: 2026-02-01, " +
        gap + ", " + copy +
        "}\n"
        "    phone: {number: yes, clients_told_voice_only: some}\n"
        "    texting: {default: no_texting, sms_clients: 0}\n"
        "    sends: {messages: not_used, payment_requests: not_used, payment_receipts: not_used, other: "
        "not_used}\n"
        "    email: {used_for: []}\ndecisions:\n";
    for (const DecisionText& decision : decisions)
        text += "- {accepts: " + decision.accepts + ", because: b, by: owner, decided_on: " + decision.decided_on +
                ", review_by: " + decision.review_by + "}\n";
    return text;
}

Report report(const std::string& text, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"-f", "json", "-"});
    return Report(run_program(options, {.in = text}).out);
}

}  // namespace

TEST_CASE("a decision on a check turns attention and fail of a waivable check into accepted") {
    const Report before = report(practice({}));
    CHECK(before.result("spruce/baa-requested/before-first-use") == "attention");
    CHECK(before.result("spruce/voice-only-number/all-told") == "attention");

    const Report after = report(practice({{"spruce/baa-requested/before-first-use"}}));
    CHECK(after.result("spruce/baa-requested/before-first-use") == "accepted");
    CHECK(after.result("spruce/baa-requested") == "accepted");
    CHECK(after.result("spruce/paid-tier/paid-before-use") == "attention");
    CHECK(after.remarks() == "");
    CHECK(after.of("spruce/baa-requested/before-first-use", "decision") ==
          R"({"accepts":"spruce/baa-requested/before-first-use","because":"b","by":"owner",)"
          R"("decided_on":"2026-10-01","review_by":"2027-01-31","line":12,"column":13})");
    // The answers that decided it are still shown.
    CHECK(after.evidence("spruce/baa-requested/before-first-use") ==
          "products.spruce.first_client_use=2026-01-01, products.spruce.baa.executed_on=2026-02-01");
}

TEST_CASE("a recommendation that fails can be accepted; the exit status follows") {
    const std::string fails =
        "confirmed_on: 2026-11-01\nproducts: {radio: {client_information: no}, lab: {flag: no}}\n";
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\ntitle: Lab\nabout: products.lab\n"
                  "questions: {flag: {ask: a, answer: yes_no}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation,\n"
                  "  checks: [{id: c, require: {flag: yes}, message: m, fix: f}]}]\n");
    const auto run = [&](const std::string& text) {
        return run_program({"-f", "json", "--rules", "lab.yaml", "-"}, {.in = text}).status;
    };
    const std::string decision =
        "decisions: [{accepts: lab/n/c, because: b, by: owner, decided_on: 2026-10-01, "
        "review_by: 2027-01-31}]\n";
    CHECK(run(fails) == 1);
    CHECK(run(fails + decision) == 0);
    CHECK(run("products: {lab: {flag: no}}\n" + decision) == 0);  // Stale answers leave what is accepted.
}

TEST_CASE("decisions that do not count, and why") {
    struct Row {
        DecisionText decision;
        std::string check;
        std::string result;
        std::string remark;
    };
    const std::string late = "spruce/baa-requested/before-first-use";
    const std::string told = "spruce/voice-only-number/all-told";
    const std::vector<Row> rows{
        {{late, "2026-10-01", "2026-11-22"}, late, "accepted", ""},
        {{late, "2026-10-01", "2026-11-21"},
         late,
         "attention",
         "12:13 the decision on `spruce/baa-requested/before-first-use` has expired: it was to be reviewed by "
         "2026-11-21; decide again, or fix what is open"},
        {{late, "2026-11-22", "2026-12-01"}, late, "accepted", ""},
        {{late, "2026-11-23", "2026-12-01"},
         late,
         "attention",
         "12:13 the decision on `spruce/baa-requested/before-first-use` does not count yet: it is dated 2026-11-23"},
        {{late, "2026-10-01", "2027-11-05"}, late, "accepted", ""},  // 400 days
        {{late, "2026-10-01", "2027-11-06"},
         late,
         "attention",
         "12:13 the decision on `spruce/baa-requested/before-first-use` is refused: 2027-11-06 is more than 400 days "
         "after 2026-10-01; set an earlier `review_by`"},
        {{late, "2026-10-01", "2026-09-30"},
         late,
         "attention",
         "12:13 the decision on `spruce/baa-requested/before-first-use` is refused: it is to be reviewed by "
         "2026-09-30, before it was made (2026-10-01)"},
        {{"spruce/baa-requested/gap-assessed"},
         "spruce/baa-requested/gap-assessed",
         "pass",
         "12:13 the decision on `spruce/baa-requested/gap-assessed` is refused: no decision can accept this check, "
         "because the law asks for it"},
        {{"spruce/paid-tier/paid"},
         "spruce/paid-tier/paid",
         "pass",
         "12:13 the decision on `spruce/paid-tier/paid` is refused: no decision can accept this check, because the "
         "vendor's conditions ask for it"},
        {{"spruce/baa-requested/copy-on-file"},
         "spruce/baa-requested/copy-on-file",
         "pass",
         "12:13 the decision on `spruce/baa-requested/copy-on-file` is refused: no decision can accept this check, "
         "because the law asks for it"},
        {{"spruce/care-team-email/care-team-only"},
         "spruce/care-team-email/care-team-only",
         "not_applicable",
         "12:13 the decision on `spruce/care-team-email/care-team-only` is not used: there is nothing to accept "
         "(anymore)"},
        {{told}, told, "accepted", ""},
        {{"spruce/voice-only-number"}, told, "accepted", ""},
        {{"spruce/baa-requested"}, late, "accepted", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.decision.accepts);
        CAPTURE(row.decision.decided_on);
        CAPTURE(row.decision.review_by);
        const Report found = report(practice({row.decision}));
        CHECK(found.result(row.check) == row.result);
        CHECK(found.remarks() == row.remark);
    }
}

TEST_CASE("--as-of decides which decisions count") {
    const std::string text = practice({{"spruce/baa-requested/before-first-use"}});
    const auto on = [&](const std::string& day) {
        return report(text, {"--as-of", day}).result("spruce/baa-requested/before-first-use");
    };
    CHECK(on("2026-09-30") == "attention");
    CHECK(on("2026-10-01") == "accepted");
    CHECK(on("2027-01-31") == "accepted");
    CHECK(on("2027-02-01") == "attention");
}

TEST_CASE("a decision on a note covers its waivable checks, and the others are named") {
    const Report found = report(practice({{"spruce/baa-requested"}}, "gap: not_assessed", "copy_on_file: no"));
    CHECK(found.result("spruce/baa-requested/before-first-use") == "accepted");
    CHECK(found.result("spruce/baa-requested/copy-on-file") == "attention");
    CHECK(found.result("spruce/baa-requested/gap-assessed") == "fail");
    CHECK(found.result("spruce/baa-requested") == "fail");
    CHECK(found.remarks() ==
          "12:13 the decision on `spruce/baa-requested` does not cover "
          "`spruce/baa-requested/gap-assessed` (the law asks for it), "
          "`spruce/baa-requested/copy-on-file` (the law asks for it); they stay open");
    // What nobody has answered stays open as well.
    const Report unanswered = report(practice({{"spruce/baa-requested"}}, "gap: unknown", "copy_on_file: no"));
    CHECK(unanswered.result("spruce/baa-requested/gap-assessed") == "unknown");
    CHECK(unanswered.remarks() == found.remarks());
    const Report alone = report(practice({{"spruce/baa-requested"}}, "gap: unknown"));
    CHECK(
        alone.remarks() ==
        "12:13 the decision on `spruce/baa-requested` does not cover `spruce/baa-requested/gap-assessed` (the law asks "
        "for it); it stays open");
}

TEST_CASE("a decision never replaces an answer, and the second of two is not used") {
    std::string unanswered = practice({{"spruce/voice-only-number/all-told"}});
    const std::string some = "voice_only: some";
    unanswered.replace(unanswered.find(some), some.size(), "voice_only: ~");
    const Report open = report(unanswered);
    CHECK(open.result("spruce/voice-only-number/all-told") == "unknown");
    CHECK(open.remarks() ==
          "12:13 the decision on `spruce/voice-only-number/all-told` is not used: what it accepts is "
          "not answered, and a decision does not replace an answer");
    const Report twice = report(practice({{"spruce/voice-only-number/all-told"}, {"spruce/voice-only-number"}}));
    CHECK(twice.result("spruce/voice-only-number/all-told") == "accepted");
    CHECK(twice.remarks() ==
          "13:13 the decision on `spruce/voice-only-number` is not used: another decision has "
          "accepted it already");
}

TEST_CASE("a decision that has expired needs no remark once another one on the same counts") {
    const std::string told = "spruce/voice-only-number/all-told";
    const Report renewed = report(practice({{told, "2026-01-01", "2026-10-01"}, {told}}));
    CHECK(renewed.result(told) == "accepted");
    CHECK(renewed.remarks() == "");
    const Report again = report(practice({{told}, {told, "2026-01-01", "2026-10-01"}}));
    CHECK(again.remarks() == "");
    const std::string expired = "12:13 the decision on `" + told +
                                "` has expired: it was to be reviewed by 2026-10-01; decide again, or fix what is open";
    CHECK(report(practice({{told, "2026-01-01", "2026-10-01"}})).remarks() == expired);
    // One that does not count yet, and one on something else.
    CHECK(report(practice({{told, "2026-01-01", "2026-10-01"}, {told, "2026-12-01"}})).remarks() ==
          expired + "\n13:13 the decision on `" + told + "` does not count yet: it is dated 2026-12-01");
    CHECK(report(practice({{told, "2026-01-01", "2026-10-01"}, {"spruce/paid-tier/paid-before-use"}})).remarks() ==
          expired);
}

TEST_CASE("a decision that has expired calls for another one only where that could be accepted") {
    const auto expired = [](const std::string& accepts, const std::string& gap) {
        return report(practice({{accepts, "2026-01-01", "2026-10-01"}}, gap)).remarks();
    };
    const auto remark = [](const std::string& accepts, const std::string& more) {
        return "12:13 the decision on `" + accepts + "` has expired: it was to be reviewed by 2026-10-01; " + more;
    };
    const std::string gap = "spruce/baa-requested/gap-assessed";
    CHECK(expired(gap, "gap: low_probability") == remark(gap, "nothing that it could accept is open"));
    CHECK(expired(gap, "gap: unknown") == remark(gap, "what it accepts is not answered"));
    CHECK(expired(gap, "gap: not_assessed") == remark(gap, "fix what is open, as no decision can accept it"));
    const std::string note = "spruce/baa-requested";
    CHECK(expired(note, "gap: not_assessed") == remark(note, "decide again, or fix what is open"));
}

TEST_CASE("a decision does not settle answers that contradict each other") {
    std::string text = practice({{"spruce/baa-requested"}});
    text.replace(text.find("tier: basic"), 11, "tier: free");
    const Report found = report(text);
    CHECK(found.result("spruce/baa-requested/before-first-use") == "unknown");
    CHECK(found.of("spruce/baa-requested/before-first-use", "decision") == "(absent)");
    CHECK(
        found.remarks() ==
        "5:36 `products.spruce`: the answer to `plan.paid_since` (line 5) does not count, because of `plan.tier` "
        "(line 5)\n"
        "12:13 the decision on `spruce/baa-requested` is not used: the answers behind what it accepts contradict each "
        "other");
}

TEST_CASE("a decision for what the file does not use, or what was not selected, is not used") {
    const Report found = report(
        "confirmed_on: 2026-11-01\ndecisions: [{accepts: spruce/paid-tier/paid-before-use, "
        "because: b, by: o, decided_on: 2026-10-01, review_by: 2027-01-31}]\n");
    CHECK(found.remarks() ==
          "2:23 the decision on `spruce/paid-tier/paid-before-use` is not used: no checklist that "
          "was assessed asks for it");
}

TEST_CASE("a decision says why, and who decided: what is no answer elsewhere is none here") {
    struct Row {
        std::string key;
        std::string value;
        std::string problem;  // behind its place; empty if there is none
    };
    const std::string nothing =
        " of a decision shows nothing: it is made of blanks or invisible characters; write "
        "something that can be read";
    const std::vector<Row> rows{
        {"because", "unknown",
         "missing_key: `because` of a decision is `unknown`, which is not an answer; write why this is accepted, or "
         "take "
         "out "
         "the decision"},
        {"because", "' UNKNOWN '",
         "missing_key: `because` of a decision is ` UNKNOWN `, which is not an answer; write why this is accepted, or "
         "take "
         "out the decision"},
        {"because", "'  '", "missing_key: `because`" + nothing},
        {"because", "\"\\u00A0\\u2003\"", "missing_key: `because`" + nothing},
        {"because", "\"\\u200B\\u2060\\uFEFF\"", "missing_key: `because`" + nothing},
        {"because", "\"\\u3164\"", "missing_key: `because`" + nothing},
        {"by", "\"\\u00AD\"", "missing_key: `by`" + nothing},
        {"by", "Unknown",
         "missing_key: `by` of a decision is `Unknown`, which is not an answer; write who decided, such as practice "
         "owner, "
         "or take out the decision"},
        {"instead", "' '", "missing_key: `instead`" + nothing},
        {"instead", "unknown", ""},
        {"instead", "~", ""},
        {"instead", "''", ""},
        {"because", "b\\u200B", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.key + ": " + row.value);
        std::string text = practice({{"spruce/baa-requested/before-first-use"}});
        if (row.key == "instead") text.insert(text.find("because:"), "instead: " + row.value + ", ");
        else
            text.replace(text.find(row.key + ": "), row.key.size() + 3 + (row.key == "by" ? 4 : 0),
                         row.key + ": " + row.value);
        const Report found = report(text);
        const std::string problems = found.problems();
        if (row.problem.empty()) {
            CHECK(problems == "");
            CHECK(found.result("spruce/baa-requested/before-first-use") == "accepted");
            CHECK(found.of("spruce/baa-requested/before-first-use", "decision").find("instead") == std::string::npos);
        } else {
            CHECK(problems.substr(problems.find(' ') + 1) == row.problem);
            CHECK(found.at("practices/0/result") == "error");
        }
    }
}

TEST_CASE("a decision for a whole note that covers several open checks names them") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\nquestions:\n"
                  "  a: {ask: a, answer: yes_no}\n  b: {ask: b, answer: yes_no}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: a, require: {a: "
                  "yes}, message: m, fix: f}, {id: b, require: {b: yes}, message: m, fix: f}]}]\n");
    const auto check = [](const std::string& answers) {
        return Report(run_program({"-f", "json", "--rules", "lab.yaml", "-"},
                                  {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {" + answers +
                                         "}}\ndecisions: [{accepts: lab/n, because: b, by: o, decided_on: 2026-10-01, "
                                         "review_by: 2027-01-31}]\n"})
                          .out);
    };
    const Report one = check("a: no, b: yes");
    CHECK(one.result("lab/n") == "accepted");
    CHECK(one.remarks() == "");
    const Report two = check("a: no, b: no");
    CHECK(two.result("lab/n") == "accepted");
    CHECK(two.remarks() ==
          "3:23 the decision on `lab/n` covers 2 open checks: `lab/n/a`, `lab/n/b`; if it was not made "
          "for all of them, let it accept single checks");
    CHECK(two.at("practices/0/remarks/0/kind") == "decision_broad");
}

TEST_CASE("a recommendation that its own answer settles is accepted by no decision, and that is said") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\nquestions:\n"
                  "  lock: {ask: Locked, answer: addressable}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, require: "
                  "{lock: {addressed: yes}}, message: m, fix: f}]}]\n");
    const Report report(run_program({"-f", "json", "--rules", "lab.yaml", "-"},
                                    {.in = "confirmed_on: 2026-11-01\nproducts: {lab: {lock: not_addressed}}\n"
                                           "decisions: [{accepts: lab/n/c, because: b, by: o, decided_on: 2026-10-01, "
                                           "review_by: 2027-01-31}]\n"})
                            .out);
    CHECK(report.result("lab/n/c") == "fail");
    CHECK(report.remarks() ==
          "3:23 the decision on `lab/n/c` is refused: no decision can accept this check, because it is settled by its "
          "own answer, which may be that it does not fit, documented");
}
