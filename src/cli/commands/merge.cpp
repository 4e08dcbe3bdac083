// `hipaa-check merge SHARD.jsonl...`: one report of the jsonl reports of several runs.
#include <algorithm>

#include <fmt/format.h>

#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/commands/merge_plan.hpp"
#include "cli/io/parallel_ordered.hpp"
#include "cli/report_run.hpp"
#include "cli/show.hpp"
#include "text/printable.hpp"

namespace hipaa {
namespace {

constexpr std::string_view merge_footer = R"(
SHARD is what a run with -f jsonl wrote. The report is the same, byte for byte, as that of one run over all practices of
a directory: in the order of their file names, with the settings of the runs, which must all be the same (--as-of,
--max-age, --rules, --checklist). The texts of checklists are taken from those here: give the same --rules as the runs
had. Files that the runs skipped are listed, each once.

The last line of a SHARD says how many practices there are, so that one that is empty or was cut off is refused. After
runs with --shard K/N every shard must be there once, one without practices too.

Exit status: that of one run over all practices (see hipaa-check --help); 3 also if the shards do not go together, and
then no report is written; 5 also if there is no practice in them.

Examples:
  hipaa-check merge -f html shard-*.jsonl > report.html
  hipaa-check merge -q -o report.html -o report.csv shard-1.jsonl shard-2.jsonl
)";

struct MergeOptions {
    std::vector<std::string> shards;
    std::vector<std::string> rules;
    ConfigFile config;
    std::string fail_on_word;
    std::optional<FailOn> fail_on;
    ReportOptions report;
};

void interpret(MergeOptions& options) {
    if (options.shards.empty())
        throw WrongUsage(
            "no file was named; write `hipaa-check merge shard-*.jsonl`, with the files that -f jsonl wrote");
    if (std::ranges::find(options.shards, "-") != options.shards.end())
        throw WrongUsage("merge reads its files twice, so it cannot take standard input; save it in a file first");
    std::vector<std::string> inputs = options.shards;
    inputs.insert(inputs.end(), options.rules.begin(), options.rules.end());
    interpret_report_options(options.report, inputs);
    if (!options.fail_on_word.empty()) options.fail_on = pick<FailOn>("--fail-on", options.fail_on_word);
}

void declare(CommandLine& line, MergeOptions& options) {
    line.words("SHARD", options.shards, "Files that -f jsonl wrote");
    declare_report_options(line, options.report);
    declare_rules(line, options.rules);
    line.option("--fail-on", "LEVEL", options.fail_on_word, "Lowest result that fails (default: that of the runs)");
    line.one_of("--fail-on", names_of<FailOn>);
    declare_jobs(line, options.report);
    declare_shared_config(line, options.config, {"rules"});
    line.footer(merge_footer);
}

/// True if something is wrong, which it says.
bool tell_problems(LineFiles& files, Environment& environment) {
    bool any = false;
    for (const FileProblems& file : files.problems()) {
        environment.err << yaml::describe(file.problems, file.source);
        any = any || !file.problems.empty();
    }
    if (any) environment.err << "hipaa-check: nothing was merged, because of these mistakes\n";
    return any;
}

struct Reread {
    ReadLine line;
    std::string failure;
    Outputs::Drafts drafts;
};

ExitStatus write(const MergePlan& plan, const LineFiles& files, const Library& library, const ReportOptions& options,
                 Environment& environment) {
    ReportRun reports(options, plan.size(), environment);
    if (!reports.begin(plan.run())) return ExitStatus::invalid;
    const LineReader reader(library);
    for (const SkippedFile& file : plan.skipped()) reports.skip(file);
    std::string failure;
    parallel_ordered(
        plan.size(), reports.threads(),
        [&](std::size_t i, std::size_t thread) {
            Reread reread;
            std::string why;
            if (const auto text = files.read(plan.line(i), why)) reread.line = reader.read(*text);
            if (why.empty() && !reread.line.mistake.empty()) why = LineFiles::changed;
            if (why.empty()) reread.drafts = reports.draft(reread.line.report, thread);
            else reread.failure = fmt::format("{}: cannot be read: {}", files.name(plan.line(i).file), why);
            return reread;
        },
        [&](const Reread& reread) {
            failure = reread.failure;
            reports.advance();
            return failure.empty() && reports.practice(reread.line.report, reread.drafts);
        });
    if (failure.empty()) {
        for (const std::string& file : plan.gone()) reports.lack(file);
        return reports.end();
    }
    environment.err << fmt::format("hipaa-check: {}\n", printable(failure));
    return ExitStatus::invalid;
}

}  // namespace

ExitStatus merge(CommandLine& line, Environment& environment) {
    MergeOptions options;
    declare(line, options);
    if (const auto ended = line.parse([&] { interpret(options); })) return *ended;
    auto library = load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    LineFiles files(options.shards);
    MergePlan plan(files, *library, !options.rules.empty());
    plan.make(options.report, options.fail_on, environment.today);
    if (tell_problems(files, environment)) return ExitStatus::invalid;
    if (plan.empty()) environment.err << "hipaa-check: there is no practice in these files\n";
    plan.name_origins(*library);
    return write(plan, files, *library, options.report, environment);
}

}  // namespace hipaa
