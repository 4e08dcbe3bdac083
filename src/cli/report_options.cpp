// The options of all commands that write reports.
#include "cli/report_options.hpp"

#include <algorithm>
#include <array>
#include <thread>

#include <fmt/format.h>

#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::array<std::string_view, 3> color_words{"auto", "always", "never"};

std::size_t parse_jobs(const std::string& text) {
    const long jobs = parse_whole("--jobs", text, 3, "a number of threads from 1 to 999");
    if (jobs == 0) throw WrongUsage("--jobs takes a number of threads from 1 to 999, not `0`");
    return static_cast<std::size_t>(jobs);
}

}  // namespace

std::size_t ReportOptions::threads(std::size_t files) const {
    if (jobs) return *jobs;
    return files < 2 ? 1 : std::max(1u, std::thread::hardware_concurrency());
}

void declare_report_options(CommandLine& line, ReportOptions& options) {
    line.option("-f,--format", "F", options.words.format, "Report on standard output");
    line.one_of("--format", format_names());
    line.option("-o,--output", "FILE", options.words.outputs,
                fmt::format("Also write a report to FILE (repeatable); its ending names the format ({}), or write "
                            "FORMAT=FILE",
                            known_endings()));
    line.flag("--sarif-all", options.sarif_all, "In sarif also what is in place, accepted or does not apply");
    line.origin("--sarif-all", options.sarif_all_by_file);
    line.option("--color", "WHEN", options.words.color, "Color on standard output");
    line.one_of("--color", color_words);
    line.flag("-q,--quiet", options.quiet, "No report on standard output; mistakes and the exit status only");
    line.flag("-v,--verbose", options.verbose, "Every check with its reason, sources and ready-made wording");
    line.flag("--brief", options.brief, "One screen: the result, what to do in order, and what falls due next");
    line.exclude("--verbose", "--quiet");
    line.exclude("--brief", "--verbose");
}

void declare_jobs(CommandLine& line, ReportOptions& options) {
    line.option("--jobs", "N", options.words.jobs,
                "Threads (default: one per core); the reports are the same for every number");
}

void interpret_report_options(ReportOptions& options, const std::vector<std::string>& inputs) {
    options.format = &formats()[pick("--format", options.words.format, format_names())];
    for (const std::string& output : options.words.outputs) options.outputs.push_back(parse_output(output));
    refuse_clashes(options.outputs, inputs);
    const bool has_sarif =
        options.format->name == "sarif" || std::ranges::any_of(options.outputs, [](const OutputRequest& output) {
            return output.format->name == "sarif";
        });
    if (options.sarif_all && !has_sarif && !options.sarif_all_by_file)
        throw WrongUsage("--sarif-all is for sarif reports, and there is none; add `-f sarif` or `-o report.sarif`");
    options.color = static_cast<ColorWhen>(pick("--color", options.words.color, color_words));
    interpret_jobs(options);
}

void interpret_jobs(ReportOptions& options) {
    if (options.words.jobs) options.jobs = parse_jobs(*options.words.jobs);
}

long parse_whole(std::string_view option, const std::string& text, std::size_t digits, std::string_view what) {
    const bool whole = !text.empty() && text.size() <= digits && text.find_first_not_of("0123456789") == text.npos;
    if (!whole) throw WrongUsage(fmt::format("{} takes {}, not {}", option, what, yaml::quote(text)));
    return std::stol(text);
}

}  // namespace hipaa
