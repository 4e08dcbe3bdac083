// `hipaa-check schema report`. That real reports are valid against it, `./dev conformance` shows.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include <rapidjson/document.h>

#include "report/reported.hpp"
#include "support/program.hpp"

using namespace hipaa;
using namespace hipaa::testing;

namespace {

/// The names of all members, at any depth, but for those that a practice file or the names of files choose.
void gather(const rapidjson::Value& value, std::set<std::string>& names) {
    if (value.IsArray())
        for (const auto& item : value.GetArray()) gather(item, names);
    if (!value.IsObject()) return;
    for (const auto& member : value.GetObject()) {
        names.insert(member.name.GetString());
        const std::string name = member.name.GetString();
        if (name != "value" && (name != "digests" || member.value.HasMember("$ref"))) gather(member.value, names);
    }
}

rapidjson::Document parsed(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(!document.HasParseError());
    return document;
}

}  // namespace

TEST_CASE("the schema of reports names every member that a report has") {
    const Outcome outcome = run_program({"schema", "report"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    const auto schema = parsed(outcome.out);
    CHECK(std::string(schema["$schema"].GetString()) == "https://json-schema.org/draft/2020-12/schema");
    std::set<std::string> known;
    gather(schema, known);
    std::set<std::string> used;
    gather(parsed(every_kind_of_practice().as("json")), used);
    gather(parsed(run_program({"-f", "json", "examples/first-draft.yaml"}).out), used);
    CHECK(used.size() > 50);
    for (const std::string& name : used) {
        CAPTURE(name);
        CHECK(known.count(name) == 1);
    }
}

TEST_CASE("asking for another schema is a wrong command line") {
    CHECK(run_program({"schema", "repotr"}).err ==
          "hipaa-check: WHAT cannot be `repotr`; did you mean `report`?\nTry `hipaa-check schema --help`.\n");
    const Outcome outcome = run_program({"schema"});
    CHECK(outcome.status == 2);
    CHECK(outcome.err ==
          "hipaa-check: say whose schema: `hipaa-check schema practice`\nTry `hipaa-check schema --help`.\n");
}
