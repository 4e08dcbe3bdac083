// Every check of every note about Spruce: met, not met, not answered, and not applicable where it can be.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

struct SpruceRow {
    std::string answers;  // below products.spruce
    std::string result;
};

Report assess(const std::string& answers) {
    const Outcome outcome =
        run_program({"-f", "json", "-"}, {.in = "confirmed_on: 2026-11-01\nproducts: {spruce: {" + answers + "}}\n"});
    return Report(outcome.out);
}

/// All rows in one run.
void check_every_row(const std::string& check, const std::vector<SpruceRow>& rows) {
    const Scratch scratch;
    std::vector<std::string> arguments{"-f", "json"};
    for (const SpruceRow& row : rows) {
        arguments.push_back(std::to_string(arguments.size()) + ".yaml");
        scratch.write(arguments.back(), "confirmed_on: 2026-11-01\nproducts: {spruce: {" + row.answers + "}}\n");
    }
    const Outcome outcome = run_program(arguments);
    REQUIRE(outcome.err == "");
    const Report report(outcome.out);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(check);
        CAPTURE(rows[i].answers);
        CHECK(report.result("spruce/" + check, i) == rows[i].result);
    }
}

/// And two rows that every check but one has: out of use, and nobody knows whether it is in use.
void check_rows(const std::string& check, std::vector<SpruceRow> rows) {
    rows.push_back({"in_use: no", "not_applicable"});
    rows.push_back({"in_use: unknown", "unknown"});
    check_every_row(check, rows);
}

}  // namespace

TEST_CASE("note 1: requested, terms-read, executed") {
    check_rows("baa-requested/requested", {{"baa: {status: none}", "fail"},
                                           {"baa: {status: requested}", "pass"},
                                           {"baa: {status: in_terms_unchecked}", "pass"},
                                           {"baa: {status: executed}", "pass"},
                                           {"baa: {status: terminated}", "pass"},
                                           {"", "unknown"}});
    check_rows("baa-requested/terms-read", {{"baa: {status: none}", "not_applicable"},
                                            {"baa: {status: requested}", "not_applicable"},
                                            {"baa: {status: in_terms_unchecked}", "unknown"},
                                            {"baa: {status: executed}", "pass"},
                                            {"baa: {status: terminated}", "not_applicable"},
                                            {"baa: {status: unknown}", "unknown"}});
    check_rows("baa-requested/executed", {{"baa: {status: executed, executed_on: 2026-11-22}", "pass"},
                                          {"baa: {status: executed, executed_on: 2026-11-23}", "fail"},
                                          {"baa: {status: executed}", "unknown"},
                                          {"baa: {status: requested}", "fail"},
                                          {"baa: {status: terminated, executed_on: 2026-01-01}", "fail"},
                                          {"baa: {status: none}", "not_applicable"},
                                          {"baa: {status: in_terms_unchecked}", "not_applicable"},
                                          {"baa: {executed_on: 2026-01-01}", "unknown"}});
}

TEST_CASE("note 1: gap-assessed, before-first-use, copy-on-file") {
    const std::string late = "first_client_use: 2026-02-01, baa: {status: executed, executed_on: 2026-02-02";
    // Leaving Spruce does not undo what reached it: this check asks whatever `in_use` says.
    for (const std::string use : {"", "in_use: no, ", "in_use: unknown, "})
        check_every_row(
            "baa-requested/gap-assessed",
            {{use + late + ", gap: low_probability}", "pass"},
             {use + late + ", gap: notified}", "pass"},
             {use + late + ", gap: not_assessed}", "fail"},
             {use + late + ", gap: notification_due}", "fail"},
             {use + late + "}", "unknown"},
             {use + "first_client_use: not_yet, baa: {status: executed}", "pass"},
             {use + "first_client_use: not_yet, baa: {status: none}", "pass"},
             {use + "first_client_use: 2026-02-02, baa: {status: executed, executed_on: 2026-02-02}", "pass"},
             {use + "first_client_use: 2026-02-02, baa: {status: executed}", "unknown"},
             {use + "baa: {status: executed, executed_on: 2026-02-02}", "unknown"},
             {use + "baa: {status: executed, executed_on: 2026-02-02, gap: notified}", "pass"},
             {use + "first_client_use: 2026-02-01, baa: {status: none, gap: not_assessed}", "fail"},
             {use + "first_client_use: 2026-02-01, baa: {status: none}", "unknown"},
             {use + "baa: {status: none, gap: not_assessed}", "unknown"},
             {use + "first_client_use: 2026-02-01, baa: {status: requested, gap: not_assessed}", "fail"},
             {use + "first_client_use: 2026-02-01, baa: {status: requested, gap: low_probability}", "pass"},
             {use + "first_client_use: 2026-02-01, baa: {status: terminated, gap: notification_due}", "fail"},
             {use + "first_client_use: 2026-02-01, baa: {status: in_terms_unchecked}", "not_applicable"},
             {use + "baa: {}", "unknown"}});
    // No time without the agreement: only where the days say so, and once nothing is left in Spruce.
    const std::string left = "in_use: no, first_client_use: 2026-02-02, baa: {gap: no_gap, ";
    check_every_row(
        "baa-requested/gap-assessed",
        {{left + "status: terminated, executed_on: 2026-02-02}", "pass"},
         {left + "status: terminated, executed_on: 2026-02-03}", "fail"},
         {left + "status: terminated}", "unknown"},
         {left + "status: executed, executed_on: 2026-02-03}", "fail"},
         {left + "status: none}", "fail"},
         {left + "status: requested}", "fail"},
         {"first_client_use: 2026-02-02, baa: {gap: no_gap, status: terminated, executed_on: 2026-02-02}", "unknown"}});
    check_rows("baa-requested/before-first-use",
               {{late + "}", "attention"},
                {late + ", gap: low_probability}", "attention"},
                {"first_client_use: not_yet, baa: {status: executed}", "pass"},
                {"first_client_use: not_yet, baa: {status: executed, executed_on: 2026-02-02}", "pass"},
                {"first_client_use: 2026-02-02, baa: {status: executed, executed_on: 2026-02-02}", "pass"},
                {"first_client_use: 2026-02-02, baa: {status: executed}", "unknown"},
                {"baa: {status: executed, executed_on: 2026-02-02}", "unknown"},
                {"baa: {status: none}", "not_applicable"},
                {"", "unknown"}});
    check_rows("baa-requested/copy-on-file", {{"baa: {status: executed, copy_on_file: yes}", "pass"},
                                              {"baa: {status: executed, copy_on_file: no}", "attention"},
                                              {"baa: {status: executed}", "unknown"},
                                              {"baa: {status: terminated, copy_on_file: no}", "not_applicable"},
                                              {"baa: {copy_on_file: yes}", "unknown"}});
}

TEST_CASE("note 2: app-is-default, norm-explained") {
    check_rows("secure-first-texting/app-is-default",
               {{"texting: {default: app}", "pass"},
                {"texting: {default: sms}", "fail"},
                {"texting: {default: either}", "fail"},
                {"texting: {default: no_texting, sms_clients: 1}", "fail"},
                {"texting: {default: no_texting, sms_clients: 0}", "not_applicable"},
                {"texting: {default: no_texting}", "unknown"},
                {"texting: {sms_clients: 2}", "unknown"},
                {"texting: {sms_clients: 0}", "unknown"},
                {"", "unknown"}});
    check_rows("secure-first-texting/norm-explained",
               {{"texting: {default: app, norm_explained: yes}", "pass"},
                {"texting: {default: app, norm_explained: no}", "attention"},
                {"texting: {default: app}", "unknown"},
                {"texting: {default: sms, norm_explained: no}", "not_applicable"},
                {"texting: {default: no_texting, sms_clients: 3}", "not_applicable"},
                {"texting: {norm_explained: yes}", "unknown"}});
}

TEST_CASE("note 2: SMS clients") {
    for (const std::string part : {"informed", "analyzed"}) {
        const std::string key = "sms_clients_" + part;
        check_rows("secure-first-texting/sms-clients-" + part,
                   {{"texting: {default: app, sms_clients: 2, " + key + ": 2}", "pass"},
                    {"texting: {default: app, sms_clients: 2, " + key + ": 1}", "fail"},
                    {"texting: {default: no_texting, sms_clients: 1, " + key + ": 0}", "fail"},
                    {"texting: {sms_clients: 2, " + key + ": 0}", "fail"},
                    {"texting: {default: app, sms_clients: 2}", "unknown"},
                    {"texting: {default: app, sms_clients: 0}", "not_applicable"},
                    {"texting: {default: app, " + key + ": 2}", "unknown"}});
    }
    check_rows("secure-first-texting/sms-under-baa",
               {{"texting: {sms_clients: 1}, baa: {status: executed}", "pass"},
                {"texting: {sms_clients: 1}, baa: {status: none}", "fail"},
                {"texting: {sms_clients: 1}, baa: {status: requested}", "fail"},
                {"texting: {sms_clients: 1}, baa: {status: in_terms_unchecked}", "fail"},
                {"texting: {sms_clients: 1}, baa: {status: terminated}", "fail"},
                {"texting: {sms_clients: 1}", "unknown"},
                {"texting: {sms_clients: 0}, baa: {status: none}", "not_applicable"},
                {"baa: {status: executed}", "unknown"}});
}

TEST_CASE("note 3: clients-told, all-told") {
    check_rows("voice-only-number/clients-told",
               {{"phone: {number: yes, clients_told_voice_only: all}", "pass"},
                {"phone: {number: yes, clients_told_voice_only: some}", "pass"},
                {"phone: {number: yes, clients_told_voice_only: no_clients_yet}", "pass"},
                {"phone: {number: yes, clients_told_voice_only: nobody}", "fail"},
                {"phone: {number: yes}", "unknown"},
                {"phone: {number: no}", "not_applicable"},
                {"phone: {clients_told_voice_only: all}", "unknown"}});
    check_rows("voice-only-number/all-told",
               {{"phone: {number: yes, clients_told_voice_only: all}", "pass"},
                {"phone: {number: yes, clients_told_voice_only: some}", "attention"},
                {"phone: {number: yes, clients_told_voice_only: no_clients_yet}", "attention"},
                {"phone: {number: yes, clients_told_voice_only: nobody}", "not_applicable"},
                {"phone: {number: yes}", "unknown"},
                {"phone: {number: no, clients_told_voice_only: some}", "not_applicable"},
                {"phone: {clients_told_voice_only: all}", "unknown"}});
}

TEST_CASE("note 4: messages, payment-requests, payment-receipts, other") {
    for (const auto& [check, key] :
         std::vector<std::pair<std::string, std::string>>{{"messages", "messages"},
                                                          {"payment-requests", "payment_requests"},
                                                          {"payment-receipts", "payment_receipts"},
                                                          {"other", "other"}}) {
        check_rows("secure-conversation/" + check, {{"sends: {" + key + ": secure_conversation}", "pass"},
                                                    {"sends: {" + key + ": standard}", "fail"},
                                                    {"sends: {" + key + ": mixed}", "fail"},
                                                    {"sends: {" + key + ": not_used}", "not_applicable"},
                                                    {"sends: {" + key + ": unknown}", "unknown"},
                                                    {"", "unknown"}});
    }
}

TEST_CASE("note 5: care-team-only") {
    check_rows("care-team-email/care-team-only", {{"email: {used_for: [care_team]}", "pass"},
                                                  {"email: {used_for: [care_team, clients]}", "fail"},
                                                  {"email: {used_for: [outside_providers]}", "fail"},
                                                  {"email: {used_for: [practice_address]}", "fail"},
                                                  {"email: {used_for: []}", "not_applicable"},
                                                  {"email: {used_for: [care_team, unknown]}", "unknown"},
                                                  {"", "unknown"}});
}

TEST_CASE("note 6: paid, not-a-trial, paid-before-use") {
    check_rows("paid-tier/paid", {{"plan: {tier: free}", "fail"},
                                  {"plan: {tier: trial}", "pass"},
                                  {"plan: {tier: basic}", "pass"},
                                  {"plan: {tier: communicator}", "pass"},
                                  {"plan: {tier: enterprise}", "pass"},
                                  {"plan: {tier: other_paid}", "pass"},
                                  {"", "unknown"}});
    check_rows("paid-tier/not-a-trial", {{"plan: {tier: trial}", "attention"},
                                         {"plan: {tier: basic}", "pass"},
                                         {"plan: {tier: free}", "not_applicable"},
                                         {"", "unknown"}});
    check_rows("paid-tier/paid-before-use",
               {{"first_client_use: 2026-02-01, plan: {tier: basic, paid_since: 2026-02-01}", "pass"},
                {"first_client_use: not_yet, plan: {tier: enterprise}", "pass"},
                {"first_client_use: 2026-02-01, plan: {tier: communicator, paid_since: 2026-02-02}, baa: {executed_on: "
                 "2026-02-01}",
                 "pass"},
                {"first_client_use: 2026-02-01, plan: {tier: other_paid, paid_since: 2026-02-02}, baa: {executed_on: "
                 "2026-02-02}",
                 "attention"},
                {"first_client_use: 2026-02-01, plan: {tier: basic, paid_since: 2026-02-02}", "unknown"},
                {"first_client_use: 2026-02-01, plan: {tier: basic}, baa: {executed_on: 2026-02-02}", "unknown"},
                {"plan: {tier: basic, paid_since: 2026-02-02}", "unknown"},
                {"first_client_use: 2026-02-01, plan: {tier: free}", "not_applicable"},
                {"first_client_use: 2026-02-01, plan: {tier: trial}", "not_applicable"},
                {"first_client_use: not_yet", "unknown"}});
}

TEST_CASE("basis, waivability, numbers and vital stats are those of the review") {
    const Report report = assess("");
    const auto shown = [&](const std::string& id) {
        return report.of("spruce/" + id, "basis") + " " + report.of("spruce/" + id, "waivable");
    };
    struct Row {
        std::string id;
        std::string shown;
    };
    const std::vector<Row> rows{
        {"baa-requested/requested", "law false"},
        {"baa-requested/terms-read", "law false"},
        {"baa-requested/executed", "law false"},
        {"baa-requested/gap-assessed", "law false"},
        {"baa-requested/before-first-use", "law true"},
        {"baa-requested/copy-on-file", "law false"},
        {"secure-first-texting/app-is-default", "recommendation true"},
        {"secure-first-texting/norm-explained", "recommendation true"},
        {"secure-first-texting/sms-clients-informed", "guidance false"},
        {"secure-first-texting/sms-clients-analyzed", "recommendation true"},
        {"secure-first-texting/sms-under-baa", "law false"},
        {"voice-only-number/clients-told", "recommendation true"},
        {"voice-only-number/all-told", "recommendation true"},
        {"secure-conversation/messages", "recommendation true"},
        {"secure-conversation/payment-requests", "recommendation true"},
        {"secure-conversation/payment-receipts", "recommendation true"},
        {"secure-conversation/other", "recommendation true"},
        {"care-team-email/care-team-only", "recommendation true"},
        {"paid-tier/paid", "vendor_condition false"},
        {"paid-tier/not-a-trial", "vendor_condition false"},
        {"paid-tier/paid-before-use", "vendor_condition true"},
    };
    std::string all;
    for (const Row& row : rows) {
        CHECK(shown(row.id) == row.shown);
        all += (all.empty() ? "spruce/" : "\nspruce/") + row.id + " unknown";
    }
    CHECK(report.checks() == all);  // No check is left out of the table.
    int number = 0;
    for (const std::string note : {"baa-requested", "secure-first-texting", "voice-only-number", "secure-conversation",
                                   "care-team-email", "paid-tier"})
        CHECK(report.of("spruce/" + note, "number") == std::to_string(++number));
    CHECK(report.at("practices/0/checklists/0/vital_stats/caveats") == "0");
    CHECK(report.at("practices/0/checklists/0/vital_stats/notes") == "6");
    CHECK(report.at("practices/0/checklists/0/caveats") == "[]");
}
