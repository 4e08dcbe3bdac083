// The command line of the main job.
#include "cli/check_options.hpp"

#include <algorithm>
#include <array>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command_line.hpp"
#include "version.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view footer = R"(
PRACTICE is a practice file, a directory (all *.yaml and *.yml files below it), or - for standard input.
Nothing leaves this machine, and the files need no client data.

Other commands, each with a --help of its own:
  explain ID, list   a note, check or caveat in plain words; checklists, notes, questions
  lint, test, new    for authors of checklists
  schema WHAT        JSON Schema of practice files, checklists or reports

Exit status:
  0  nothing is open
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

constexpr std::array fail_levels{FailOn::law, FailOn::fail, FailOn::unknown, FailOn::attention, FailOn::never};
constexpr std::array<std::string_view, 3> color_words{"auto", "always", "never"};

struct RawOptions {
    std::string format = "text";
    std::vector<std::string> outputs;
    std::string fail_on = "unknown";
    std::optional<std::string> as_of;
    std::string max_age = "365";
    std::string jobs;
    std::optional<std::string> shard;
    std::string color = "auto";
};

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Format& format : formats()) names.push_back(format.name);
    return names;
}

std::vector<std::string_view> fail_level_names() {
    std::vector<std::string_view> names;
    for (const FailOn level : fail_levels) names.push_back(name_of(level));
    return names;
}

void declare(CLI::App& app, CheckOptions& options, RawOptions& raw) {
    app.add_option("PRACTICE", options.practices, "Practice files, directories, or - for standard input");
    app.add_option("-f,--format", raw.format,
                   fmt::format("Report on standard output: {}", fmt::join(format_names(), ", ")))
        ->type_name("F")
        ->capture_default_str();
    app.add_option("-o,--output", raw.outputs,
                   fmt::format("Also write a report to FILE (repeatable); its ending names the format ({}), or write "
                               "FORMAT=FILE",
                               known_endings()))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_flag("--sarif-all", options.sarif_all, "In sarif also what is in place, accepted or does not apply");
    app.add_option("--rules", options.rules,
                   "Load checklists from a file or directory too; one whose id is known replaces that one")
        ->type_name("PATH")
        ->allow_extra_args(false);
    app.add_option("--checklist", options.checklists, "Assess only this checklist (repeatable)")
        ->type_name("ID")
        ->allow_extra_args(false);
    app.add_option("--fail-on", raw.fail_on, "Least result that fails the run: law, fail, unknown, attention, never")
        ->type_name("LEVEL")
        ->capture_default_str();
    app.add_option("--as-of", raw.as_of, "The day that counts as today, YYYY-MM-DD (default: today)")
        ->type_name("DATE");
    app.add_option("--max-age", raw.max_age,
                   "Answers confirmed longer ago prove nothing; this tool's limit, no rule's; 0: never too old")
        ->type_name("DAYS")
        ->capture_default_str();
    app.add_option("--jobs", raw.jobs, "Threads (default: one per core); the reports are the same for every number")
        ->type_name("N");
    app.add_option("--files-from", options.files_from,
                   "Check the practice files and directories that FILE lists too, one a line; - for standard input")
        ->type_name("FILE");
    app.add_option("--shard", raw.shard,
                   "Check only part K of N; each file belongs to one part, whatever other files there are")
        ->type_name("K/N");
    app.add_option("--stdin-name", options.stdin_name, "What to call standard input in reports")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--color", raw.color, "Colour on standard output: auto, always, never")
        ->type_name("WHEN")
        ->capture_default_str();
    auto* quiet = app.add_flag("-q,--quiet", options.quiet,
                               "No report on standard output; mistakes and the exit "
                               "status only");
    app.add_flag("-v,--verbose", options.verbose, "Every check with its reason, sources and ready-made wording")
        ->excludes(quiet);
    app.set_version_flag("--version", fmt::format("hipaa-check {}", version));
}

/// A whole number of at most `digits` digits. `what` says what the option takes.
long parse_whole(std::string_view option, const std::string& text, std::size_t digits, std::string_view what) {
    const bool whole = !text.empty() && text.size() <= digits && text.find_first_not_of("0123456789") == text.npos;
    if (!whole) throw WrongUsage(fmt::format("{} takes {}, not {}", option, what, yaml::quote(text)));
    return std::stol(text);
}

std::size_t parse_jobs(const std::string& text) {
    if (text.empty()) return std::max(1u, std::thread::hardware_concurrency());
    const long jobs = parse_whole("--jobs", text, 3, "a number of threads from 1 to 999");
    if (jobs == 0) throw WrongUsage("--jobs takes a number of threads from 1 to 999, not `0`");
    return static_cast<std::size_t>(jobs);
}

Shard parse_shard(const std::string& text) {
    const std::size_t slash = text.find('/');
    constexpr std::string_view what = "a part and how many there are, such as 2/8";
    if (slash == std::string::npos) throw WrongUsage(fmt::format("--shard takes {}, not {}", what, yaml::quote(text)));
    const auto part = [&](const std::string& digits) {
        return static_cast<std::size_t>(parse_whole("--shard", digits, 6, what));
    };
    const Shard shard{part(text.substr(0, slash)), part(text.substr(slash + 1))};
    if (shard.of == 0) throw WrongUsage(fmt::format("--shard takes at least one part, not {}", yaml::quote(text)));
    if (shard.number == 0 || shard.number > shard.of)
        throw WrongUsage(
            fmt::format("--shard {} is no part: of {} parts the first is 1/{}", yaml::quote(text), shard.of, shard.of));
    return shard;
}

void interpret_inputs(const RawOptions& raw, CheckOptions& options) {
    const bool from_stdin = std::ranges::find(options.practices, "-") != options.practices.end();
    if (options.practices.empty() && !options.files_from)
        throw WrongUsage("no practice file was named; write `hipaa-check practice.yaml`, or `-` for standard input");
    if (from_stdin && options.files_from == "-")
        throw WrongUsage("standard input cannot be both a practice file and the list of --files-from");
    if (raw.shard) options.shard = parse_shard(*raw.shard);
}

void interpret_outputs(const RawOptions& raw, CheckOptions& options) {
    for (const std::string& output : raw.outputs) options.outputs.push_back(parse_output(output));
    std::vector<std::string> inputs = options.practices;
    if (options.files_from) inputs.push_back(*options.files_from);
    inputs.insert(inputs.end(), options.rules.begin(), options.rules.end());
    refuse_clashes(options.outputs, inputs);
    const bool has_sarif =
        options.format->name == "sarif" || std::ranges::any_of(options.outputs, [](const OutputRequest& output) {
            return output.format->name == "sarif";
        });
    if (options.sarif_all && !has_sarif)
        throw WrongUsage("--sarif-all is for sarif reports, and there is none; add `-f sarif` or `-o report.sarif`");
}

void interpret(const RawOptions& raw, CheckOptions& options) {
    interpret_inputs(raw, options);
    options.format = &formats()[pick("--format", raw.format, format_names())];
    interpret_outputs(raw, options);
    options.fail_on = fail_levels[pick("--fail-on", raw.fail_on, fail_level_names())];
    options.color = static_cast<ColorWhen>(pick("--color", raw.color, color_words));
    options.max_age = parse_whole("--max-age", raw.max_age, 6, "a number of days such as 365");
    options.jobs = parse_jobs(raw.jobs);
    if (!raw.as_of) return;
    options.as_of = parse_date(*raw.as_of);
    if (!options.as_of)
        throw WrongUsage(fmt::format("--as-of takes a day such as 2026-01-31, not {}", yaml::quote(*raw.as_of)));
}

}  // namespace

std::optional<CheckOptions> parse_check_options(const std::vector<std::string>& arguments, Surroundings& surroundings,
                                                ExitStatus& status) {
    CheckOptions options;
    RawOptions raw;
    CLI::App app(
        "Checks how a small health practice uses its tools, by the practice's own answers, against checklists. "
        "An unanswered question never passes.",
        "hipaa-check");
    declare(app, options, raw);
    app.footer(std::string(footer));
    if (!parse(app, arguments, surroundings, status, [&] { interpret(raw, options); })) return std::nullopt;
    return options;
}

}  // namespace hipaa
