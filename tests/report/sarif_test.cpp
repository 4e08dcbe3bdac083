// The sarif format.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "report/reported.hpp"

using namespace hipaa;

namespace {

rapidjson::Document parsed(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(!document.HasParseError());
    return document;
}

/// `rule kind level line:column` of each result.
std::vector<std::string> results(const std::string& json) {
    std::vector<std::string> lines;
    const auto document = parsed(json);
    for (const auto& result : document["runs"][0]["results"].GetArray()) {
        const auto& region = result["locations"][0]["physicalLocation"]["region"];
        lines.push_back(fmt::format("{} {} {} {}:{}{}", result["ruleId"].GetString(), result["kind"].GetString(),
                                    result["level"].GetString(), region["startLine"].GetInt(),
                                    region["startColumn"].GetInt(),
                                    result.HasMember("suppressions") ? " suppressed" : ""));
    }
    return lines;
}

std::vector<std::string> fingerprints(const std::string& json) {
    std::vector<std::string> lines;
    const auto document = parsed(json);
    for (const auto& result : document["runs"][0]["results"].GetArray())
        lines.push_back(result["partialFingerprints"]["hipaaCheckFinding/v1"].GetString());
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a sarif report as a whole") { check_expected(every_kind_of_practice().as("sarif"), "every-kind.sarif"); }

TEST_CASE("sarif results are what is open, at the answer that decides") {
    CHECK(results(Reported{small_checklist, {{"open.yaml", failing_practice}}}.as("sarif")) ==
          Lines{"mail/no-agreement-at-all fail error 5:11", "mail/agreement/signed fail error 6:16",
                "mail/mailbox/alone fail warning 4:3", "mail/mailbox/plan fail note 5:11"});
    CHECK(results(Reported{small_checklist, {{"settled.yaml", settled_practice}}}.as("sarif")) ==
          Lines{"mail/mailbox/alone fail warning 7:13"});
}

TEST_CASE("with every result sarif has what is in place, accepted and inapplicable too") {
    Reported all{small_checklist, {{"settled.yaml", settled_practice}}};
    all.every_result = true;
    CHECK(results(all.as("sarif")) ==
          Lines{"mail/no-agreement-at-all notApplicable none 4:11", "mail/agreement/signed pass none 5:16",
                "mail/agreement/copy fail warning 6:11 suppressed", "mail/mailbox/alone fail warning 7:13",
                "mail/mailbox/plan pass none 4:11"});
}

TEST_CASE("sarif fingerprints stay the same when lines move and the file is renamed") {
    const std::string moved = "# one line\n# another one\n" + failing_practice;
    const auto before = fingerprints(Reported{small_checklist, {{"open.yaml", failing_practice}}}.as("sarif"));
    CHECK(before == fingerprints(Reported{small_checklist, {{"moved.yaml", moved}}}.as("sarif")));
    CHECK(std::set<std::string>(before.begin(), before.end()).size() == 4);
}

TEST_CASE("no text of a file is a placeholder or a link in a sarif message") {
    const std::string practice =
        "confirmed_on: 2026-11-01\nproducts: {mail: {plan: paid, agreement: yes, copy: no, shared: no}}\ndecisions:\n"
        "- {accepts: mail/agreement/copy, because: 'see {0} and [here](1)', by: owner, decided_on: 2026-10-01, "
        "review_by: 2027-01-31}\n";
    Reported all{small_checklist, {{"p.yaml", practice}}};
    all.every_result = true;
    const auto document = parsed(all.as("sarif"));
    const auto& result = document["runs"][0]["results"][2];
    CHECK(std::string(result["message"]["text"].GetString()).ends_with("Because: see {{0}} and [here] (1)."));
    // This is no message object, so it has no placeholders.
    CHECK(std::string(result["suppressions"][0]["justification"].GetString())
              .ends_with("Because: see {0} and [here](1)."));
}

TEST_CASE("mistakes are notifications of a sarif run that was not successful, and leave a result") {
    const std::string json = Reported{small_checklist, {{"a b/\xC3\xBC\xFF.yaml", broken_practice}}}.as("sarif");
    const auto document = parsed(json);
    const auto& invocation = document["runs"][0]["invocations"][0];
    CHECK(!invocation["executionSuccessful"].GetBool());
    const auto& notification = invocation["toolExecutionNotifications"][0];
    CHECK(std::string(notification["message"]["text"].GetString()) ==
          "`confirmed_on` cannot be `2026-13-01`: there is no such day; write a date such as 2026-01-31, or unknown");
    CHECK(std::string(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].GetString()) ==
          "a%20b/%C3%BC%FF.yaml");
    CHECK(results(json) == Lines{"hipaa-check/practice-file fail error 1:15"});
}
