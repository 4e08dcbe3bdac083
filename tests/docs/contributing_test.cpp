// The lists of CONTRIBUTING.md name the files that there are to touch, all of them and no others.
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "support/program.hpp"

namespace hipaa::testing {
namespace {

using Files = std::set<std::string>;

/// The files and folders in backticks, by the first words in bold of their list.
std::map<std::string, Files> lists() {
    std::map<std::string, Files> found;
    std::istringstream lines(repository_file("CONTRIBUTING.md"));
    std::string list;
    const std::regex path("`((?:src|rules|tests)/[^`]*)`");
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("**")) list = line.substr(2, line.find("**", 2) - 2);
        if (list.empty()) continue;
        for (std::sregex_iterator match(line.begin(), line.end(), path), end; match != end; ++match)
            found[list].insert((*match)[1]);
    }
    return found;
}

/// The sources that hold `word`, which only those do that know of one thing of the kind.
Files sources_with(const std::string& word) {
    Files found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
        const std::string name = entry.path().generic_string();
        if (entry.is_regular_file() && repository_file(name).find(word) != std::string::npos) found.insert(name);
    }
    return found;
}

TEST_CASE("what CONTRIBUTING.md says to touch is what knows of one of the kind") {
    const std::map<std::string, Files> listed = lists();
    const auto sources = [&](const std::string& list) {
        Files files = listed.at(list);
        std::erase_if(files, [](const std::string& file) { return !file.ends_with("pp"); });
        return files;
    };
    CHECK(sources("An operator") == sources_with("within_days"));
    CHECK(sources("A type of answer") == sources_with("AnswerKind::decimal"));
    CHECK(sources("A report format") == sources_with("gitlab"));
    CHECK(sources("A format of what falls due") == sources_with("make_due_calendar"));
    CHECK(sources("A command") == sources_with("new_checklist"));
    CHECK(sources("A note").empty());
}

TEST_CASE("what CONTRIBUTING.md names is there") {
    for (const auto& [list, files] : lists())
        for (const std::string& file : files) {
            CAPTURE(file);
            CHECK(std::filesystem::exists(file));
        }
}

}  // namespace
}  // namespace hipaa::testing
