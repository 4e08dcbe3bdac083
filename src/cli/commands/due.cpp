// `hipaa-check due [PRACTICE...]`: what falls due, and when.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/io/find_files.hpp"
#include "cli/io/parallel_ordered.hpp"
#include "cli/practice_checker.hpp"
#include "cli/report_run.hpp"
#include "report/due/due_formats.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

constexpr std::string_view usual_practice = "practice.yaml";

constexpr std::string_view due_footer = R"(
PRACTICE is a practice file, a directory, or - for standard input, as for a check. Without it the file practice.yaml in
the current directory is meant.

Listed, the earliest first: when the answers have to be confirmed again (--max-age days after confirmed_on; at once if
nobody has confirmed them), when decisions have to be reviewed, the deadlines that checklists name, and when a later
version of a checklist should be looked for.

With -f ics it is a calendar of all-day events. Import it again after a change: events keep their identity, so a calendar
moves them to their new days. Give each practice a name of its own, since events are told apart by it.

Exit status: 0 nothing is overdue, 1 something is, 2 the command line is wrong, 3 something could not be read, is invalid,
or could not be written (the other practices are listed all the same), 5 there was no practice file.

Examples:
  hipaa-check due
  hipaa-check due --within 30 practices/
  hipaa-check due -f ics practice.yaml > due.ics
  hipaa-check due -q -o due.csv -o due.ics practices/
)";

struct DueOptions : AssessmentOptions {
    std::vector<std::string> practices;
    std::optional<long> within;
    ReportOptions report;
};

struct RawDueOptions : RawAssessmentOptions {
    std::optional<std::string> within;
};

void declare(CommandLine& line, DueOptions& options, RawDueOptions& raw) {
    line.words("PRACTICE", options.practices, "Practice files, directories, or - for standard input");
    line.option("-f,--format", "F", options.report.words.format, "List on standard output");
    line.one_of("--format", format_names(due_formats()));
    line.option("-o,--output", "FILE", options.report.words.outputs,
                fmt::format("Also write a list to FILE (repeatable); its ending names the format ({}), or write "
                            "FORMAT=FILE",
                            known_endings(due_formats())));
    line.option("--within", "DAYS", raw.within, "Only what is overdue or falls due in the next DAYS days");
    declare_assessment_options(line, options, raw);
    line.flag("-q,--quiet", options.report.quiet, "No list on standard output; mistakes and the exit status only");
    declare_shared_config(line, options.config, {"rules", "checklist", "max-age"});
    line.footer(due_footer);
}

void interpret(const RawDueOptions& raw, DueOptions& options) {
    std::error_code error;
    if (options.practices.empty() && !std::filesystem::exists(usual_practice, error))
        throw WrongUsage(
            fmt::format("no practice file was named, and there is no {0} here; write `hipaa-check due FILE`, with "
                        "practice files or directories of them, or run it where your {0} is",
                        usual_practice));
    if (options.practices.empty()) options.practices.emplace_back(usual_practice);
    interpret_assessment_options(raw, options);
    if (raw.within) options.within = parse_whole("--within", *raw.within, 6, "a number of days such as 30");
    ReportOptions& report = options.report;
    report.format = &due_formats()[pick("--format", report.words.format, format_names(due_formats()))];
    for (const std::string& output : report.words.outputs)
        report.outputs.push_back(parse_output(output, due_formats()));
    std::vector<std::string> inputs = options.practices;
    inputs.insert(inputs.end(), options.rules.begin(), options.rules.end());
    refuse_clashes(report.outputs, inputs);
    if (!report.outputs.empty()) refuse_overwriting(report.outputs, find_files(options.rules));
}

bool has_overdue(const PracticeReport& report) {
    return report.assessment && std::ranges::any_of(report.assessment->due, &Due::overdue);
}

ExitStatus list_due(const DueOptions& options, const Library& library, const FileList& files,
                    Environment& environment) {
    const AssessmentSettings settings = options.settings(environment.today);
    Run run;
    run.as_of = settings.today;
    run.within = options.within;
    ReportRun reports(options.report, files.size(), environment);
    if (!reports.begin(run)) return ExitStatus::invalid;
    const InputReader reader(environment.in, "<stdin>");
    const PracticeChecker checker(library, settings, {.refuse_future = !options.as_of});
    for (const SkippedFile& file : files.passed_over()) reports.skip({utf8::escape_malformed(file.file), file.why});
    bool overdue = false;
    parallel_ordered(
        files.size(), reports.threads(),
        [&](std::size_t i, std::size_t) { return checker.check(reader.read(files[i])); },
        [&](const CheckedFile& checked) {
            const auto& [kind, report] = checked;
            reports.advance();
            if (kind == CheckedFile::Kind::unknown_key) reports.skip({report.source.name, no_known_key});
            overdue = overdue || has_overdue(report);
            return kind != CheckedFile::Kind::practice || reports.practice(report, reports.draft(report, 0));
        });
    if (!reports.finish() || reports.totals().errors > 0) return ExitStatus::invalid;
    if (overdue) return ExitStatus::failed;
    return reports.totals().practices == 0 ? ExitStatus::not_checked : ExitStatus::ok;
}

}  // namespace

ExitStatus due(CommandLine& line, Environment& environment) {
    DueOptions options;
    RawDueOptions raw;
    declare(line, options, raw);
    if (const auto ended = line.parse([&] { interpret(raw, options); })) return *ended;
    const FileList files = find_files(options.practices);
    try {
        if (!options.report.outputs.empty()) refuse_overwriting(options.report.outputs, files);
    } catch (const WrongUsage& wrong) {
        return line.refuse(wrong.what());
    }
    const auto library = load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    if (const std::string refusal = resolve_checklists(options.checklists, *library, environment.err); !refusal.empty())
        return line.refuse(refusal);
    return list_due(options, *library, files, environment);
}

}  // namespace hipaa
