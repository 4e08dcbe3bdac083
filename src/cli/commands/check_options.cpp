// The command line of the main job.
#include "cli/commands/check_options.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/command_table.hpp"
#include "cli/io/find_files.hpp"
#include "cli/show.hpp"
#include "text/path.hpp"
#include "text/printable.hpp"
#include "version.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view footer_begin = R"(
PRACTICE is a practice file, a directory (all *.yaml and *.yml files below it), or - for standard input.
In a directory, checklists and *.test.yaml are left out; a file with none of the keys of a practice file is skipped,
and named on standard error, but an empty file, or one with such a key misspelled, is a mistake.
Nothing leaves this machine, and the files need no client data.

Other commands, each with a --help of its own:
)";

constexpr std::string_view footer_end = R"(
Exit status:
  0  nothing left to do
  1  something needs action (--fail-on sets from where on)
  2  the command line is wrong
  3  something could not be read, is invalid, or could not be written
  4  nothing failed, but questions are not answered
  5  nothing was checked: no checklist applies, or there was no practice file

Examples:
  hipaa-check practice.yaml
  hipaa-check -f markdown practice.yaml > report.md
  hipaa-check -o report.md -o report.sarif practice.yaml
  hipaa-check -f jsonl --fail-on law practices/
  find . -name 'practice.yaml' | hipaa-check -f csv --files-from -
)";

std::string footer() {
    std::string text(footer_begin);
    for (const Command& command : commands())
        text += fmt::format("  {:<18} {}\n", fmt::format("{} {}", command.name, command.takes), command.summary);
    text += footer_end;
    return text;
}

struct RawOptions : RawAssessmentOptions {
    std::string fail_on = "unknown";
    std::optional<std::string> shard;
};

void declare(CommandLine& line, CheckOptions& options, RawOptions& raw) {
    line.words("PRACTICE", options.practices, "Practice files, directories, or - for standard input");
    declare_report_options(line, options);
    declare_assessment_options(line, options, raw);
    line.option("--fail-on", "LEVEL", raw.fail_on, "Lowest result that fails the run");
    line.one_of("--fail-on", names_of<FailOn>);
    declare_jobs(line, options);
    line.option("--files-from", "FILE", options.files_from,
                "Check the practice files and directories that FILE lists too, one a line; - for standard input");
    line.option("--shard", "K/N", raw.shard,
                "Check only part K of N; each file belongs to one part, whatever other files there are");
    line.option("--baseline", "REPORT", options.baseline,
                "A JSON report of an earlier run: only what it did not have open already counts for the exit status");
    line.flag("--strict", options.strict,
              "Skip nothing in a directory: a file that is not a practice file is a mistake");
    line.option("--set", "KEY=VALUE", options.set,
                "Check as if this answer were in every file (repeatable); reports say HYPOTHETICAL");
    line.proposes("--set", Proposal::keys);
    line.flag("--redact", options.redact, "In reports, put (withheld) for the practice's name and for free text");
    line.option("--stdin-name", "NAME", options.stdin_name, "What to call standard input in reports");
    line.config(options.config, config_of_check());
    line.version(fmt::format("hipaa-check {}", version));
    line.footer(footer());
}

Shard read_shard(const std::string& text) {
    const std::size_t slash = text.find('/');
    constexpr std::string_view what = "a part and how many there are, such as 2/8";
    if (slash == std::string::npos) throw WrongUsage(fmt::format("--shard takes {}, not {}", what, yaml::quote(text)));
    for (const std::string& digits : {text.substr(0, slash), text.substr(slash + 1)})
        parse_whole("--shard", digits, 6, what);
    const Shard shard = *parse_shard(text);
    if (shard.of == 0) throw WrongUsage(fmt::format("--shard takes at least one part, not {}", yaml::quote(text)));
    if (!shard.is_part())
        throw WrongUsage(fmt::format("--shard {} is not a part: of {} parts the first is 1/{}", yaml::quote(text),
                                     shard.of, shard.of));
    return shard;
}

bool is_there(const std::string& path) {
    std::error_code error;
    return std::filesystem::symlink_status(path, error).type() != std::filesystem::file_type::not_found;
}

/// A name with blanks that the shell took apart: "my practice.yaml" without quotes. Empty if none of that is there.
std::string name_taken_apart(const std::vector<std::string>& words) {
    constexpr std::size_t most_words = 10;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (is_there(words[first])) continue;
        std::string name = words[first];
        for (std::size_t next = first + 1; next < std::min(words.size(), first + most_words); ++next) {
            name += " " + words[next];
            if (is_there(name)) return name;
        }
    }
    return {};
}

void interpret_inputs(const RawOptions& raw, CheckOptions& options) {
    const bool from_stdin = std::ranges::find(options.practices, "-") != options.practices.end();
    if (options.practices.empty() && !options.files_from)
        throw WrongUsage(
            fmt::format("no practice file was named; to begin, run `hipaa-check ask`, or make a file practice.yaml "
                        "with the line `{}`, "
                        "and run `hipaa-check practice.yaml`: the report lists the questions to answer",
                        first_line));
    if (from_stdin && options.files_from == "-")
        throw WrongUsage("standard input cannot be both a practice file and the list of --files-from");
    if (const std::string name = name_taken_apart(options.practices); !name.empty())
        throw WrongUsage(fmt::format("a name with blanks needs quotes around it: hipaa-check \"{}\"", printable(name)));
    if (!options.practices.empty() && !is_there(options.practices.front()))
        if (const std::string refusal = command_meant_by(options.practices.front()); !refusal.empty())
            throw WrongUsage(refusal);
    if (raw.shard) options.shard = read_shard(*raw.shard);
    if (options.stdin_name.find_first_not_of(' ') == std::string::npos)
        throw WrongUsage("--stdin-name takes a name, and there is none");
    options.stdin_name = normalize_path(options.stdin_name);
}

/// What is new is what files say.
void refuse_hypothetical(const CheckOptions& options) {
    if (!options.set.empty() && options.baseline)
        throw WrongUsage("--set makes a report that is hypothetical, and --baseline counts what is new; choose one");
}

/// All that this run reads.
std::vector<std::string> inputs_of(const CheckOptions& options) {
    std::vector<std::string> inputs = options.practices;
    if (options.files_from) inputs.push_back(*options.files_from);
    if (options.baseline) inputs.push_back(*options.baseline);
    if (!options.config.used.empty()) inputs.push_back(options.config.used);
    inputs.insert(inputs.end(), options.rules.begin(), options.rules.end());
    return inputs;
}

void interpret(const RawOptions& raw, CheckOptions& options) {
    interpret_inputs(raw, options);
    interpret_assessment_options(raw, options);
    interpret_report_options(options, inputs_of(options));
    if (!options.outputs.empty()) refuse_overwriting(options.outputs, find_files(options.rules));
    options.fail_on = pick<FailOn>("--fail-on", raw.fail_on);
    refuse_hypothetical(options);
}

/// Names of files and directories alone need no parser, which would take a fifth of the run.
bool are_names(const std::vector<std::string>& arguments) {
    return !arguments.empty() && !is_there(std::string(usual_config)) &&
           std::ranges::none_of(arguments, [](const std::string& argument) { return argument.starts_with('-'); });
}

constexpr std::string_view check_description =
    "Checks how a small health practice uses its tools, by the practice's own answers, against checklists. An "
    "unanswered question never passes.";

}  // namespace

CommandDescription describe_check(Environment& environment) {
    CommandDescription description;
    CheckOptions options;
    RawOptions raw;
    const std::vector<std::string> no_arguments;
    CommandLine line(program_name, check_description, no_arguments, environment);
    line.describe_into(description);
    declare(line, options, raw);
    static_cast<void>(line.parse());
    description.summary = "check practice files";
    return description;
}

std::optional<ExitStatus> parse_check_options(const std::vector<std::string>& arguments, Environment& environment,
                                              CheckOptions& options) {
    RawOptions raw;
    if (are_names(arguments)) {
        options.practices = arguments;
        try {
            interpret(raw, options);
            return std::nullopt;
        } catch (const WrongUsage& wrong) {
            return refuse_usage(wrong.what(), program_name, environment);
        }
    }
    CommandLine line(program_name, check_description, arguments, environment);
    declare(line, options, raw);
    return line.parse([&] { interpret(raw, options); });
}

}  // namespace hipaa
