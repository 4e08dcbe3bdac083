// The main job: load the checklists, then read, assess and report each practice in turn.
#include "cli/check.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/check_options.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/files.hpp"
#include "engine/assess.hpp"
#include "practice/practice_reader.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// True if the first line that is not blank, a comment or `---` begins with the key `checklist`.
bool begins_as_checklist(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const bool passed_over =
            line.find_first_not_of(" \t\r") == line.npos || line.starts_with('#') || line.starts_with("---");
        if (!passed_over) return line.starts_with("checklist:");
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return false;
}

bool has_known_key(const yaml::Document& document, const KeyTree& keys) {
    return std::ranges::any_of(document.root().entries(),
                               [&](const yaml::Entry& entry) { return keys.top.child(entry.key) != nullptr; });
}

class CheckRun {
public:
    CheckRun(const CheckOptions& options, const Library& library, Surroundings& surroundings)
        : options_(options), library_(library), keys_(library), surroundings_(surroundings) {
        settings_.today = options.as_of.value_or(surroundings.today);
        settings_.max_age = options.max_age;
        settings_.selected = options.checklists;
        if (!options.quiet) writer_ = options.format->make(surroundings.out, appearance());
    }

    ExitStatus run() {
        if (writer_) writer_->begin(describe_run());
        for (const FoundFile& file : find_files(options_.practices)) {
            check_file(file);
            if (!surroundings_.out) break;
        }
        if (writer_) writer_->end(totals_);
        surroundings_.out.flush();
        if (!surroundings_.out) {
            surroundings_.err << "hipaa-check: the report could not be written to standard output\n";
            return ExitStatus::invalid;
        }
        return exit_status(totals_, options_.fail_on);
    }

private:
    Appearance appearance() const {
        const bool color =
            options_.color == ColorWhen::always ||
            (options_.color == ColorWhen::automatic && surroundings_.out_is_terminal && !surroundings_.no_color);
        return {surroundings_.width, color, options_.verbose};
    }

    Run describe_run() const {
        Run run;
        run.as_of = settings_.today;
        run.as_of_given = options_.as_of.has_value();
        run.max_age = options_.max_age;
        run.fail_on = options_.fail_on;
        run.rules = options_.rules;
        run.checklists = options_.checklists;
        return run;
    }

    void check_file(const FoundFile& file) {
        PracticeReport report;
        if (!file.failure.empty()) {
            report.source.name = file.path;
            report.problems.add({}, "unreadable", [&] { return fmt::format("cannot be read: {}", file.failure); });
        } else if (file.path == "-") {
            report.source = read_stream(surroundings_.in, options_.stdin_name, report.problems);
        } else {
            report.source = read_file(file.path, report.problems);
        }
        if (report.problems.empty() && !assess_source(file, report)) return;
        totals_.add(report);
        if (writer_) writer_->practice(report);
        tell_mistakes(report);
    }

    /// False if the file is to be passed over.
    bool assess_source(const FoundFile& file, PracticeReport& report) {
        if (!file.named && begins_as_checklist(report.source.text)) return false;
        const auto document = yaml::read(report.source, report.problems);
        if (!document) return true;
        if (!file.named && !has_known_key(*document, keys_)) {
            skip(file.path);
            return false;
        }
        report.practice = read_practice(*document, library_, keys_, report.problems);
        if (!options_.as_of) refuse_future_confirmation(report.practice, settings_.today, report.problems);
        if (report.problems.empty()) report.assessment = assess(library_, report.practice, settings_);
        return true;
    }

    void skip(const std::string& path) {
        totals_.skipped.push_back(path);
        if (writer_ && !options_.format->shows_totals)
            surroundings_.err << fmt::format("{}: skipped, because it has none of the keys of a practice file\n",
                                             printable(path));
    }

    /// Mistakes go to the error output too, unless the reader of a terminal has just seen them in the report.
    void tell_mistakes(const PracticeReport& report) {
        const bool in_report = writer_ && options_.format->shows_mistakes;
        if (in_report && surroundings_.out_is_terminal) return;
        if (!in_report) {
            surroundings_.err << yaml::describe(report.problems, report.source);
            return;
        }
        for (const yaml::Problem& problem : report.problems.shown())
            surroundings_.err << yaml::headline(problem, report.source.name) << '\n';
    }

    const CheckOptions& options_;
    const Library& library_;
    KeyTree keys_;
    Surroundings& surroundings_;
    AssessmentSettings settings_;
    std::unique_ptr<Writer> writer_;
    Totals totals_;
};

/// The sentence that refuses an unknown --checklist, or nothing.
std::string unknown_checklist(const CheckOptions& options, const Library& library) {
    std::vector<std::string_view> known;
    for (const Checklist& checklist : library.checklists) known.push_back(checklist.id);
    for (const std::string& id : options.checklists) {
        if (std::ranges::find(known, id) != known.end()) continue;
        const auto meant = closest(id, known);
        return meant ? fmt::format("there is no checklist {}; did you mean `{}`?", yaml::quote(id), *meant)
                     : fmt::format("there is no checklist {}; there are {}", yaml::quote(id), yaml::one_of(known));
    }
    return {};
}

}  // namespace

int check(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    ExitStatus status = ExitStatus::ok;
    const auto options = parse_check_options(arguments, surroundings, status);
    if (!options) return static_cast<int>(status);
    const auto library = load_checklists(options->rules, surroundings);
    if (!library) return static_cast<int>(ExitStatus::invalid);
    if (const std::string refusal = unknown_checklist(*options, *library); !refusal.empty())
        return static_cast<int>(refuse_usage(refusal, "hipaa-check", surroundings));
    return static_cast<int>(CheckRun(*options, *library, surroundings).run());
}

}  // namespace hipaa
