// `hipaa-check test`: the tests of checklists.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "authoring/suite/coverage.hpp"
#include "authoring/suite/fill.hpp"
#include "authoring/suite/mutation_test.hpp"
#include "authoring/suite/suite.hpp"
#include "authoring/suite/test_run.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/io/files.hpp"
#include "cli/io/find_files.hpp"
#include "cli/write_out.hpp"
#include "text/ci_log.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view test_footer = R"(
PATH is a test file (NAME.test.yaml), a checklist (NAME.yaml: its tests are in NAME.test.yaml beside it) or a directory
(all test files below it). Without PATH: the directory rules, or this directory if there is none.

Exit status:
  0  every case came out as expected
  1  a case did not; or with --coverage or --mutants, something is not covered or not noticed
  2  the command line is wrong
  3  a test file, a checklist or a practice could not be read or is invalid
  5  there are no tests

Examples:
  hipaa-check test
  hipaa-check test --coverage --mutants rules/spruce.test.yaml
)";

struct TestOptions {
    std::vector<std::string> paths;
    std::vector<std::string> rules;
    bool coverage = false;
    bool mutants = false;
    bool fill = false;
    bool changes = false;
    bool verbose = false;
};

FileList test_files(std::vector<std::string> paths) {
    std::error_code error;
    if (paths.empty()) paths.push_back(fs::is_directory("rules", error) ? "rules" : ".");
    for (std::string& path : paths)
        if (!fs::is_directory(path, error) && !is_test_name(path)) path = test_name_of(path);
    return find_files(paths, is_test_name);
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

class TestRun {
public:
    TestRun(const TestOptions& options, Environment& environment)
        : options_(options), environment_(environment), out_(environment.out), err_(environment.err) {}

    ExitStatus run() {
        std::vector<FileProblems> broken;
        rules_ = builtin_sources();
        for (yaml::Source& source : checklist_sources(options_.rules, broken)) rules_.push_back(std::move(source));
        if (!broken.empty()) return refuse(broken);
        const FileList files = test_files(options_.paths);
        for (const SkippedFile& file : files.passed_over())
            err_ << without_log_commands(fmt::format("{}: skipped, because {}\n", printable(file.file), file.why));
        for (std::size_t i = 0; i < files.size(); ++i) run_file(files[i]);
        if (!flush_out(environment_) || invalid_) return ExitStatus::invalid;
        if (failed_) return ExitStatus::failed;
        if (cases_ > 0) return ExitStatus::ok;
        err_ << "hipaa-check: there are no tests; write them beside the checklist, in NAME.test.yaml for NAME.yaml\n";
        return ExitStatus::not_checked;
    }

private:
    ExitStatus refuse(const std::vector<FileProblems>& broken) {
        for (const FileProblems& file : broken) err_ << yaml::describe(file.problems, file.source);
        invalid_ = true;
        return ExitStatus::invalid;
    }

    void run_file(const FoundFile& file) {
        const std::string& path = file.path;
        Suite suite;
        std::vector<FileProblems> broken;
        if (!file.failure.empty()) {
            FileProblems unreadable{{utf8::escape_malformed(path), ""}, {}};
            add_unreadable(unreadable.problems, file.failure);
            refuse({std::move(unreadable)});
            return;
        }
        if (!load_suite(path, rules_, read_file, !options_.fill, suite, broken)) {
            refuse(broken);
            return;
        }
        cases_ += suite.cases.size();
        std::size_t failed = 0;
        for (const TestCase& test : suite.cases) failed += show_mismatches(suite, test) ? 1 : 0;
        failed_ = failed_ || failed > 0;
        out_ << fmt::format("{}: {}, {}\n", printable(path), counted(suite.cases.size(), "case", "cases"),
                            failed == 0 ? "all as expected" : fmt::format("{} not as expected", failed));
        if (suite.cases.empty()) return;
        if (options_.fill) show_expectations(suite);
        if (options_.coverage) show_coverage(suite);
        if (options_.mutants && failed == 0) show_mutants(suite);
        else if (options_.mutants) out_ << "  mutants were not tried, because cases fail without any\n";
    }

    void show(const yaml::Source& source, Place place, std::string message) {
        const yaml::Problem problem{place, "", std::move(message)};
        out_ << yaml::headline(problem, source.name) << '\n' << yaml::excerpt(problem, source);
    }

    bool show_mismatches(const Suite& suite, const TestCase& test) {
        const std::vector<Mismatch> found = mismatches(test, suite.library);
        for (const Mismatch& mismatch : found) {
            show(suite.tests, mismatch.expectation->place, sentence(mismatch));
            for (const std::string& reason : mismatch.reasons) out_ << "    " << printable(reason) << '\n';
        }
        return !found.empty();
    }

    void show_expectations(const Suite& suite) {
        const TestCase& first = suite.cases.front();
        for (const TestCase& test : suite.cases) {
            if (says_all(test, suite.subject())) continue;
            const bool all = !options_.changes || &test == &first;
            const std::string what = expectations_of(test, suite.library, all ? nullptr : &first);
            out_ << fmt::format("{}:{}: the case {} {}\n{}", printable(suite.tests.name), test.place.line,
                                yaml::quote(test.name),
                                all            ? "does not say what comes out of every check; to paste:"
                                : what.empty() ? "comes out as the first one"
                                               : "comes out other than the first one; to paste:",
                                what);
        }
    }

    void show_coverage(const Suite& suite) {
        const std::vector<CoverageGap> gaps = coverage_gaps(suite);
        for (const CoverageGap& gap : gaps) {
            std::string missing;
            for (const Outcome outcome : gap.missing)
                missing += fmt::format("{}{}", missing.empty() ? "" : ", ", name_of(outcome));
            std::ranges::replace(missing, '_', ' ');
            show(suite.checklist, gap.site.check->place,
                 fmt::format(
                     "no case shows `{}` {}{}", gap.site.check->full_id, missing,
                     gap.searched ? "" : " (its questions have too many answers to say which of these it can be)"));
        }
        const std::vector<const Deadline*> deadlines = deadlines_not_shown(suite);
        for (const Deadline* deadline : deadlines)
            show(suite.checklist, deadline->place,
                 fmt::format("no case expects `{0}` to fall due; in one where it does, write due: {{{1}: 2026-12-01}}",
                             deadline->full_id, deadline->id));
        std::string summary = gaps.empty() ? "every check is shown in every way it can come out"
                                           : counted(gaps.size(), "check has gaps", "checks have gaps");
        if (!deadlines.empty())
            summary += fmt::format(", {} by no case",
                                   counted(deadlines.size(), "deadline is expected", "deadlines are expected"));
        out_ << fmt::format("  coverage: {}\n", summary);
        failed_ = failed_ || !gaps.empty() || !deadlines.empty();
    }

    void show_mutants(Suite& suite) {
        const MutationReport report = test_mutants(suite);
        const auto source_of = [&](const UnnoticedMutant& mutant) -> const yaml::Source& {
            return mutant.inherited ? suite.extended : suite.checklist;
        };
        for (const UnnoticedMutant& mutant : report.equivalent)
            if (options_.verbose)
                show(source_of(mutant), mutant.place, fmt::format("without any effect: {}", mutant.what));
        for (const Survivor& survivor : report.survivors) {
            show(source_of(survivor), survivor.place, fmt::format("no case notices: {}", survivor.what));
            out_ << "    " << printable(survivor.example) << '\n';
            if (!survivor.to_paste.empty()) out_ << "    a case that does:\n" << indented(survivor.to_paste);
        }
        out_ << fmt::format("  mutants: {} in all, {} noticed, {} without any effect, {} not noticed\n", report.mutants,
                            report.noticed, report.equivalent.size(), report.survivors.size());
        failed_ = failed_ || !report.survivors.empty();
    }

    static std::string indented(std::string_view lines) {
        std::string text;
        while (!lines.empty()) {
            const auto end = lines.find('\n') + 1;
            text += fmt::format("      {}\n", printable(lines.substr(0, end - 1)));
            lines.remove_prefix(end);
        }
        return text;
    }

    const TestOptions& options_;
    Environment& environment_;
    std::ostream& out_;
    std::ostream& err_;
    std::vector<yaml::Source> rules_;
    std::size_t cases_ = 0;
    bool failed_ = false;
    bool invalid_ = false;
};

}  // namespace

ExitStatus test(CommandLine& line, Environment& environment) {
    TestOptions options;
    line.words("PATH", options.paths, "Test files, checklists or directories");
    line.option("--rules", "PATH", options.rules,
                "Load checklists from a file or directory too, for questions they share");
    line.flag("--coverage", options.coverage, "List how checks can come out that no case shows");
    line.flag("--mutants", options.mutants, "Change the checklist in every small way; list what no case notices");
    line.flag("--fill", options.fill, "Print what comes out of cases that do not say it, to paste under them");
    line.flag("--changes", options.changes, "With --fill, only what comes out other than of the first case");
    line.flag("-v,--verbose", options.verbose, "With --mutants, name those without any effect too");
    line.footer(test_footer);
    if (const auto ended = line.parse()) return *ended;
    return TestRun(options, environment).run();
}

}  // namespace hipaa
