// `hipaa-check diff OLD NEW`: what changed between two reports or practice files, and why.
#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/commands/change_outputs.hpp"
#include "cli/history/sides.hpp"
#include "cli/io/parallel_ordered.hpp"
#include "cli/report_options.hpp"
#include "compare/report/change_page.hpp"
#include "compare/report/timeline.hpp"
#include "compare/selected.hpp"
#include "text/path.hpp"
#include "text/printable.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view diff_footer = R"(
OLD and NEW are each a report that -f json or -f jsonl wrote, a directory with the jsonl reports of all shards of a run,
a practice file, or a directory of practice files, which are checked now. Practices are matched by their paths below the
directory that they have in common, then by their names. More than two, the oldest first, make a timeline.

Each difference is told with its cause, which is proven: the engine runs again with the old and the new answers,
decisions, checklists and day, switched one by one. What only a changed checklist opened is told apart, and does not
count for the exit status. To prove it where a checklist of your own was changed, give --rules with both of its versions,
the newer one last. Without the older one the report says that the cause is not proven, and what a changed answer may
have opened counts.

Exit status: as that of a check in which only what opened or became worse counts (see hipaa-check --help): 0 nothing, 1
something needs action, 4 a question is open, 3 a file has mistakes or cannot be read, 5 a practice or a product
is gone or is not checked anymore, 2 the command line is wrong.

Examples:
  hipaa-check diff january.json practice.yaml
  hipaa-check diff last-year.jsonl this-year.jsonl -f markdown
  hipaa-check diff practice.yaml practice.yaml --old-as-of 2026-01-31
  hipaa-check diff january.json april.json july.json -o year.html
)";

struct DiffOptions : AssessmentOptions {
    std::vector<std::string> paths;
    std::optional<Date> old_as_of;
    FailOn fail_on = FailOn::unknown;
    ChangeOutputOptions output;
    ReportOptions threads;  // only for --jobs

    struct Raw : RawAssessmentOptions {
        std::optional<std::string> old_as_of;
        std::string fail_on = "unknown";
    } raw;
};

void declare(CommandLine& line, DiffOptions& options) {
    line.words("REPORT", options.paths, "Two reports or practice files, the older one first; or more of them");
    declare_change_outputs(line, options.output);
    declare_assessment_options(line, options, options.raw);
    line.option("--old-as-of", "DATE", options.raw.old_as_of,
                "The day that counts as today for practice files that are not the last one (default: that of --as-of)");
    line.option("--fail-on", "LEVEL", options.raw.fail_on, "Lowest result that fails");
    line.one_of("--fail-on", names_of<FailOn>);
    declare_jobs(line, options.threads);
    declare_shared_config(line, options.config, {"rules", "checklist", "max-age", "fail-on"});
    line.footer(diff_footer);
}

void interpret(DiffOptions& options) {
    interpret_assessment_options(options.raw, options);
    for (std::string& path : options.paths) path = normalize_path(path);
    if (options.paths.size() < 2)
        throw WrongUsage("two reports or practice files are compared; write `hipaa-check diff OLD NEW`");
    if (std::ranges::find(options.paths, "-") != options.paths.end())
        throw WrongUsage("what is compared is read twice, so it cannot be standard input; save it in a file first");
    if (options.raw.old_as_of) options.old_as_of = parse_day("--old-as-of", *options.raw.old_as_of);
    options.fail_on = pick<FailOn>("--fail-on", options.raw.fail_on);
    std::vector<std::string> inputs = options.paths;
    inputs.insert(inputs.end(), options.rules.begin(), options.rules.end());
    interpret_change_outputs(options.output, inputs);
    interpret_jobs(options.threads);
}

using OpenSides = std::vector<std::unique_ptr<OpenSide>>;

struct Compared {
    PracticeChanges practice;
    OpenByBasis open_before;
    OpenByBasis open_after;
    std::string failure;
};

/// False, with a sentence on standard error, if something could not be read any more.
template <typename Take>
bool compare_all(const OpenSide& old, const OpenSide& now, const CurrentIds& ids,
                 const std::vector<std::string>& checklists, std::size_t threads, ChangeTotals& totals,
                 Environment& environment, Take&& take) {
    const std::vector<Pair> pairs = match(old.snapshot().index(), now.snapshot().index());
    std::string failure;
    parallel_ordered(
        pairs.size(), threads,
        [&](std::size_t i, std::size_t) {
            Compared compared;
            const auto practice = [&](const Snapshot& snapshot,
                                      std::uint32_t index) -> std::optional<RecordedPractice> {
                if (index == Pair::none) return std::nullopt;
                std::string why;
                RecordedPractice found = snapshot.practice(index, why);
                if (!why.empty()) compared.failure = why;
                ids.name_as_extended(found);
                keep_selected(checklists, ids, found);
                return found;
            };
            const auto before = practice(old.snapshot(), pairs[i].old);
            const auto after = practice(now.snapshot(), pairs[i].now);
            if (before) compared.open_before.add(*before);
            if (after) compared.open_after.add(*after);
            if (compared.failure.empty())
                compared.practice = compare_practices(old.side(), before ? &*before : nullptr, now.side(),
                                                      after ? &*after : nullptr, ids);
            return compared;
        },
        [&](const Compared& compared) {
            failure = compared.failure;
            if (!failure.empty()) return false;
            totals.add(compared.practice);
            take(compared);
            return true;
        });
    if (!failure.empty()) environment.err << fmt::format("hipaa-check: {}\n", printable(failure));
    return failure.empty();
}

/// Once for all steps.
void tell_lacked_checklists(const LackedChecklists& lacked, Environment& environment) {
    for (const std::string& clause : in_words(lacked))
        environment.err << fmt::format("hipaa-check: {}\n", printable(clause));
}

ExitStatus status_of(const ChangeTotals& totals, FailOn fail_on) {
    if (totals.broken > 0) return ExitStatus::invalid;
    if (const auto status = exit_status(totals.weight, fail_on)) return *status;
    const bool is_whole = totals.judged > 0 && totals.gone + totals.unchecked + totals.lacking == 0;
    return is_whole ? ExitStatus::ok : ExitStatus::not_checked;
}

Comparison describe(const std::string& old_path, const OpenSide& old, const std::string& now_path,
                    const OpenSide& now) {
    Comparison comparison{old.side().run.as_of, now.side().run.as_of, printable(old_path), printable(now_path), {}};
    for (const OpenSide* side : {&old, &now})
        comparison.set.insert(comparison.set.end(), side->side().run.set.begin(), side->side().run.set.end());
    return comparison;
}

ExitStatus tell_changes(const OpenSides& sides, const CurrentIds& ids, const DiffOptions& options,
                        Environment& environment) {
    ChangeOutputs<ChangeWriter> outputs(options.output, &ChangeFormat::make, environment);
    if (!outputs.are_open()) return ExitStatus::invalid;
    const Comparison comparison = describe(options.paths[0], *sides[0], options.paths[1], *sides[1]);
    outputs.each([&](ChangeWriter& writer) { writer.begin(comparison); });
    ChangeTotals totals;
    const std::size_t threads = options.threads.threads(sides[1]->snapshot().index().size());
    const auto take = [&](const Compared& compared) {
        outputs.each([&](ChangeWriter& writer) { writer.practice(compared.practice); });
    };
    if (!compare_all(*sides[0], *sides[1], ids, options.checklists, threads, totals, environment, take))
        return ExitStatus::invalid;
    tell_lacked_checklists(totals.lacked, environment);
    outputs.each([&](ChangeWriter& writer) { writer.end(totals); });
    return outputs.finish() ? status_of(totals, options.fail_on) : ExitStatus::invalid;
}

/// A step back in time is told, because what it opened had closed.
void tell_order(const std::vector<TimelineReport>& reports, Environment& environment) {
    for (std::size_t i = 1; i < reports.size(); ++i)
        if (reports[i].as_of < reports[i - 1].as_of)
            environment.err << fmt::format(
                "hipaa-check: {} is as of {}, which is before {} as of {}; give the oldest report first\n",
                reports[i].name, iso(reports[i].as_of), reports[i - 1].name, iso(reports[i - 1].as_of));
}

/// The exit status is that of the last step.
ExitStatus tell_timeline(const OpenSides& sides, const CurrentIds& ids, const DiffOptions& options,
                         Environment& environment) {
    ChangeOutputs<TimelineWriter> outputs(options.output, &ChangeFormat::make_timeline, environment);
    if (!outputs.are_open()) return ExitStatus::invalid;
    std::vector<TimelineReport> reports(sides.size());
    for (std::size_t i = 0; i < sides.size(); ++i) {
        reports[i].as_of = sides[i]->side().run.as_of;
        reports[i].name = printable(options.paths[i]);
        reports[i].set = sides[i]->side().run.set;
        reports[i].practices = sides[i]->snapshot().index().size();
    }
    tell_order(reports, environment);
    for (std::size_t i = 1; i < sides.size(); ++i) {
        const auto take = [&](const Compared& compared) {
            if (i == 1) reports[0].open += compared.open_before;
            reports[i].open += compared.open_after;
            outputs.each(
                [&](TimelineWriter& writer) { writer.practice(i - 1, compared.practice, reports[i].practices > 1); });
        };
        const std::size_t threads = options.threads.threads(reports[i].practices);
        if (!compare_all(*sides[i - 1], *sides[i], ids, options.checklists, threads, reports[i].since, environment,
                         take))
            return ExitStatus::invalid;
    }
    LackedChecklists lacked;
    for (const TimelineReport& report : reports) lacked += report.since.lacked;
    tell_lacked_checklists(lacked, environment);
    outputs.each([&](TimelineWriter& writer) { writer.end(reports); });
    return outputs.finish() ? status_of(reports.back().since, options.fail_on) : ExitStatus::invalid;
}

}  // namespace

ExitStatus diff(CommandLine& line, Environment& environment) {
    DiffOptions options;
    declare(line, options);
    if (const auto ended = line.parse([&] { interpret(options); })) return *ended;
    const auto library = load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    if (const std::string refusal = resolve_checklists(options.checklists, *library, environment.err); !refusal.empty())
        return line.refuse(refusal);
    const CurrentIds ids(*library);
    const ChecklistVersions versions(*library, options.rules);
    OpenSides sides;
    bool is_broken = false;
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        const bool is_last = i + 1 == options.paths.size();
        SnapshotSettings settings;
        settings.assessment = options.settings(environment.today);
        settings.refuse_future = !options.as_of;
        settings.threads = options.threads.threads(SIZE_MAX);
        if (!is_last && options.old_as_of) settings.assessment.today = *options.old_as_of;
        if (!is_last && options.old_as_of) settings.refuse_future = false;
        sides.push_back(std::make_unique<OpenSide>(open_snapshot(options.paths[i], *library, settings, environment),
                                                   *library, versions, ids));
        is_broken =
            tell_mistakes(sides.back()->snapshot(), "nothing was compared, because of these mistakes", environment) ||
            is_broken;
    }
    if (is_broken) return ExitStatus::invalid;
    const ExitStatus told = sides.size() > 2 ? tell_timeline(sides, ids, options, environment)
                                             : tell_changes(sides, ids, options, environment);
    const bool has_broken_files =
        std::ranges::any_of(sides, [](const auto& side) { return side->snapshot().has_broken_files(); });
    return has_broken_files ? ExitStatus::invalid : told;
}

}  // namespace hipaa
