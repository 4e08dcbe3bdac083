// rules/README.md says what the program does: every key and operator, and the worked example as it stands.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "checklist/operators.hpp"
#include "support/program.hpp"

namespace hipaa::testing {
namespace {

const std::string guide = "rules/README.md";

/// The maps of a checklist, as its schema describes them.
template <typename Visit>
void each_map(const rapidjson::Document& schema, Visit&& visit) {
    visit(schema);
    for (const auto& definition : schema["$defs"].GetObject())
        if (definition.value.HasMember("title") && definition.value.HasMember("properties")) visit(definition.value);
}

bool is_required(const rapidjson::Value& map, const std::string& key) {
    for (const auto& required : map["required"].GetArray())
        if (key == required.GetString()) return true;
    return false;
}

TEST_CASE("the guide has a table for each map of a checklist, as the schema has it") {
    const std::string text = repository_file(guide);
    rapidjson::Document schema;
    schema.Parse(run_program({"schema", "checklist"}).out.c_str());
    REQUIRE(schema.IsObject());
    std::string tables;
    each_map(schema, [&](const auto& map) {
        tables +=
            std::string("#### ") + map["title"].GetString() + "\n\n| key | | what it holds |\n| --- | --- | --- |\n";
        for (const auto& key : map["properties"].GetObject())
            tables += std::string("| `") + key.name.GetString() + "` | " +
                      (is_required(map, key.name.GetString()) ? "required" : "") + " | " +
                      key.value["title"].GetString() + " |\n";
        tables += "\n";
    });
    const auto begin = text.find("#### A checklist of hipaa-check\n");
    const auto end = text.find("#### Types of answers\n");
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    CHECK(text.substr(begin, end - begin) == tables);
}

TEST_CASE("the guide has a row for each operator") {
    const std::string text = repository_file(guide);
    for (const OperatorInfo& op : operators()) {
        std::string kinds;
        std::size_t fitting = 0;
        for (unsigned kind = 0; kind <= static_cast<unsigned>(AnswerKind::list); ++kind) {
            if (!op.fits(static_cast<AnswerKind>(kind))) continue;
            kinds += (kinds.empty() ? "" : ", ") + std::string(name_of(static_cast<AnswerKind>(kind)));
            ++fitting;
        }
        if (fitting == static_cast<std::size_t>(AnswerKind::list) + 1) kinds = "any";
        const std::string row =
            "\n| `" + std::string(op.name()) + "` | " + kinds + " | " + std::string(op.operand_words()) + " | ";
        CAPTURE(row);
        CHECK(text.find(row) != std::string::npos);
    }
}

TEST_CASE("the schema knows every key that the readers of checklists ask for") {
    rapidjson::Document schema;
    schema.Parse(run_program({"schema", "checklist"}).out.c_str());
    std::set<std::string> known;
    each_map(schema, [&](const auto& map) {
        for (const auto& key : map["properties"].GetObject()) known.insert(key.name.GetString());
    });
    const std::regex asked(
        R"re(\.(?:required|optional|text|required_text|texts|yes_no|word|whole_number|items)\("([a-z_]+)")re");
    std::set<std::string> read;
    for (const auto& entry : std::filesystem::directory_iterator("src/checklist/read")) {
        if (!entry.path().string().ends_with("_reader.cpp")) continue;
        const std::string source = repository_file(entry.path().generic_string());
        for (std::sregex_iterator match(source.begin(), source.end(), asked), end; match != end; ++match)
            read.insert((*match)[1]);
    }
    CHECK(read.size() > 30);
    for (const std::string& key : read) {
        CAPTURE(key);
        CHECK(known.contains(key));
    }
}

TEST_CASE("what the guide shows of the worked example stands in it") {
    const std::string example = repository_file("examples/checklists/lanternway.yaml");
    std::set<std::string> lines;
    std::istringstream in(example);
    for (std::string line; std::getline(in, line);)
        lines.insert(line.substr(std::min(line.size(), line.find_first_not_of(" -"))));
    std::istringstream text(repository_file(guide));
    std::size_t compared = 0;
    const std::regex shown(
        R"(^    +(?:- )?((?:require|when|if|affects|name|number|title|basis|cites|deal_breaker|id|also|where): .*))");
    for (std::string line; std::getline(text, line) && line != "## Reference";) {
        std::smatch match;
        if (!std::regex_match(line, match, shown) || line.find("name: links") != line.npos ||
            line.find("name: the life of links is") != line.npos || line.find("name: a plan for") != line.npos)
            continue;
        CAPTURE(line);
        CHECK(lines.contains(match[1]));
        ++compared;
    }
    CHECK(compared > 15);
}

TEST_CASE("what the guide quotes of explain is what explain says") {
    const Outcome outcome = run_program({"explain", "lanternway", "-f", "json", "--rules", "examples/checklists"});
    for (const std::string sentence :
         {"the life of a link in days is at most 30",
          "for each item of the list of people with access, you answer `yes` to",
          "the first day with a client is `not_yet`, or the day of the agreement is on or before the first day with a "
          "client"}) {
        CAPTURE(sentence);
        CHECK(outcome.out.find(sentence) != std::string::npos);
    }
}

}  // namespace
}  // namespace hipaa::testing
