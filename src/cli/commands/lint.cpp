// `hipaa-check lint`: what is wrong, or looks wrong, in checklists.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "authoring/lint/lint.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/write_out.hpp"
#include "text/printable.hpp"

namespace hipaa {
namespace {

constexpr std::string_view lint_footer = R"(
CHECKLIST is a checklist or a directory (all checklists below it). Mistakes keep a checklist from being used at all. What
is only suspicious may be meant; each finding ends with its kind in brackets:
  unread_question   no condition reads the question
  never_applies     no answers make the `when` true
  never_met, never_fails, never_true   no answers let the check be met, or fail, or the contradiction be true
  no_citation       the note has neither `cites` nor `read_more`
  law_without_cfr   the check rests on law or guidance, and its note cites no section of the CFR
  citation          the citation is not a section of 45 CFR 160, 162 or 164, or is badly written, or is repeated
  replaced          another file that is linted has the id of this checklist
  number_order, number_twice, count_differs   the numbers of the notes, or those under `vital_stats`
  fix_names_no_key  the fix names neither the answer to change nor "decisions"
  no_effect         the contradiction affects no note
  empty_range       no number of items is in the range of the `count`
  boolean_word      YAML 1.1 reads the choice as true or false
  no_url            the address of a page is none
  no_fix            a deal-breaking caveat has no `fix`
  no_name           the checklist has no `name`
  name_taken        `also_known_as` names the product of another checklist
  unused_definition   no condition uses the definition
  question_clash      another checklist asks for other answers in the same place
  unknown_prerequisite   `after` names a checklist that is not known here
  future_review     `reviewed_on` lies in the future
  not_searched      there are too many answers to find out; does not change the exit status

Exit status:
  0  nothing was found
  1  something is suspicious
  2  the command line is wrong
  3  a checklist could not be read or is invalid

Examples:
  hipaa-check lint rules/spruce.yaml
)";

struct LintOptions {
    std::vector<std::string> checklists;
    std::vector<std::string> rules;
};

class LintRun {
public:
    LintRun(const LintOptions& options, Environment& environment) : options_(options), environment_(environment) {}

    ExitStatus run() {
        std::vector<FileProblems> broken;
        std::vector<yaml::Source> sources = builtin_sources();
        for (yaml::Source& source : checklist_sources(options_.rules, broken)) sources.push_back(std::move(source));
        const std::vector<yaml::Source> linted = checklist_sources(options_.checklists, broken);
        sources.insert(sources.end(), linted.begin(), linted.end());
        const auto library = read_library(sources, broken);
        for (const FileProblems& file : broken) show_mistakes(file);
        if (broken.empty())
            for (const yaml::Source& source : linted) lint_source(*library, sources, source);
        if (!flush_out(environment_) || !broken.empty()) return ExitStatus::invalid;
        return suspicious_ ? ExitStatus::failed : ExitStatus::ok;
    }

private:
    void show(const yaml::Problem& problem, const yaml::Source& source) {
        environment_.out << fmt::format("{} [{}]\n{}", yaml::headline(problem, source.name), problem.kind,
                                        yaml::excerpt(problem, source));
    }

    void show_mistakes(const FileProblems& file) {
        for (const yaml::Problem& problem : file.problems.shown()) show(problem, file.source);
        if (file.problems.hidden() > 0)
            environment_.out << fmt::format("{}: and {} more\n", printable(file.source.name), file.problems.hidden());
    }

    void lint_source(const Library& library, std::vector<yaml::Source> sources, const yaml::Source& source) {
        const auto& all = library.checklists;
        const auto found = std::ranges::find(all, source.name, &Checklist::file);
        const auto extension = std::ranges::find(all, source.name, &Checklist::extended_file);
        if (found == all.end() && extension != all.end()) {
            std::erase_if(sources, [&](const yaml::Source& other) { return other.name == extension->file; });
            std::vector<FileProblems> broken;
            if (const auto without = read_library(std::move(sources), broken)) lint_source(*without, {}, source);
            else
                for (const FileProblems& file : broken) show_mistakes(file);
            suspicious_ = suspicious_ || !broken.empty();
            return;
        }
        if (found == all.end()) {
            // A later file has the same id, and would silently take this one's place.
            suspicious_ = true;
            environment_.out << fmt::format(
                "{}:1:1: another file that is linted has the id of this checklist "
                "[replaced]\n",
                printable(source.name));
            return;
        }
        const std::vector<Suspicion> findings =
            lint_checklist(library, static_cast<std::size_t>(found - all.begin()), environment_.today);
        std::set<Place> places;
        for (const Suspicion& finding : findings) places.insert(finding.place);
        yaml::Source with_excerpts = source;
        yaml::keep_excerpts(with_excerpts, places);
        for (const Suspicion& finding : findings) {
            show({finding.place, finding.kind, finding.message}, with_excerpts);
            for (const std::string& line : finding.proof) environment_.out << "    " << printable(line) << '\n';
            suspicious_ = suspicious_ || !finding.remark;
        }
    }

    const LintOptions& options_;
    Environment& environment_;
    bool suspicious_ = false;
};

}  // namespace

ExitStatus lint(CommandLine& line, Environment& environment) {
    LintOptions options;
    line.words("CHECKLIST", options.checklists, "Checklists or directories");
    line.option("--rules", "PATH", options.rules,
                "Load checklists from a file or directory too, for questions they share");
    line.footer(lint_footer);
    const auto interpret = [&] {
        if (options.checklists.empty())
            throw WrongUsage("no checklist was named; write `hipaa-check lint rules/spruce.yaml`");
    };
    if (const auto ended = line.parse(interpret)) return *ended;
    return LintRun(options, environment).run();
}

}  // namespace hipaa
