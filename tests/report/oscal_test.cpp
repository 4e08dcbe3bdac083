// The oscal format.
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "report/machine/oscal_result.hpp"
#include "report/reported.hpp"
#include "support/program.hpp"

using namespace hipaa;

TEST_CASE("an oscal report as a whole") {
    check_expected(every_kind_of_practice().as("oscal"), "every-kind.oscal.json");
}

TEST_CASE("identifiers become oscal tokens that differ where the identifiers do") {
    CHECK(oscal_token("spruce/paid-tier/paid") == "spruce.paid-tier.paid");
    CHECK(oscal_token("any-product@zoom/agreement") == "any-product_zoom.agreement-41d86c7d");
    CHECK(oscal_token("any-product@zo om/agreement") != oscal_token("any-product@zo_om/agreement"));
    CHECK(oscal_token("2fa/on") == "_2fa.on");
}

TEST_CASE("an oscal report is the same each time, has each UUID once, and another one when it says something else") {
    const std::string report = every_kind_of_practice().as("oscal");
    CHECK(report == every_kind_of_practice().as("oscal"));
    const std::regex uuid("\"uuid\": \"([0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\"");
    std::vector<std::string> all;
    for (std::sregex_iterator found(report.begin(), report.end(), uuid), end; found != end; ++found)
        all.push_back((*found)[1]);
    CHECK(all.size() == 48);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
    Reported other = every_kind_of_practice();
    other.practices.pop_back();
    std::smatch first;
    const std::string another = other.as("oscal");
    REQUIRE(std::regex_search(another, first, uuid));
    CHECK(first[1] != all.front());
}

TEST_CASE("an oscal result has another UUID on another day, and with other findings") {
    const auto uuid_of_result = [](const std::string& practice, const std::string& day) {
        const testing::Outcome outcome =
            testing::run_program({"--as-of", day, "--stdin-name", "p.yaml", "-f", "oscal", "-"}, {.in = practice});
        rapidjson::Document document;
        document.Parse(outcome.out.c_str());
        return std::string(document["assessment-results"]["results"][0]["uuid"].GetString());
    };
    const std::string practice = "confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: free}}}\n";
    const std::string other = "confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: basic}}}\n";
    const std::string uuid = uuid_of_result(practice, "2026-11-22");
    CHECK(uuid == uuid_of_result(practice, "2026-11-22"));
    CHECK(uuid != uuid_of_result(practice, "2026-11-23"));
    CHECK(uuid != uuid_of_result(other, "2026-11-22"));
}
