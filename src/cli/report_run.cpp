// The reports of one run.
#include "cli/report_run.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "text/ci_log.hpp"
#include "text/printable.hpp"

namespace hipaa {
namespace {

Appearance terminal_appearance(const ReportOptions& options, const Environment& environment) {
    const bool color =
        options.color == ColorWhen::always || (options.color == ColorWhen::automatic && environment.shows_color());
    Appearance appearance;
    appearance.width = environment.width;
    appearance.color = color;
    appearance.verbose = options.verbose;
    appearance.brief = options.brief;
    appearance.every_result = options.sarif_all;
    return appearance;
}

/// In a file a report looks the same whatever the terminal is like.
Appearance file_appearance(const ReportOptions& options) {
    Appearance appearance;
    appearance.verbose = options.verbose;
    appearance.brief = options.brief;
    appearance.to_file = true;
    appearance.every_result = options.sarif_all;
    return appearance;
}

}  // namespace

ReportRun::ReportRun(const ReportOptions& options, std::size_t count, Environment& environment)
    : options_(options),
      environment_(environment),
      outputs_(options.outputs, file_appearance(options)),
      drafters_(options.threads(count)),
      progress_(shows_progress() ? &environment.err : nullptr, count, environment.now) {
    if (!options.quiet) outputs_.add(options.format->make(environment.out, terminal_appearance(options, environment)));
}

/// Not where it would stand in the midst of a report, and not if nobody wants to hear anything.
bool ReportRun::shows_progress() const {
    return environment_.err_is_terminal && !environment_.out_is_terminal && !environment_.terminal_is_dumb &&
           !options_.quiet;
}

bool ReportRun::begin(Run run) {
    if (!outputs_.files().all_written(environment_)) return false;
    fail_on_ = run.fail_on;
    std::error_code error;
    run.directory = std::filesystem::current_path(error).string();
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
    return environment_.out || !options_.outputs.empty();
}

void ReportRun::skip(const SkippedFile& file) {
    totals_.skipped.push_back(file);
    progress_.hide();
    environment_.err << without_log_commands(fmt::format("{}: skipped, because {}\n", printable(file.file), file.why));
}

void ReportRun::lack(const std::string& file) {
    totals_.gone.push_back(file);
    ++totals_.lacking;
    progress_.hide();
    environment_.err << without_log_commands(
        fmt::format("{}: it is in the earlier report, and no practice of this run\n", printable(file)));
}

bool ReportRun::finish() {
    progress_.hide();
    if (files_not_told_ > 0)
        environment_.err << fmt::format(
            "hipaa-check: {} more file{} none but the mistakes that others above have, too; if a checklist of your own "
            "knows these names, give it with --rules\n",
            files_not_told_, files_not_told_ == 1 ? " has" : "s have");
    outputs_.end(totals_);
    environment_.out.flush();  // before a report that goes to the same place
    outputs_.files().finish();
    return outputs_.files().all_written(environment_);
}

ExitStatus ReportRun::end() { return finish() ? exit_status(totals_, fail_on_) : ExitStatus::invalid; }

/// When the --rules of many practices are forgotten, each has the same mistakes: true if a file has none but such, and
/// enough others were named.
bool ReportRun::repeats_others(const yaml::Problems& problems) {
    constexpr std::size_t enough_files = 20;
    constexpr std::size_t most_sentences = 1000;  // so that memory is bounded
    const auto is_of_names = [](const yaml::Problem& problem) {
        return problem.kind == "unknown_key" || problem.kind == "unknown_id";
    };
    const auto is_repeated = [&](const yaml::Problem& problem) {
        return is_of_names(problem) && told_.contains(problem.message);
    };
    if (++files_told_ > enough_files && problems.hidden() == 0 && std::ranges::all_of(problems.shown(), is_repeated)) {
        ++files_not_told_;
        return true;
    }
    for (const yaml::Problem& problem : problems.shown())
        if (is_of_names(problem) && told_.size() < most_sentences) told_.insert(problem.message);
    return false;
}

/// Mistakes go to the error output too, unless the reader of a terminal has just seen them in the report.
void ReportRun::tell_mistakes(const PracticeReport& report) {
    const bool in_report = !options_.quiet && options_.format->shows_mistakes;
    if (report.problems.empty() || (in_report && environment_.out_is_terminal)) return;
    if (repeats_others(report.problems)) return;
    progress_.hide();
    if (!in_report) {
        environment_.err << yaml::describe(report.problems, report.source);
        return;
    }
    for (const yaml::Problem& problem : report.problems.shown())
        environment_.err << yaml::headline(problem, report.source.name) << '\n';
}

}  // namespace hipaa
