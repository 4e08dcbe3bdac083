// What the README shows is what the program does, and so for the way from a review to a checklist: their files are
// written to an empty directory, their commands are run there, and what they print of it is compared.
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/format.hpp"
#include "support/program.hpp"

namespace hipaa::testing {
namespace {

/// A fenced block that follows a comment `<!-- file: NAME -->`, `<!-- run: STATUS -->`, or `<!-- typed: STATUS -->`, in
/// which the lines behind `> ` are typed.
struct Block {
    std::string mark;  // `file`, `run` or `typed`
    std::string argument;
    std::string text;
};

std::vector<Block> marked_blocks(const std::string& markdown) {
    std::vector<Block> blocks;
    std::istringstream lines(markdown);
    Block block;
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (!inside && line.starts_with("<!-- ") && line.ends_with(" -->") && colon != std::string::npos) {
            block = {line.substr(5, colon - 5), line.substr(colon + 2, line.size() - colon - 6), ""};
        } else if (line.starts_with("```") && (inside || !block.mark.empty())) {
            if (inside) blocks.push_back(block);
            if (inside) block = {};
            inside = !inside;
        } else if (inside) {
            block.text += line + "\n";
        }
    }
    return blocks;
}

std::vector<std::string> words(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// What is typed behind the prompts of a transcript.
std::string typed_in(const std::string& transcript) {
    std::istringstream lines(transcript);
    std::string typed;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("> ")) typed += line.substr(2) + "\n";
    return typed;
}

void check_commands(const std::string& page) {
    CAPTURE(page);
    const std::vector<Block> blocks = marked_blocks(repository_file(page));
    const Scratch scratch;
    std::size_t runs = 0;
    for (const Block& block : blocks) {
        if (block.mark == "file") {
            scratch.write(block.argument, block.text);
            continue;
        }
        REQUIRE((block.mark == "run" || block.mark == "typed"));
        const auto end = block.text.find('\n');
        std::vector<std::string> command = words(block.text.substr(0, end));
        REQUIRE(command.size() > 2);
        REQUIRE(command[0] == "$");
        REQUIRE(command[1] == "hipaa-check");
        CAPTURE(block.text.substr(0, end));
        Setting setting;
        if (block.mark == "typed") setting.in = typed_in(block.text);
        const Outcome outcome = run_program({command.begin() + 2, command.end()}, setting);
        CHECK(std::to_string(outcome.status) == block.argument);
        CHECK(outcome.out == block.text.substr(end + 1));
        ++runs;
    }
    CHECK(runs > 0);
}

TEST_CASE("the README's commands print what it shows") { check_commands("README.md"); }

TEST_CASE("the commands on the way from a review to a checklist print what it shows") {
    check_commands("examples/checklists/README.md");
}

TEST_CASE("the commands of a year of one practice print what it shows") { check_commands("examples/year/README.md"); }

TEST_CASE("the README names every format") {
    const std::string readme = repository_file("README.md");
    for (const Format& format : formats()) {
        CAPTURE(std::string(format.name));
        CHECK(readme.find("`" + std::string(format.name) + "`") != std::string::npos);
    }
}

}  // namespace
}  // namespace hipaa::testing
