// What practices get from the checklists beside the one of Spruce: the examples, and somebody who names a product only.
#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/read/library_reader.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

/// The results that the checks of a report come to.
std::set<std::string> results(const Report& report) {
    std::istringstream lines(report.checks());
    std::set<std::string> found;
    for (std::string id, result; lines >> id >> result;) found.insert(result);
    return found;
}

std::size_t words(const std::string& text) {
    std::istringstream stream(text);
    std::size_t count = 0;
    for (std::string word; stream >> word;) ++count;
    return count;
}

}  // namespace

TEST_CASE("a solo practice can have everything in place but a few points to look at") {
    const Outcome outcome = run_program({"-f", "json", "examples/solo-practice.yaml"});
    CHECK(outcome.status == 0);
    CHECK(results(Report(outcome.out)) == std::set<std::string>{"pass", "attention", "not_applicable"});
}

TEST_CASE("a group practice sees its gaps in all of them") {
    const Outcome outcome = run_program({"-f", "json", "examples/group-practice.yaml"});
    CHECK(outcome.status == 1);
    const Report report(outcome.out);
    CHECK(report.result("security-rule") == "fail");
    CHECK(report.result("client-communication") == "fail");
    for (const std::string product : {"phone-line", "transcripts"}) {
        CAPTURE(product);
        CHECK(report.result("any-product@" + product + "/agreement") == "fail");
    }
    CHECK(report.result("zoom/agreement/gap-assessed") == "fail");
    CHECK(report.result("zoom/recordings/apps") == "fail");
    CHECK(report.result("microsoft-365/agreement/terms-read") == "unknown");
    CHECK(report.result("consumer-apps/gmail-without-baa") == "fail");
    CHECK(report.result("consumer-apps/icloud-without-baa") == "not_applicable");
    CHECK(report.result("client-communication/carriers/email") == "fail");
    CHECK(report.result("client-communication/carriers/sms") == "pass");
    CHECK(report.result("client-communication/plain-messages/sms-clients-informed") == "pass");
    CHECK(report.result("security-rule/audit-controls") == "unknown");
}

TEST_CASE("a product of which nothing is told gets a report, and never passes") {
    const Setting input{.in = "confirmed_on: 2026-11-20\nproducts: {nuvo: {in_use: yes}}\n"};
    const Outcome json = run_program({"-f", "json", "-"}, input);
    CHECK(json.status == 4);
    const Report report(json.out);
    CHECK(results(report) == std::set<std::string>{"unknown", "not_applicable"});
    for (const std::string note : {"agreement", "agreement-contents", "vendor-conditions", "access", "ending"}) {
        CAPTURE(note);
        CHECK(report.result("any-product@nuvo/" + note) == "unknown");
    }
    const std::string text = run_program({"-"}, input).out;
    CHECK(text.find("No review of this product is loaded") != std::string::npos);
    CHECK(text.find("client_information:") != std::string::npos);
}

TEST_CASE("a product that is said to hold nothing about clients does not apply") {
    const Setting input{.in = "confirmed_on: 2026-11-20\nproducts: {radio: {client_information: no}}\n"};
    const Outcome outcome = run_program({"-f", "json", "-"}, input);
    CHECK(results(Report(outcome.out)) == std::set<std::string>{"not_applicable"});
}

TEST_CASE("a question that makes no sense after another answer is not asked, and the duty fails by its own check") {
    struct Row {
        std::string answers;
        std::string question;  // of `ask --print`
        std::string falls_away;
        std::string fails;
        std::string result = "fail";
    };
    const std::string violation = "trouble.violation`";
    const auto zoom = [](const std::string& status) {
        return "products: {zoom: {client_information: yes, agreement: {status: " + status + "}}}\n";
    };
    const std::string none = "security_rule: {policies: {state: none}, records_in_writing: no}\n";
    for (const Row& row : std::vector<Row>{
             {zoom("none"), violation, "zoom/trouble/violation-ended", "zoom/agreement/requested"},
             {zoom("requested"), violation, "zoom/trouble/violation-ended", "zoom/agreement/in-force"},
             {"products: {radio: {client_information: yes, agreement: {status: oral}}}\n", violation,
              "any-product@radio/trouble/violation-ended", "any-product@radio/agreement/in-writing"},
             {"products: {zoom: {client_information: yes, agreement: {status: none}, recordings: {kept: cloud}}}\n",
              "recordings.cloud_covered`", "zoom/recordings/cloud-covered", "zoom/agreement/requested"},
             {"security_rule: {risk_analysis: {completed_on: never}}\n", "risk_management`",
              "security-rule/security-management-process/risk-management",
              "security-rule/security-management-process/risk-analysis"},
             {none, "policies.reviewed_on`", "security-rule/documentation/updates",
              "security-rule/documentation/standard"},
             {"security_rule: {policies: {state: none}, records_in_writing: no, risk_analysis: {completed_on: never}, "
              "vendors: {agreements: none}}\n",
              "policies.kept_six_years`", "security-rule/documentation/time-limit",
              "security-rule/documentation/standard"},
             {none, "policies.at_hand`", "security-rule/documentation/availability",
              "security-rule/documentation/standard"},
             {"security_rule: {contingency: {backup: no}}\n", "contingency.restore_tested_on`",
              "security-rule/contingency-plan/restore-tested", "security-rule/contingency-plan/data-backup-plan"},
         }) {
        CAPTURE(row.answers);
        CAPTURE(row.question);
        const Scratch scratch;
        scratch.write("practice.yaml", "confirmed_on: 2026-11-20\n" + row.answers);
        const Report report(run_program({"-f", "json", "practice.yaml"}).out);
        CHECK(report.result(row.falls_away) == "not_applicable");
        CHECK(report.result(row.fails) == row.result);
        CHECK_FALSE(has(run_program({"ask", "--print", "practice.yaml"}).out, row.question));
    }
}

TEST_CASE("records are to be kept also where there are no security rules") {
    const Outcome outcome =
        run_program({"-f", "json", "-"},
                    {.in = "confirmed_on: 2026-11-20\nsecurity_rule: {policies: {state: none, kept_six_years: no}, "
                           "records_in_writing: yes}\n"});
    CHECK(Report(outcome.out).result("security-rule/documentation/time-limit") == "fail");
}

TEST_CASE("whoever has not found the BAA yet is not told to read it first") {
    const std::string text =
        run_program({"-"}, {.in = "confirmed_on: 2026-11-20\nproducts: {radio: {client_information: yes, agreement: "
                                  "{status: in_terms_unchecked}, vendor_conditions: not_looked_up}}\n"})
            .out;
    CHECK(has(text, R"text(
 1. Read the vendor's pages on HIPAA and on its plans, or ask its support; go by
    the BAA too, once you have it. (to find out, note 3)
 2. Find the BAA in the vendor's terms, check that it covers your plan, and save
    a copy with the date. (to find out, note 1)
)text"));
}

TEST_CASE("a known product under another key is an error that names its checklist's key") {
    struct Row {
        std::string written;
        std::string key;
    };
    for (const Row& row : std::vector<Row>{{"Zoom Pro", "zoom"},
                                           {"zoom_for_healthcare", "zoom"},
                                           {"doxy.me", "doxy_me"},
                                           {"Doxy", "doxy_me"},
                                           {"google-workspace", "google_workspace"},
                                           {"gmail", "google_workspace"},
                                           {"G Suite", "google_workspace"},
                                           {"Office 365", "microsoft_365"},
                                           {"teams", "microsoft_365"},
                                           {"WhatsApp", "consumer_apps"},
                                           {"icloud", "consumer_apps"},
                                           {"personal gmail", "consumer_apps"},
                                           {"signal", "consumer_apps"}}) {
        CAPTURE(row.written);
        const Outcome outcome = run_program({"-"}, {.in = "products:\n  \"" + row.written + "\": {in_use: yes}\n"});
        CHECK(outcome.status == 3);
        CHECK(outcome.err.find("`" + row.key + "`") != std::string::npos);
    }
}

TEST_CASE("a name of two known products is a mistake that says which key is which") {
    const Outcome outcome = run_program(
        {"-"}, {.in = "products:\n  Gmail: {in_use: yes}\n  gmail.apps: [gmail]\n  mail: {name: Google Voice}\n"});
    CHECK(outcome.status == 3);
    const std::string which =
        "`consumer_apps` (Personal apps such as WhatsApp or free Gmail) or `google_workspace` (Google Workspace)";
    for (const std::string& line :
         {"<stdin>:2:3: `Gmail` can be more than one product; write " + which + "\n",
          "<stdin>:3:3: `gmail` can be more than one product; write " + which + "\n",
          "<stdin>:4:16: `Google Voice` can be more than one product; move these answers to " + which +
              ", or call this product something else\n"})
        CHECK_MESSAGE(has(outcome.err, line), outcome.err);
}

TEST_CASE("answers given for a product without a checklist of its own are good under one that has it") {
    const std::string answers =
        "{client_information: yes, first_client_use: 2025-09-10, agreement: {status: executed, executed_on: "
        "2025-09-02, "
        "copy_on_file: yes, lacks: [], vendor_uses: nothing}, vendor_conditions: met, access: {own_logins: yes, "
        "people: "
        "needed_only, second_factor: switched_on}, ending: {way_out: yes}, trouble: {violation: none_known, "
        "breach_report: none_received}}\n";
    for (const std::string product : {"radio", "zoom", "doxy_me", "google_workspace", "microsoft_365"}) {
        CAPTURE(product);
        const Outcome outcome = run_program(
            {"-f", "json", "-"}, {.in = "confirmed_on: 2026-11-20\nproducts:\n  " + product + ": " + answers});
        CHECK(outcome.status == (product == "radio" ? 0 : 4));
    }
}

TEST_CASE("the questions of a solo practice can be read in twenty-five minutes") {
    // At 200 words a minute, which is slow for an adult. The limits have defaults, and are asked of nobody; what is
    // about a workforce or a special role falls away.
    std::vector<FileProblems> broken;
    const auto library = read_library(builtin_sources(), broken);
    REQUIRE(library.has_value());
    std::size_t all = 0;
    for (const Checklist& checklist : library->checklists) {
        // The products that somebody uses come on top.
        if (checklist.group.about.starts_with("products.") && !checklist.generic()) continue;
        for (const Question& question : checklist.group.questions) {
            if (question.default_value) continue;
            // The reasons for what is addressable are asked for only where something else is done.
            if (question.key.ends_with("." + std::string(addressable_rationale))) continue;
            if (question.key.starts_with("workforce.") || question.key.starts_with("special.")) continue;
            all += words(question.ask) + words(question.where);
        }
    }
    CHECK(all > 1000);
    CHECK(all < 5000);
}

}  // namespace hipaa::testing
