// The manual pages: what they name is what the program has, and nothing in a text means something to a formatter.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "checklist/builtin/builtin_library.hpp"
#include "checklist/keys.hpp"
#include "checklist/operators.hpp"
#include "cli/command_table.hpp"
#include "practice/decision_reader.hpp"
#include "support/program.hpp"
#include "tools/manual/manual_pages.hpp"
#include "tools/manual/roff.hpp"

namespace hipaa::testing {
namespace {

std::vector<CommandDescription> described() {
    std::istringstream in;
    std::ostringstream out;
    Environment environment{in, out, out, parse_date("2026-11-22").value()};
    std::vector<CommandDescription> all = described_commands(environment);
    CHECK(out.str() == "");
    return all;
}

/// As a manual page writes what one types.
std::string minus(std::string text) {
    for (std::size_t at = text.find('\''); at != text.npos; at = text.find('\'')) text.replace(at, 1, "\\(aq");
    for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 2)) text.insert(at, "\\");
    return text;
}

/// In one line, and with no blanks between the names of an option, however CLI11 breaks and aligns it.
std::string help_in_one_line(const std::vector<std::string>& arguments) {
    const std::string help = run_program(arguments).out;
    return std::regex_replace(std::regex_replace(help, std::regex("\\s+"), " "), std::regex(", --"), ",--");
}

std::string section_of(const std::string& page, const std::string& heading) {
    const std::size_t at = page.find(heading + "\n");
    REQUIRE(at != std::string::npos);
    const std::size_t end = page.find("\n.S", at + 1);
    return page.substr(at, end - at);
}

}  // namespace

TEST_CASE("the manual of the program has every command, option and value of help") {
    const std::vector<CommandDescription> commands = described();
    const std::string manual = program_manual(commands, "2026-11-28");
    CHECK(manual.starts_with(".TH HIPAA\\-CHECK 1 2026-11-28 \"hipaa\\-check 0."));
    CHECK(commands.size() == hipaa::commands().size() + 1);
    for (const CommandDescription& command : commands) {
        CAPTURE(command.name);
        std::vector<std::string> arguments{"--help"};
        std::string heading = ".SH OPTIONS";
        if (const Command* known = find_command(command.name)) {
            arguments.insert(arguments.begin(), command.name);
            heading = minus(fmt::format(".SS hipaa-check {} [OPTIONS] {}", known->name, known->takes));
        }
        const std::string help = help_in_one_line(arguments);
        const std::string section = section_of(manual, heading);
        CHECK(command.options.front().names == std::vector<std::string>{"-h", "--help"});
        for (const OptionDescription& option : command.options) {
            const std::string term =
                fmt::format("\n.TP\n\\fB{}{}{}\\fR\n", minus(fmt::format("{}", fmt::join(option.names, ", "))),
                            option.value.empty() ? "" : " ", minus(option.value));
            CAPTURE(term);
            CHECK(section.find(term) != std::string::npos);
            CHECK(help.find(fmt::format("{}", fmt::join(option.names, ","))) != std::string::npos);
            CHECK(help.find(option.help) != std::string::npos);
        }
    }
    CHECK(section_of(manual, ".SH EXIT STATUS").find("\\fB5\\fR\nnothing was checked") != std::string::npos);
    CHECK(section_of(manual, ".SH EXAMPLES").find("hipaa\\-check practice.yaml\n") != std::string::npos);
}

TEST_CASE("the manual of practice files has every question and key of a decision") {
    const Library library = load_all_builtin();
    const std::string manual = practice_manual(library, "2026-11-28");
    for (const Checklist& checklist : library.checklists)
        for (const Question& question : checklist.group.questions) {
            CAPTURE(question.key);
            CHECK(manual.find(fmt::format("\\fB{}.{}\\fR\n", checklist.group.about, question.key)) !=
                  std::string::npos);
        }
    for (const yaml::KeyRow& key : decision_keys)
        CHECK(manual.find(fmt::format("\\fB{}\\fR\n", key.name)) != std::string::npos);
    const std::string example = manual.substr(manual.find(".nf\n.RS 4\n") + 10);
    const Scratch scratch;
    std::string practice = example.substr(0, example.find(".RE"));
    for (std::size_t at = practice.find("\\-"); at != practice.npos; at = practice.find("\\-")) practice.erase(at, 1);
    scratch.write("practice.yaml", practice);
    CHECK(run_program({"practice.yaml"}).status == 4);
}

TEST_CASE("the manual of checklists has every key and operator") {
    const std::string manual = checklist_manual("2026-11-28");
    for (const MapRow& map : checklist_maps())
        for (const yaml::KeyRow& key : map.keys) {
            CAPTURE(key.name);
            CHECK(section_of(manual, minus(fmt::format(".SS {}", map.title)))
                      .find(fmt::format("\\fB{}\\fR\n", key.name)) != std::string::npos);
        }
    for (const OperatorInfo& op : operators())
        CHECK(section_of(manual, ".SH CONDITIONS").find(fmt::format("\\fB{}\\fR\n", op.name())) != std::string::npos);
}

TEST_CASE("nothing in a text is taken for a command of the formatter") {
    Roff page("a-b", 1, "2026-11-28", "1", "what it is");
    page.section("S");
    page.paragraph(".so /etc/passwd");
    page.paragraph("a \\n `--x 'y'` -f json; what's it-self");
    page.literal("'tr\n\n.x ~^\"");
    CHECK(page.take() ==
          ".TH A\\-B 1 2026-11-28 \"hipaa\\-check 1\"\n.SH NAME\na\\-b \\- what it is\n.SH S\n\\&.so /etc/passwd\n"
          ".PP\na \\en \\fB\\-\\-x \\(aqy\\(aq\\fR \\-f json; what's it-self\n"
          ".PP\n.nf\n.RS 4\n\\(aqtr\n\\&\n\\&.x \\(ti\\(ha\\(dq\n.RE\n.fi\n");
}

}  // namespace hipaa::testing
