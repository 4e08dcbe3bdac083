// The reports of one run, on standard output and in files, and what standard error says beside them.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/io/progress.hpp"
#include "cli/outputs.hpp"
#include "cli/report_options.hpp"

namespace hipaa {

class ReportRun {
public:
    /// Opens the files. `count`: of practices, for the line that shows how far the run is, and for the number of threads.
    /// The others must live as long as this.
    ReportRun(const ReportOptions& options, std::size_t count, Environment& environment);

    /// False, with sentences on standard error, if something could not be opened: nothing is to be written then.
    bool begin(Run run);
    /// On how many threads `draft` may be called.
    std::size_t threads() const { return drafters_.size(); }
    /// What `practice` needs, from thread number `thread`.
    Outputs::Drafts draft(const PracticeReport& report, std::size_t thread);
    /// One more practice, or file that is none, is done.
    void advance() { progress_.advance(); }
    /// False if nothing more can be written.
    bool practice(const PracticeReport& report, const Outputs::Drafts& drafts);
    /// Something was found that is no practice file.
    void skip(const SkippedFile& file);
    /// The run is a part of one, and other parts have files.
    void has_other_parts() { totals_.has_other_parts = true; }
    /// A practice is missing that an earlier report had.
    void lack(const std::string& file);
    /// False if something could not be written.
    bool finish();
    /// The same, and the exit status, for which `fail_on` of the run counts.
    ExitStatus end();
    const Totals& totals() const { return totals_; }

private:
    bool shows_progress() const;
    void tell_mistakes(const PracticeReport& report);
    bool repeats_others(const yaml::Problems& problems);

    const ReportOptions& options_;
    Environment& environment_;
    Outputs outputs_;
    std::vector<Outputs::Drafters> drafters_;  // by thread
    Totals totals_;
    Progress progress_;
    FailOn fail_on_ = FailOn::unknown;
    std::set<std::string> told_;      // sentences about unknown keys and ids
    std::size_t files_told_ = 0;      // how many files with mistakes standard error names
    std::size_t files_not_told_ = 0;  // because there was nothing new to say
};

}  // namespace hipaa
