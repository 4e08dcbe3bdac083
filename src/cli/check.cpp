// The main job: load the checklists, then read, assess and report each practice in turn.
#include "cli/check.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/builtin.hpp"
#include "checklist/former_ids.hpp"
#include "cli/check_options.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/examine.hpp"
#include "cli/find_files.hpp"
#include "cli/in_order.hpp"
#include "cli/outputs.hpp"
#include "cli/progress.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// In a file a report looks the same whatever the terminal is like.
Appearance file_appearance(const CheckOptions& options) {
    Appearance appearance;
    appearance.verbose = options.verbose;
    appearance.every_result = options.sarif_all;
    return appearance;
}

class CheckRun {
public:
    CheckRun(const CheckOptions& options, const Library& library, const FileList& files, Surroundings& surroundings)
        : options_(options),
          library_(library),
          files_(files),
          surroundings_(surroundings),
          today_(options.as_of.value_or(surroundings.today)),
          outputs_(options.outputs, file_appearance(options)),
          progress_(shows_progress() ? &surroundings.err : nullptr, files.size(), surroundings.now) {
        if (!options.quiet) outputs_.add(options.format->make(surroundings.out, appearance()));
    }

    ExitStatus run() {
        if (!all_written()) return ExitStatus::invalid;
        outputs_.begin(describe_run());
        const Examiner examiner(library_, {today_, options_.max_age, options_.checklists}, !options_.as_of,
                                surroundings_.in, options_.stdin_name);
        std::vector<Outputs::Drafters> drafters(options_.jobs);
        for (Outputs::Drafters& of_thread : drafters) of_thread = outputs_.drafters();
        in_order(
            files_.size(), options_.jobs,
            [&](std::size_t i, std::size_t thread) {
                Examined examined{examiner.examine(files_[i]), {}};
                if (examined.examination.kind == Examination::Kind::practice)
                    examined.drafts = draft(drafters[thread], examined.examination.report);
                return examined;
            },
            [&](const Examined& examined) { return report(examined); });
        progress_.hide();
        outputs_.end(totals_);
        surroundings_.out.flush();
        outputs_.finish();
        return all_written() ? exit_status(totals_, options_.fail_on) : ExitStatus::invalid;
    }

private:
    struct Examined {
        Examination examination;
        Outputs::Drafts drafts;
    };

    /// Says what could not be written. True if nothing went wrong so far.
    bool all_written() {
        const std::vector<std::string> failures = outputs_.failures();
        for (const std::string& failure : failures) surroundings_.err << fmt::format("hipaa-check: {}\n", failure);
        if (surroundings_.out) return failures.empty();
        surroundings_.err << "hipaa-check: the report could not be written to standard output\n";
        return false;
    }

    /// Not where it would stand in the midst of a report, and not if nobody wants to hear anything.
    bool shows_progress() const {
        return surroundings_.err_is_terminal && !surroundings_.out_is_terminal && !options_.quiet;
    }

    Appearance appearance() const {
        const bool color =
            options_.color == ColorWhen::always ||
            (options_.color == ColorWhen::automatic && surroundings_.out_is_terminal && !surroundings_.no_color);
        return {surroundings_.width, color, options_.verbose, options_.sarif_all};
    }

    Run describe_run() const {
        Run run;
        run.as_of = today_;
        run.as_of_given = options_.as_of.has_value();
        run.max_age = options_.max_age;
        run.fail_on = options_.fail_on;
        run.rules = options_.rules;
        run.checklists = options_.checklists;
        run.shard = options_.shard;
        return run;
    }

    /// False if nothing more can be written.
    bool report(const Examined& examined) {
        const Examination& examination = examined.examination;
        progress_.advance();
        if (examination.kind == Examination::Kind::unknown_key) skip(examination.report.source.name);
        if (examination.kind != Examination::Kind::practice) return true;
        totals_.add(examination.report);
        outputs_.practice(examination.report, examined.drafts);
        tell_mistakes(examination.report);
        return surroundings_.out || !options_.outputs.empty();
    }

    void skip(const std::string& path) {
        totals_.skipped.push_back(path);
        if (options_.quiet || options_.format->shows_totals) return;
        progress_.hide();
        surroundings_.err << fmt::format("{}: skipped, because it has none of the keys of a practice file\n",
                                         printable(path));
    }

    /// Mistakes go to the error output too, unless the reader of a terminal has just seen them in the report.
    void tell_mistakes(const PracticeReport& report) {
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

    const CheckOptions& options_;
    const Library& library_;
    const FileList& files_;
    Surroundings& surroundings_;
    Date today_;
    Outputs outputs_;
    Totals totals_;
    Progress progress_;
};

/// The files to check. Throws std::runtime_error with a sentence if the list of --files-from cannot be read.
FileList find_practices(const CheckOptions& options, Surroundings& surroundings) {
    std::vector<std::string> paths = options.practices;
    if (options.files_from)
        for (std::string& path : read_path_list(*options.files_from, surroundings.in)) paths.push_back(std::move(path));
    return find_files(paths);
}

/// Replaces ids of earlier versions among the selected checklists, with a remark. The sentence that refuses an unknown
/// one, or nothing.
std::string resolve_checklists(CheckOptions& options, const Library& library, std::ostream& remarks) {
    std::vector<std::string_view> known;
    for (const Checklist& checklist : library.checklists) known.push_back(checklist.id);
    for (const ChecklistNotLoaded& checklist : library.not_loaded) known.push_back(checklist.id);
    for (std::string& id : options.checklists) {
        if (std::ranges::find(known, id) != known.end()) continue;
        if (const Checklist* renamed = find_former_checklist(library, id)) {
            remarks << fmt::format("hipaa-check: the checklist {} is now called `{}`; write --checklist {}\n",
                                   yaml::quote(id), renamed->id, renamed->id);
            id = renamed->id;
            continue;
        }
        const auto meant = closest(id, known);
        return meant ? fmt::format("there is no checklist {}; did you mean `{}`?", yaml::quote(id), *meant)
                     : fmt::format("there is no checklist {}; there are {}", yaml::quote(id), yaml::one_of(known));
    }
    return {};
}

/// Nothing if a checklist is broken, which has been said then.
std::optional<Library> load(const CheckOptions& options, const FileList& files, Surroundings& surroundings) {
    const auto is_builtin = [](const std::string& id) {
        return std::ranges::find(builtin_images(), id, &BuiltinImage::id) != builtin_images().end();
    };
    if (files.size() == 1 && options.rules.empty() && std::ranges::all_of(options.checklists, is_builtin))
        return load_called_for(files[0].path);
    return load_checklists(options.rules, surroundings);
}

}  // namespace

int check(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    ExitStatus status = ExitStatus::ok;
    auto options = parse_check_options(arguments, surroundings, status);
    if (!options) return static_cast<int>(status);
    FileList files;
    try {
        files = find_practices(*options, surroundings);
    } catch (const std::runtime_error& error) {
        surroundings.err << fmt::format("hipaa-check: {}\n", error.what());
        return static_cast<int>(ExitStatus::invalid);
    }
    const std::size_t all = files.size();
    if (options->shard) files.keep(*options->shard);
    const auto library = load(*options, files, surroundings);
    if (!library) return static_cast<int>(ExitStatus::invalid);
    if (const std::string refusal = resolve_checklists(*options, *library, surroundings.err); !refusal.empty())
        return static_cast<int>(refuse_usage(refusal, "hipaa-check", surroundings));
    const ExitStatus result = CheckRun(*options, *library, files, surroundings).run();
    if (files.size() > 0 || all == 0 || result == ExitStatus::invalid) return static_cast<int>(result);
    surroundings.err << fmt::format("hipaa-check: part {} of {} has none of the {} files\n", options->shard->number,
                                    options->shard->of, all);
    return static_cast<int>(ExitStatus::ok);
}

}  // namespace hipaa
