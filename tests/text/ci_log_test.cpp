// Commands in what a CI system logs.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/program.hpp"
#include "text/ci_log.hpp"

using namespace hipaa;
using namespace hipaa::testing;

TEST_CASE("no line is a command to a CI system") {
    struct Row {
        std::string text;
        std::string harmless;
    };
    const std::vector<Row> rows{
        {"a :: b\n# c\n", "a :: b\n# c\n"},
        {"::error::owned\n", ": :error::owned\n"},
        {"a\n \t::set-env name=x::y\nb", "a\n \t: :set-env name=x::y\nb"},
        {"a ##[group]b ##[endgroup]\n", "a # #[group]b # #[endgroup]\n"},
        {"###[error]x\n", "## #[error]x\n"},
        {"x ##vso[task.complete]\n", "x # #vso[task.complete]\n"},
        {"## Heading [1]\n##", "## Heading [1]\n##"},
        {"::", ": :"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(without_log_commands(row.text) == row.harmless);
    }
}

TEST_CASE("text reports and github reports hold no command of a file's making") {
    const Scratch files;
    const std::string name = "::error file=x::owned ##[stop-commands]x ##vso[task.complete]";
    const std::string practice =
        "confirmed_on: 2026-11-01\npractice: {name: \"" + name + "\"}\nproducts: {\"::debug::x\": {in_use: yes}}\n";
    files.write("clinic/p.yaml", practice);
    files.write("clinic/##[error]b.yaml", "a: 1\n");
    files.write("clinic/wrong.yaml", "confirmed_on: \"::warning::x ##[group]\"\n");
    for (const std::string format : {"text", "github", "markdown"}) {
        CAPTURE(format);
        const std::string report = run_program({"-f", format, "clinic"}).out;
        std::size_t at = 0;
        while (at < report.size()) {
            const std::size_t end = std::min(report.find('\n', at), report.size());
            const std::string line = report.substr(at, end - at);
            CAPTURE(line);
            const bool own = format == "github" && line.starts_with("::") && !line.starts_with("::debug");
            if (!own) {
                CHECK((line.empty() || line.find_first_not_of(" \t") != line.find("::")));
                CHECK(line.find("##[") == line.npos);
                CHECK(line.find("##vso[") == line.npos);
            }
            at = end + 1;
        }
    }
}

TEST_CASE("messages about mistakes hold no command of a file's making") {
    const std::string practice = "\"##[group]x\": 1\nproducts: {spruce: {plan: {tier: '##vso[x]'}}}\n";
    const std::string told = run_program({"-q", "--stdin-name", "::error::p.yaml", "-"}, {.in = practice}).err;
    CHECK(told.starts_with(": :error::p.yaml:1:1: `# #[group]x` is not a key of the practice file; "));
    CHECK(told.find("\n  \"# #[group]x\": 1\n") != std::string::npos);
    CHECK(told.find("##") == std::string::npos);
}

TEST_CASE("the name of a file that is skipped is no command") {
    const Scratch files;
    files.write("::error::b.yaml", "a: 1\n");
    files.write("c.yaml", "confirmed_on: 2026-11-01\n");
    CHECK(run_program({"-q", "."}).err ==
          ": :error::b.yaml: skipped, because it has none of the keys of a practice file\n");
}
