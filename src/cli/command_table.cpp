// The table of commands.
#include "cli/command_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

/// Each is defined in the file of its command.
using RunCommand = ExitStatus(CommandLine& line, Environment& environment);
RunCommand ask, completion, diff, due, explain, list, lint, test, new_checklist, merge, schema;

namespace {

constexpr std::array command_table{
    Command{"ask", "[PRACTICE]", "an interview: asks what still matters, writes the practice file",
            "Asks what still matters, one question at a time, and writes the practice file.", ask},
    Command{"diff", "OLD NEW", "what changed between two reports, and why",
            "Tells what changed between two reports or practice files, and proves why.", diff},
    Command{"due", "[PRACTICE...]", "what falls due, and when; also as a calendar",
            "Lists what falls due in practices, the earliest first.", due},
    Command{"explain", "ID...", "a note, check or caveat in plain words",
            "Explains a checklist, note, check, caveat, contradiction or question in plain words.", explain},
    Command{"list", "[WHAT]", "the checklists, notes and questions that are known",
            "Lists the checklists that are known, with their notes and questions.", list},
    Command{"lint", "CHECKLIST...", "what is wrong or suspicious in a checklist",
            "Looks for mistakes in checklists, and for what is legal but suspicious.", lint},
    Command{"test", "[PATH...]", "the tests of checklists",
            "Runs the tests of checklists: practices, and what must come out of them.", test},
    Command{"new", "ID", "a checklist and its tests to start from", "Writes a checklist and its tests to start from.",
            new_checklist},
    Command{"merge", "SHARD...", "one report of the jsonl reports of several runs",
            "Makes one report of the jsonl reports of several runs, as one run over all practices would have.", merge},
    Command{"completion", "SHELL", "what completes command lines in bash, zsh or fish",
            "Writes a script that completes command lines of hipaa-check in a shell.", completion},
    Command{"schema", "WHAT", "JSON Schema of practice files, checklists or reports",
            "Writes a JSON Schema (2020-12), so that an editor can complete, explain and check keys.", schema},
};

/// What one types to other tools, and what to type here.
struct Foreign {
    std::string_view word;
    std::string_view instead;
};

constexpr std::string_view check_instead = "checking needs no command: `hipaa-check practice.yaml`";
constexpr std::array foreign{
    Foreign{"help", "`hipaa-check --help` shows all commands and options"},
    Foreign{"version", "`hipaa-check --version` shows the version"},
    Foreign{"init", "`hipaa-check ask` begins a practice file; `hipaa-check new ID` begins a checklist"},
    Foreign{"check", check_instead},
    Foreign{"run", check_instead},
    Foreign{"scan", check_instead},
    Foreign{"validate", check_instead},
};

constexpr auto command_names = names_in(command_table);

}  // namespace

std::span<const Command> commands() { return command_table; }

std::vector<CommandDescription> described_commands(Environment& environment) {
    std::vector<CommandDescription> all{describe_check(environment)};
    const std::vector<std::string> no_arguments;
    for (const Command& command : commands()) {
        CommandLine line(fmt::format("{} {}", program_name, command.name), command.description, no_arguments,
                         environment);
        CommandDescription& description = all.emplace_back();
        line.describe_into(description);
        static_cast<void>(command.run(line, environment));
        description.name = command.name;
        description.summary = command.summary;
    }
    return all;
}

const Command* find_command(std::string_view name) {
    const auto* const found = std::ranges::find(command_table, name, &Command::name);
    return found == command_table.end() ? nullptr : &*found;
}

std::string command_meant_by(std::string_view word) {
    if (find_command(word))
        return fmt::format("there is no file {}, and a command comes first: `hipaa-check {}`", yaml::quote(word), word);
    const auto foreign_one = [&](const auto& is_meant) -> std::string {
        const auto other = std::ranges::find_if(foreign, [&](const Foreign& one) { return is_meant(word, one.word); });
        if (other == foreign.end()) return {};
        return fmt::format("there is no file and no command {}; {}", yaml::quote(word), other->instead);
    };
    const bool is_file_name = word.find_first_of("./") != word.npos;
    const auto meant = is_file_name ? std::nullopt : closest(word, command_names);
    // Between two words that are as near our own is the likelier one.
    std::string other = foreign_one(yaml::is_same_word);
    if (other.empty() && !(meant && is_slip_of(word, *meant))) other = foreign_one(is_slip_of);
    if (!meant || !other.empty()) return other;
    return fmt::format("there is no file and no command {}; did you mean `hipaa-check {}`?", yaml::quote(word), *meant);
}

}  // namespace hipaa
