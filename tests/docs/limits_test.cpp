// The limits that the README lists are those of the program.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checklist/read/condition_reader.hpp"
#include "checklist/read/question_reader.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/ask_session.hpp"
#include "cli/io/find_files.hpp"
#include "engine/decisions.hpp"
#include "json/parse.hpp"
#include "practice/practice_reader.hpp"
#include "privacy/client_data.hpp"
#include "report/json/report_scan.hpp"
#include "support/program.hpp"
#include "yaml/document.hpp"
#include "yaml/fast/plain_text.hpp"

namespace hipaa::testing {
namespace {

std::string with_commas(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string mebibytes(std::size_t bytes) { return fmt::format("{} MiB", bytes >> 20); }

/// The second column of the table behind `heading`.
std::vector<std::string> second_column(const std::string& page, const std::string& heading) {
    const std::size_t table = page.find("\n|---|", page.find(heading));
    std::vector<std::string> cells;
    for (std::size_t row = page.find('\n', table + 1) + 1; page.compare(row, 1, "|") == 0;) {
        const std::size_t end = page.find('\n', row);
        const std::size_t cell = page.rfind(" | ", end) + 3;
        cells.push_back(page.substr(cell, end - cell - 2));
        row = end + 1;
    }
    return cells;
}

}  // namespace

TEST_CASE("the limits that the README lists are those of the program") {
    const std::vector<std::string> limits{
        mebibytes(yaml::max_bytes),
        with_commas(yaml::max_nodes),
        with_commas(yaml::max_depth),
        with_commas(yaml::longest_key) + " bytes",
        with_commas(yaml::Problems::shown_limit),
        with_commas(ClientData::most_sightings),
        with_commas(most_products),
        with_commas(most_offered),
        with_commas(most_met),
        with_commas(most_nested),
        with_commas(most_labels),
        fmt::format("{} and {} characters", longest_label_name, longest_label),
        fmt::format("{} days", longest_decision),
        fmt::format("{} KiB", longest_config >> 10),
        mebibytes(longest_list),
        with_commas(most_listed),
        with_commas(AskSession::longest_reply) + " bytes",
        with_commas(AskSession::most_replies),
        mebibytes(longest_practice),
        with_commas(most_practices),
        with_commas(deepest_json),
    };
    CHECK(second_column(repository_file("README.md"), "\n## Limits\n") == limits);
}

}  // namespace hipaa::testing
