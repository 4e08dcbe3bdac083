// Scripts that complete command lines: they know what `--help` names, and what there is to explain.
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "cli/command_table.hpp"
#include "support/program.hpp"

using namespace hipaa::testing;

namespace {

std::string script(const std::string& shell, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"completion", shell});
    const Outcome outcome = run_program(more);
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    return outcome.out;
}

using Names = std::set<std::string>;

Names matches(const std::string& text, const std::string& pattern) {
    Names found;
    const std::regex expression(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
        found.insert((*match)[1]);
    return found;
}

/// The options that `--help` of a command names, at the beginning of its lines.
Names options_in_help(const std::string& command) {
    std::vector<std::string> arguments{"--help"};
    if (!command.empty()) arguments.insert(arguments.begin(), command);
    Names names;
    // CLI11 2.6 has a column for each of the two.
    for (const std::string& both : matches(run_program(arguments).out, "\n {2,10}((?:-[a-z], *)?-[-a-z]*)"))
        for (const std::string& name : matches(both, "(-[-a-z]+)")) names.insert(name);
    return names;
}

/// The words of the line that begins so.
Names words_behind(const std::string& text, const std::string& begin) {
    const std::size_t at = text.find("\n" + begin);
    REQUIRE(at != std::string::npos);
    const std::size_t first = at + 1 + begin.size();
    return matches(text.substr(first, text.find('\n', first) - first), "([-a-z]{2,})");
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t at = text.find(begin);
    REQUIRE(at != std::string::npos);
    return text.substr(at, text.find(end, at) - at);
}

}  // namespace

TEST_CASE("the scripts complete the options that help names") {
    const std::string bash = script("bash");
    const std::string zsh = script("zsh");
    const std::string fish = script("fish");
    std::vector<std::string> commands{""};
    for (const hipaa::Command& command : hipaa::commands()) commands.emplace_back(command.name);
    for (const std::string& command : commands) {
        CAPTURE(command);
        const Names options = options_in_help(command);
        CHECK(options.contains("--help"));
        Names in_bash = words_behind(bash, "                " + command + ":-*) words='");
        CHECK(in_bash == options);
        CHECK(matches(between(zsh, "\n        (" + (command.empty() ? "''" : command) + ")\n", ";;"),
                      "'(?:\\*|\\([^)]*\\))(-[-a-z]+)[=+]?\\[") == options);
        Names in_fish;
        const std::string line =
            "complete -c hipaa-check -n '__hipaa_check_is " + (command.empty() ? "check" : command) + "'([^'\n]*)";
        for (const std::string& rest : matches(fish, line)) {
            for (const std::string& name : matches(rest, " -l ([-a-z]+)")) in_fish.insert("--" + name);
            for (const std::string& name : matches(rest, " -s ([a-z])")) in_fish.insert("-" + name);
        }
        CHECK(in_fish == options);
    }
}

TEST_CASE("the scripts complete what an option can be") {
    const std::string bash = script("bash");
    CHECK(bash.find("\n        :-f | :--format) words='text markdown html json jsonl sarif junit github gitlab csv "
                    "oscal' ;;\n") != std::string::npos);
    CHECK(bash.find("\n        due:-f | due:--format) words='text csv json ics' ;;\n") != std::string::npos);
    CHECK(bash.find("\n        :--as-of) return ;;\n") != std::string::npos);
    CHECK(bash.find("\n        :-o | :--output) compopt -o default; return ;;\n") != std::string::npos);
    CHECK(bash.find("\n        new:--directory) compopt -o dirnames; return ;;\n") != std::string::npos);
    CHECK(bash.find("\n                schema:*) words='practice checklist report due' ;;\n") != std::string::npos);
    CHECK(bash.find("\n                new:*) return ;;\n") != std::string::npos);
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        CAPTURE(shell);
        const std::string all = script(shell);
        for (const std::string id : {"spruce/paid-tier/paid", "security-rule", "consumer-apps/icloud",
                                     "products.spruce.plan.tier=", "practice.covered_entity="}) {
            CAPTURE(id);
            CHECK(all.find(id) != std::string::npos);
        }
        CHECK(all.find('*' + std::string(".agreement")) == std::string::npos);
    }
}

TEST_CASE("the scripts know checklists of one's own") {
    const Scratch scratch;
    CHECK(run_program({"new", "acme-portal"}).status == 0);
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        CAPTURE(shell);
        CHECK(script(shell).find("acme-portal") == std::string::npos);
        CHECK(script(shell, {"--rules", "acme-portal.yaml"}).find("acme-portal") != std::string::npos);
    }
}

TEST_CASE("a shell has to be named") {
    CHECK(run_program({"completion"}).err ==
          "hipaa-check: say which shell: `hipaa-check completion bash`, zsh or fish\n"
          "Try `hipaa-check completion --help`.\n");
    const Outcome outcome = run_program({"completion", "bsh"});
    CHECK(outcome.status == 2);
    CHECK(outcome.err ==
          "hipaa-check: SHELL cannot be `bsh`; did you mean `bash`?\nTry `hipaa-check completion --help`.\n");
}
