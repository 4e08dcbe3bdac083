// Answers that are too old, contradictions, and practices that HIPAA may not bind.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

Outcome check(const std::string& text, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"-f", "json", "-"});
    return run_program(options, {.in = text});
}

/// Passes note 5, does not apply note 3, fails note 6, has an `attention` in note 2.
std::string confirmed(const std::string& day) {
    return (day.empty() ? "" : "confirmed_on: " + day + "\n") +
           "products: {spruce: {phone: {number: no}, email: {used_for: [care_team]}, plan: {tier: free}, texting: "
           "{default: app, norm_explained: no}}}\n";
}

const std::string passes = "spruce/care-team-email/care-team-only";
const std::string out = "spruce/voice-only-number/clients-told";
const std::string fails = "spruce/paid-tier/paid";

}  // namespace

TEST_CASE("an old yes proves nothing, an old no is still a no") {
    struct Row {
        std::string confirmed_on;
        std::vector<std::string> options;
        std::string pass;
        std::string not_applicable;
        std::string reason;
    };
    const std::vector<Row> rows{
        {"2026-11-22", {}, "pass", "not_applicable", "`email.used_for` is care_team"},
        {"2025-11-22", {}, "pass", "not_applicable", "`email.used_for` is care_team"},  // 365 days
        {"2025-11-21",
         {},
         "unknown",
         "unknown",
         "these answers are 366 days old; after 365 days older answers no longer count"},
        {"2025-11-21", {"--max-age", "366"}, "pass", "not_applicable", "`email.used_for` is care_team"},
        {"2026-11-19",
         {"--max-age", "2"},
         "unknown",
         "unknown",
         "these answers are 3 days old; after 2 days older answers no longer count"},
        {"1999-01-01", {"--max-age", "0"}, "pass", "not_applicable", "`email.used_for` is care_team"},
        {"2026-11-01",
         {"--as-of", "2027-11-02"},
         "unknown",
         "unknown",
         "these answers are 366 days old; after 365 days older answers no longer count"},
        {"", {}, "unknown", "unknown", "nobody has said when these answers were last confirmed"},
        {"unknown", {}, "unknown", "unknown", "nobody has said when these answers were last confirmed"},
        {"", {"--max-age", "9999"}, "unknown", "unknown", "nobody has said when these answers were last confirmed"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.confirmed_on);
        const Report report(check(confirmed(row.confirmed_on), row.options).out);
        CHECK(report.result(passes) == row.pass);
        CHECK(report.of(passes, "reason") == row.reason);
        CHECK(report.result(out) == row.not_applicable);
        CHECK(report.result("spruce/voice-only-number") == row.not_applicable);
        CHECK(report.result(fails) == "fail");
        CHECK(report.of(fails, "reason") == "`plan.tier` is free");
        CHECK(report.result("spruce/secure-first-texting/norm-explained") == "attention");
    }
}

TEST_CASE("a report says whose the limit is") {
    const auto limit = [](std::vector<std::string> options) {
        options.insert(options.end(), {"-f", "markdown", "-"});
        const std::string report = run_program(options, {.in = confirmed("2025-11-01")}).out;
        const auto begin = report.find('(', report.find("These answers are 386 days old: "));
        return report.substr(begin, report.find('\n', begin) - begin);
    };
    CHECK(limit({}) == "(This tool's limit is 365 days; no rule sets one.)");
    CHECK(limit({"--max-age", "1"}) == "(You set a limit of 1 day; no rule sets one.)");
    CHECK(limit({"--max-age", "90"}) == "(You set a limit of 90 days; no rule sets one.)");
}

TEST_CASE("what makes an answer stale is the day it was confirmed") {
    CHECK(Report(check(confirmed("2025-11-21")).out).evidence(passes, true) == "confirmed_on=2025-11-21 @1:15");
    CHECK(Report(check(confirmed("")).out).evidence(passes, true) == "confirmed_on=null @1:1");
}

namespace {

struct ContradictionRow {
    std::string name;
    std::string answers;  // below products.spruce
    std::string found;    // ids of the contradictions, joined by blanks
    std::string checks;   // id and result of checks to look at, joined by blanks
};

void check_contradictions(const std::vector<ContradictionRow>& rows) {
    for (const ContradictionRow& row : rows) {
        CAPTURE(row.name);
        const Outcome outcome = check("confirmed_on: 2026-11-01\nproducts: {spruce: {" + row.answers + "}}\n");
        REQUIRE(outcome.err == "");
        const Report report(outcome.out);
        std::string found;
        for (int i = 0; report.at("practices/0/checklists/0/contradictions/" + std::to_string(i)) != "(absent)"; ++i)
            found += (i ? " " : "") +
                     report.at("practices/0/checklists/0/contradictions/" + std::to_string(i) + "/id").substr(7);
        CHECK(found == row.found);
        std::string rest = row.checks;
        while (!rest.empty()) {
            const std::string id = rest.substr(0, rest.find(' '));
            rest.erase(0, id.size() + 1);
            const std::string result = rest.substr(0, rest.find(' '));
            rest.erase(0, result.size() + 1);
            CAPTURE(id);
            CHECK(report.result("spruce/" + id) == result);
        }
    }
}

}  // namespace

TEST_CASE("the four contradictions of Spruce: true, false and open; what they affect is at best unknown") {
    const std::string baa =
        "first_client_use: not_yet, baa: {status: executed, executed_on: 2026-01-01, "
        "copy_on_file: yes}";
    check_contradictions({
        {"sound", baa + ", plan: {tier: basic}", "", "baa-requested pass"},
        {"executed on a free tier", baa + ", plan: {tier: free}", "executed-on-free-tier",
         "baa-requested unknown baa-requested/requested unknown baa-requested/executed unknown paid-tier fail"},
        {"executed, tier open", baa, "", "baa-requested pass"},
        {"attention becomes unknown",
         "first_client_use: not_yet, baa: {status: executed, executed_on: 2026-01-01, copy_on_file: no}, plan: {tier: "
         "free}",
         "executed-on-free-tier", "baa-requested unknown baa-requested/copy-on-file unknown"},
        {"fail stays fail",
         "first_client_use: 2025-01-01, baa: {status: executed, executed_on: 2026-01-01, gap: not_assessed}, plan: "
         "{tier: free}",
         "executed-on-free-tier", "baa-requested fail baa-requested/gap-assessed fail baa-requested/requested unknown"},
        {"a date without an agreement", "baa: {status: none, executed_on: 2026-01-01}", "date-without-agreement",
         "baa-requested fail baa-requested/requested fail baa-requested/terms-read unknown baa-requested/executed "
         "unknown"},
        {"a date while requested", "baa: {status: requested, executed_on: 2026-01-01}", "date-without-agreement",
         "baa-requested/requested unknown baa-requested/executed fail"},
        {"a date of something that has ended", "baa: {status: terminated, executed_on: 2026-01-01}", "",
         "baa-requested/requested pass"},
        {"requested, no date", "baa: {status: requested}", "", "baa-requested/requested pass"},
        {"both",
         "baa: {status: executed, executed_on: 2026-01-01}, plan: {tier: free}, phone: {number: no}, texting: "
         "{default: app, sms_clients: 1}",
         "executed-on-free-tier sms-without-number", "secure-first-texting/app-is-default unknown"},
        {"sms without a number",
         "phone: {number: no}, texting: {default: app, norm_explained: yes, sms_clients: 1, sms_clients_informed: 1, "
         "sms_clients_analyzed: 1}",
         "sms-without-number",
         "secure-first-texting/app-is-default unknown secure-first-texting/norm-explained unknown "
         "secure-first-texting/sms-clients-informed unknown voice-only-number not_applicable"},
        {"no number, no sms", "phone: {number: no}, texting: {default: app, sms_clients: 0}", "",
         "secure-first-texting/app-is-default pass"},
        {"a number, sms", "phone: {number: yes}, texting: {default: app, sms_clients: 1}", "",
         "secure-first-texting/app-is-default pass"},
        {"more informed than all",
         "texting: {default: app, sms_clients: 1, sms_clients_informed: 2, sms_clients_analyzed: 1}", "more-than-all",
         "secure-first-texting unknown secure-first-texting/sms-clients-informed unknown"},
        {"more analyzed than all",
         "texting: {default: app, sms_clients: 1, sms_clients_informed: 1, sms_clients_analyzed: 2}", "more-than-all",
         "secure-first-texting/sms-clients-analyzed unknown"},
        {"more analyzed, informed open", "texting: {default: app, sms_clients: 0, sms_clients_analyzed: 1}",
         "more-than-all", "secure-first-texting/app-is-default unknown"},
        {"open", "texting: {default: app, sms_clients: 1, sms_clients_informed: 1}", "",
         "secure-first-texting/sms-clients-informed pass"},
        {"a note that would not apply",
         "texting: {default: no_texting, sms_clients: 0, sms_clients_informed: 1, sms_clients_analyzed: 0}",
         "more-than-all", "secure-first-texting unknown"},
        {"out of use", "in_use: no, " + baa + ", plan: {tier: free}", "executed-on-free-tier",
         "baa-requested unknown paid-tier not_applicable"},
    });
}

TEST_CASE("a contradiction is shown with its answers, and gives the reason") {
    const Report report(check("confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: free}, baa: {status: "
                              "executed}}}\n")
                            .out);
    CHECK(report.evidence("spruce/executed-on-free-tier") ==
          "products.spruce.plan.tier=free, products.spruce.baa.status=executed");
    CHECK(report.of("spruce/executed-on-free-tier", "affects") == R"(["spruce/baa-requested"])");
    CHECK(report.of("spruce/baa-requested/requested", "reason") ==
          "the answers contradict each other: `plan.tier` is free; `baa.status` is executed");
}

TEST_CASE("covered_entity: no changes no result, and labels what rests on law") {
    const std::string spruce = "products: {spruce: {baa: {status: none}, plan: {tier: free}}}\n";
    const std::string day = "confirmed_on: 2026-11-01\n";
    for (const std::string answer :
         {"", "practice: {covered_entity: yes}\n", "practice: {covered_entity: unknown}\n"}) {
        const Outcome bound = check(day + answer + spruce);
        const Outcome free = check(day + "practice: {covered_entity: no}\n" + spruce);
        CHECK(Report(free.out).checks() == Report(bound.out).checks());
        CHECK(free.status == bound.status);
        CHECK(Report(bound.out).of("spruce/baa-requested", "applicability") == "(absent)");
        const std::string label = "HIPAA may not bind you; board rules and state law may";
        CHECK(Report(free.out).of("spruce/baa-requested", "applicability") == label);
        CHECK(Report(free.out).of("spruce/baa-requested/requested", "applicability") == label);
        CHECK(Report(free.out).of("spruce/secure-first-texting/sms-under-baa", "applicability") == label);
        CHECK(Report(free.out).of("spruce/paid-tier", "applicability") == "(absent)");
    }
}
