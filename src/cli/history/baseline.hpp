// The earlier report that a run is held against.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/history/sides.hpp"
#include "cli/io/file_list.hpp"
#include "compare/practice_changes.hpp"
#include "report/run.hpp"

namespace hipaa {

class Baseline {
public:
    /// `library`, `rules` and `settings` are those of the run, and must live as long as this, as `files`: all practice
    /// files of the run, of which it may check only a `shard`. `stdin_name`: what reports call standard input.
    Baseline(const std::string& path, const Library& library, const std::vector<std::string>& rules,
             const AssessmentSettings& settings, const FileList& files, const std::string& stdin_name,
             std::optional<Shard> shard);

    const Snapshot& earlier() const { return earlier_->snapshot(); }
    BaselineOrigin origin() const;
    /// True if its answers were only supposed.
    bool is_hypothetical() const { return !earlier_->side().run.set.empty(); }

    /// Sets the marks of a practice that was checked, and lists checklists that it had and lacks as not checked. From any
    /// thread. `run`: the settings of the run.
    void mark(PracticeReport& report, const Run& run) const;
    /// Of the first shard, which tells what is missing: files whose practices the earlier report may have under other
    /// paths, and that may belong to other shards. They are for `take`, too.
    std::vector<FoundFile> files_told_by_name() const;
    /// Notes that the practice is in the run, checked or with mistakes. From one thread.
    void take(const PracticeReport& report);
    /// Checklists without which the cause of what differs is not proven. After the last `mark`.
    const LackedChecklists& lacked() const { return lacked_; }
    /// The files of the practices that the run should have had, and has not. After the last `take`.
    std::vector<std::string> lacking() const;

private:
    std::optional<std::uint32_t> earlier_index(const PracticeReport& report) const;
    void note_lacked(const std::vector<Change>& changes) const;

    std::string path_;
    const FileList& all_files_;
    std::optional<Shard> shard_;
    CurrentIds ids_;
    ChecklistVersions versions_;
    std::unique_ptr<OpenSide> earlier_;
    Rerun rerun_;
    Side now_;
    PracticeIndex files_;                    // of the run, without names
    std::vector<std::uint32_t> earlier_of_;  // by index in `files_`: in the earlier report, or `Pair::none`
    std::map<std::string, std::uint32_t, std::less<>> index_of_;  // in `files_`, by the names of files
    std::map<std::uint64_t, std::uint32_t> alone_;  // in the earlier report, by names that one of those left over has
    std::vector<bool> seen_;                        // by index in the earlier report
    mutable std::mutex mutex_;                      // for `lacked_`
    mutable LackedChecklists lacked_;
};

}  // namespace hipaa
