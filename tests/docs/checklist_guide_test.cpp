// rules/README.md says what the program does: every key and operator, and the worked example as it stands.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "authoring/suite/test_keys.hpp"
#include "checklist/checklist.hpp"
#include "checklist/keys.hpp"
#include "checklist/operators.hpp"
#include "support/program.hpp"

namespace hipaa::testing {
namespace {

const std::string guide = "rules/README.md";

TEST_CASE("the guide has a table for each map of a checklist and of its tests") {
    const std::string text = repository_file(guide);
    std::string tables;
    std::vector<MapRow> maps = checklist_maps();
    std::ranges::copy(test_maps(), std::back_inserter(maps));
    for (const MapRow& map : maps) {
        tables += fmt::format("#### {}\n\n| key | | is | what it holds |\n| --- | --- | --- | --- |\n", map.title);
        for (const yaml::KeyRow& key : map.keys)
            tables += fmt::format("| `{}` | {} | {} | {} |\n", key.name,
                                  key.need == yaml::Need::required ? "required" : "", describe_value(key), key.title);
        tables += "\n";
    }
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
