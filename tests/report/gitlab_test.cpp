// The gitlab format.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "report/reported.hpp"

using namespace hipaa;

namespace {

std::vector<std::string> fingerprints(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(document.IsArray());
    std::vector<std::string> all;
    for (const auto& issue : document.GetArray()) all.push_back(issue["fingerprint"].GetString());
    return all;
}

}  // namespace

TEST_CASE("a gitlab report as a whole") {
    check_expected(every_kind_of_practice().as("gitlab"), "every-kind.gitlab.json");
}

TEST_CASE("gitlab fingerprints tell issues and files apart, and stay when lines move") {
    const std::string moved = "# a line\n" + failing_practice;
    const auto two = fingerprints(
        Reported{small_checklist, {{"one.yaml", failing_practice}, {"two.yaml", failing_practice}}}.as("gitlab"));
    CHECK(two.size() == 8);
    CHECK(std::set<std::string>(two.begin(), two.end()).size() == 8);
    const auto one = fingerprints(Reported{small_checklist, {{"one.yaml", moved}}}.as("gitlab"));
    CHECK(one == std::vector<std::string>(two.begin(), two.begin() + 4));
}

TEST_CASE("a gitlab report of nothing says that there was nothing") {
    CHECK(Reported{small_checklist, {}}.as("gitlab") == R"([
  {
    "description": "Nothing was checked: there was no practice file.",
    "check_name": "hipaa-check/no-practice",
    "fingerprint": "86038e2ce648a2951599b92c2ff0e7dd",
    "severity": "major",
    "location": {
      "path": ".",
      "lines": {
        "begin": 1
      }
    },
    "content": {
      "body": "As of 2026-11-22. As reported; nothing was verified. This is not legal advice."
    }
  }
]
)");
}
