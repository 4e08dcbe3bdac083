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

TEST_CASE("a group practice sees its gaps in all three") {
    const Outcome outcome = run_program({"-f", "json", "examples/group-practice.yaml"});
    CHECK(outcome.status == 1);
    const Report report(outcome.out);
    CHECK(report.result("security-rule") == "fail");
    CHECK(report.result("client-communication") == "fail");
    for (const std::string product : {"video-visits", "free-mail", "phone-line", "transcripts"}) {
        CAPTURE(product);
        CHECK(report.result("any-product@" + product + "/agreement") == "fail");
    }
    CHECK(report.result("client-communication/carriers/email") == "fail");
    CHECK(report.result("client-communication/carriers/sms") == "pass");
    CHECK(report.result("client-communication/plain-messages/sms-clients-informed") == "pass");
    CHECK(report.result("security-rule/audit-controls") == "unknown");
}

TEST_CASE("a product of which nothing is told gets a report, and never passes") {
    const Setting input{.in = "confirmed_on: 2026-11-20\nproducts: {zoom: {in_use: yes}}\n"};
    const Outcome json = run_program({"-f", "json", "-"}, input);
    CHECK(json.status == 4);
    const Report report(json.out);
    CHECK(results(report) == std::set<std::string>{"unknown", "not_applicable"});
    for (const std::string note : {"agreement", "agreement-contents", "vendor-conditions", "access", "ending"}) {
        CAPTURE(note);
        CHECK(report.result("any-product@zoom/" + note) == "unknown");
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

TEST_CASE("the questions of a solo practice can be read in twenty-five minutes") {
    // At 200 words a minute, which is slow for an adult. The limits have defaults, and are asked of nobody; what is
    // about a workforce or a special role falls away.
    std::vector<FileProblems> broken;
    const auto library = read_library(builtin_sources(), broken);
    REQUIRE(library.has_value());
    std::size_t all = 0;
    for (const Checklist& checklist : library->checklists) {
        if (checklist.id == "spruce") continue;
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
