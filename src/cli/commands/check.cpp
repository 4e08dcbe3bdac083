// The main job: load the checklists, then read, assess and report each practice in turn.
#include "cli/command_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/builtin/builtin.hpp"
#include "checklist/builtin/builtin_library.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/check_options.hpp"
#include "cli/commands/set_answers.hpp"
#include "cli/history/baseline.hpp"
#include "cli/io/find_files.hpp"
#include "cli/io/parallel_ordered.hpp"
#include "cli/practice_checker.hpp"
#include "cli/report_run.hpp"
#include "compare/report/change_page.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

Run describe_run(const CheckOptions& options, Date today) {
    Run run;
    run.as_of = today;
    run.as_of_given = options.as_of.has_value();
    run.max_age = options.max_age;
    run.fail_on = options.fail_on;
    for (const std::string& path : options.rules) run.rules.push_back(utf8::escape_malformed(path));
    run.checklists = options.checklists;
    run.redacted = options.redact;
    run.config = utf8::escape_malformed(options.config.used);
    run.shard = options.shard;
    return run;
}

struct WithDrafts {
    CheckedFile checked;
    Outputs::Drafts drafts;
};

/// `files`: those of the part, if the run is one; `found`: how many there are in all parts. `first`: the first file, if it was
/// read already.
ExitStatus run_checks(const CheckOptions& options, const Library& library, const SetAnswers& set, const FileList& files,
                      std::size_t found, const InputReader& reader, std::optional<InputFile> first, Baseline* baseline,
                      Environment& environment) {
    const Date today = options.as_of.value_or(environment.today);
    Run run = describe_run(options, today);
    run.set = set.told(options.redact);
    if (baseline) run.baseline = baseline->origin();
    ReportRun reports(options, files.size(), environment);
    if (!reports.begin(run)) return ExitStatus::invalid;
    if (files.size() < found) reports.has_other_parts();
    const auto checker_with = [&](const Library& checklists) {
        return PracticeChecker(checklists, {today, options.max_age, options.checklists},
                               {.refuse_future = !options.as_of, .insist = options.strict, .redact = options.redact});
    };
    const PracticeChecker checker = checker_with(library);
    // What is wrong with a file is told by all checklists: a key may be meant for one that was not called for. Some are
    // not loaded only if there is but one file.
    std::optional<Library> all;
    const auto check = [&](std::size_t i) {
        const FoundFile file = files[i];
        CheckedFile checked = checker.check(set.in(i == 0 && first ? std::move(*first) : reader.read(file)));
        if (library.complete() || checked.report.problems.empty()) return checked;
        return checker_with(all.emplace(load_all_builtin())).check(parse(std::move(checked.report.source), file.named));
    };
    for (const SkippedFile& file : files.passed_over()) reports.skip({utf8::escape_malformed(file.file), file.why});
    parallel_ordered(
        files.size(), reports.threads(),
        [&](std::size_t i, std::size_t thread) {
            WithDrafts done{check(i), {}};
            if (baseline) baseline->mark(done.checked.report, run);
            if (done.checked.kind == CheckedFile::Kind::practice)
                done.drafts = reports.draft(done.checked.report, thread);
            return done;
        },
        [&](const WithDrafts& done) {
            const auto& [kind, report] = done.checked;
            reports.advance();
            if (kind == CheckedFile::Kind::unknown_key) reports.skip({report.source.name, no_known_key});
            if (kind != CheckedFile::Kind::practice) return true;
            if (baseline) baseline->take(report);
            return reports.practice(report, done.drafts);
        });
    if (baseline) {
        for (const FoundFile& file : baseline->files_told_by_name())
            if (const CheckedFile checked = checker.check(reader.read(file));
                checked.kind == CheckedFile::Kind::practice)
                baseline->take(checked.report);
        for (const std::string& file : baseline->lacking()) reports.lack(file);
    }
    const ExitStatus status = reports.end();
    if (baseline)
        for (const std::string& clause : in_words(baseline->lacked()))
            environment.err << fmt::format("hipaa-check: {}\n", printable(clause));
    return status;
}

/// Throws WrongUsage if reports could not tell standard input from a file of the run.
void refuse_taken_name(const std::string& stdin_name, const FileList& files) {
    bool is_taken = false;
    bool reads_stdin = false;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string path = files[i].path;
        is_taken = is_taken || path == stdin_name;
        reads_stdin = reads_stdin || path == "-";
    }
    if (is_taken && reads_stdin)
        throw WrongUsage(fmt::format("--stdin-name is {}, which is a file of this run, too; give it a name of its own",
                                     printable(stdin_name)));
}

/// The files to check. Throws std::runtime_error with a sentence if the list of --files-from cannot be read, WrongUsage if
/// it lists what cannot be.
FileList find_practices(const CheckOptions& options, Environment& environment) {
    std::vector<std::string> paths = options.practices;
    if (options.files_from)
        for (std::string& path : read_path_list(*options.files_from, environment.in)) {
            if (path == "-" && options.files_from == "-")
                throw WrongUsage("the list on standard input names `-`, which would be standard input itself");
            paths.push_back(std::move(path));
        }
    FileList files = find_files(paths, is_practice_name, options.strict ? Skipped::refused : Skipped::listed);
    if (!options.outputs.empty()) refuse_overwriting(options.outputs, files);
    refuse_taken_name(options.stdin_name, files);
    return files;
}

/// One file alone is read first, and only the checklists that it calls for are loaded.
bool loads_only_required(const CheckOptions& options, const FileList& files) {
    const auto is_builtin = [](const std::string& id) {
        return std::ranges::find(builtin_images(), id, &BuiltinImage::id) != builtin_images().end();
    };
    return files.size() == 1 && options.rules.empty() && !options.baseline && options.set.empty() &&
           std::ranges::all_of(options.checklists, is_builtin);
}

}  // namespace

ExitStatus check(const std::vector<std::string>& arguments, Environment& environment) {
    CheckOptions options;
    if (const auto ended = parse_check_options(arguments, environment, options)) return *ended;
    FileList files;
    try {
        files = find_practices(options, environment);
    } catch (const WrongUsage& wrong) {
        return refuse_usage(wrong.what(), program_name, environment);
    } catch (const std::runtime_error& error) {
        environment.err << fmt::format("hipaa-check: {}\n", error.what());
        return ExitStatus::invalid;
    }
    const std::size_t all = files.size();
    const FileList every = options.baseline ? files : FileList();
    if (options.shard) files.keep(*options.shard);
    const InputReader reader(environment.in, options.stdin_name);
    std::optional<InputFile> first;
    if (loads_only_required(options, files)) first = reader.read(files[0]);
    const auto library = first ? std::optional(load_required(*first)) : load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    if (const std::string refusal = resolve_checklists(options.checklists, *library, environment.err); !refusal.empty())
        return refuse_usage(refusal, program_name, environment);
    std::optional<Baseline> baseline;
    if (options.baseline) {
        baseline.emplace(*options.baseline, *library, options.rules, options.settings(environment.today), every,
                         options.stdin_name, options.shard);
        if (tell_mistakes(baseline->earlier(), "nothing was checked, because there is no baseline to hold it against",
                          environment))
            return ExitStatus::invalid;
        if (baseline->is_hypothetical()) {
            environment.err << fmt::format(
                "hipaa-check: {} is hypothetical (--set), so nothing in it was known; give a report of what was\n",
                printable(*options.baseline));
            return ExitStatus::invalid;
        }
    }
    std::optional<SetAnswers> set;
    try {
        set.emplace(options.set, *library);
    } catch (const WrongUsage& wrong) {
        return refuse_usage(wrong.what(), program_name, environment);
    }
    const ExitStatus result = run_checks(options, *library, *set, files, all, reader, std::move(first),
                                         baseline ? &*baseline : nullptr, environment);
    if (files.size() == 0 && all > 0 && result != ExitStatus::invalid)
        environment.err << fmt::format("hipaa-check: part {} of {} has none of the {} files\n", options.shard->number,
                                       options.shard->of, all);
    return result;
}

}  // namespace hipaa
