// The reports of one run.
#include "cli/report_run.hpp"

#include <fmt/format.h>

#include "text/printable.hpp"

namespace hipaa {
namespace {

Appearance terminal_appearance(const ReportOptions& options, const Surroundings& surroundings) {
    const bool color = options.color == ColorWhen::always || (options.color == ColorWhen::automatic &&
                                                              surroundings.out_is_terminal && !surroundings.no_color);
    return {surroundings.width, color, options.verbose, options.sarif_all};
}

/// In a file a report looks the same whatever the terminal is like.
Appearance file_appearance(const ReportOptions& options) {
    Appearance appearance;
    appearance.verbose = options.verbose;
    appearance.every_result = options.sarif_all;
    return appearance;
}

}  // namespace

ReportRun::ReportRun(const ReportOptions& options, std::size_t count, Surroundings& surroundings)
    : options_(options),
      surroundings_(surroundings),
      outputs_(options.outputs, file_appearance(options)),
      drafters_(options.threads(count)),
      progress_(shows_progress() ? &surroundings.err : nullptr, count, surroundings.now) {
    if (!options.quiet)
        outputs_.add(options.format->make(surroundings.out, terminal_appearance(options, surroundings)));
}

/// Not where it would stand in the midst of a report, and not if nobody wants to hear anything.
bool ReportRun::shows_progress() const {
    return surroundings_.err_is_terminal && !surroundings_.out_is_terminal && !options_.quiet;
}

bool ReportRun::begin(const Run& run) {
    if (!all_written()) return false;
    fail_on_ = run.fail_on;
    outputs_.begin(run);
    return true;
}

Outputs::Drafts ReportRun::draft(const PracticeReport& report, std::size_t thread) {
    if (drafters_[thread].empty()) drafters_[thread] = outputs_.drafters();  // few files need few threads
    return hipaa::draft(drafters_[thread], report);
}

bool ReportRun::practice(const PracticeReport& report, const Outputs::Drafts& drafts) {
    totals_.add(report);
    outputs_.practice(report, drafts);
    tell_mistakes(report);
    return surroundings_.out || !options_.outputs.empty();
}

void ReportRun::skip(const std::string& path) {
    totals_.skipped.push_back(path);
    if (options_.quiet || options_.format->shows_totals) return;
    progress_.hide();
    surroundings_.err << fmt::format("{}: skipped, because it has none of the keys of a practice file\n",
                                     printable(path));
}

ExitStatus ReportRun::end() {
    progress_.hide();
    outputs_.end(totals_);
    surroundings_.out.flush();
    outputs_.finish();
    return all_written() ? exit_status(totals_, fail_on_) : ExitStatus::invalid;
}

/// Says what could not be written. True if nothing went wrong so far.
bool ReportRun::all_written() {
    const std::vector<std::string> failures = outputs_.failures();
    for (const std::string& failure : failures) surroundings_.err << fmt::format("hipaa-check: {}\n", failure);
    if (surroundings_.out) return failures.empty();
    surroundings_.err << "hipaa-check: the report could not be written to standard output\n";
    return false;
}

/// Mistakes go to the error output too, unless the reader of a terminal has just seen them in the report.
void ReportRun::tell_mistakes(const PracticeReport& report) {
    const bool in_report = !options_.quiet && options_.format->shows_mistakes;
    if (report.problems.empty() || (in_report && surroundings_.out_is_terminal)) return;
    progress_.hide();
    if (!in_report) {
        surroundings_.err << yaml::describe(report.problems, report.source);
        return;
    }
    for (const yaml::Problem& problem : report.problems.shown())
        surroundings_.err << yaml::headline(problem, report.source.name) << '\n';
}

}  // namespace hipaa
