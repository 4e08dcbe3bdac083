// What a merged report is made of: which lines, in which order, of which run; and whether they go together.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/io/line_files.hpp"
#include "cli/report_options.hpp"
#include "report/json/line_reader.hpp"

namespace hipaa {

class MergePlan {
public:
    /// `has_rules`: the library has checklists that --rules named.
    MergePlan(LineFiles& files, const Library& library, bool has_rules)
        : files_(files), library_(library), has_rules_(has_rules), parts_(files.problems().size()) {}

    /// Reads every line once. What is wrong with one, and what does not go together, becomes a mistake of its file.
    /// `fail_on` is that of the merged report, if it has one of its own. `today` counts where no run says
    /// which day did.
    void make(const ReportOptions& options, std::optional<FailOn> fail_on, Date today);

    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }
    /// In the order of the merged report: by the names of the practices' files, bytewise.
    const LineAt& line(std::size_t index) const { return entries_[index].at; }
    /// The run that all lines are of.
    const Run& run() const { return run_; }
    /// Files of practices that the baseline of the runs had, and they have not.
    const std::set<std::string>& gone() const { return gone_; }
    /// Files that the runs passed over, in the order of one run. As long as this lives.
    std::vector<SkippedFile> skipped() const;
    /// Makes the checklists those of the runs: named by the files in which the runs found them.
    void name_origins(Library& library) const;

private:
    struct Entry {
        LineAt at;
        std::string practice;  // the bytes of its file's name
    };
    /// Where something was first found.
    struct Origin {
        std::string value;
        std::uint32_t file;
    };
    /// One file: what a run wrote, if it is whole.
    struct Part {
        bool unreadable = false;
        std::size_t practices = 0;
        std::uint32_t last_line = 0;                // so far
        bool damaged = false;                       // the last line, which may have been the end
        std::optional<std::optional<Shard>> shard;  // as its first line says
        bool ended = false;
        bool continued = false;  // after its end
        bool repeated = false;   // another file has this shard
    };

    void take(const LineAt& at, const ReadLine& line, std::optional<FailOn> fail_on);
    void end_part(const LineAt& at, const RunEnd& end, std::optional<FailOn> fail_on);
    void check_end(std::uint32_t file);
    void check_shards();
    void refuse_line(const LineAt& at, const ReadLine& line);
    void compare(const LineAt& at, const Run& run, std::optional<FailOn> fail_on);
    void take_origin(const LineAt& at, const ReadLine::Origin& origin);
    void compare_setting(const LineAt& at, const std::string& name, const std::string& value, std::string_view remedy);
    void compare_shard(const LineAt& at, const std::optional<Shard>& shard);
    void count_shard(std::uint32_t file);
    void sort();
    void refuse_repeated();
    void refuse(const LineAt& at, const char* sentence) {
        refuse(at, [&] { return std::string(sentence); });
    }
    template <typename Word>
    void refuse(const LineAt& at, Word&& word) {
        files_.problems()[at.file].problems.add({at.number, 1}, "merge", std::forward<Word>(word));
    }

    /// Lines that cannot be read; after so many the others are not looked at.
    static constexpr std::size_t most_damaged = 1000;

    LineFiles& files_;
    const Library& library_;
    const bool has_rules_;
    std::vector<Part> parts_;  // by file
    std::vector<Entry> entries_;
    std::set<std::string> gone_;
    std::map<std::string, std::string> skipped_;  // why, by the bytes of their names
    Run run_;
    std::map<std::string, Origin> settings_;                    // by what sentences call them
    std::set<std::pair<std::uint32_t, std::string>> differed_;  // file and setting: each is told once
    std::set<std::pair<std::uint32_t, std::string>> told_;      // file and mistake; one of all files is under the first
    std::map<std::string, Origin> origins_;                     // of checklists, by id
    std::map<std::string, std::string> digests_;                // of checklists, by the names of their files
    std::map<std::size_t, std::uint32_t> shards_;               // which file holds a shard
    std::size_t shards_of_ = 0;
    std::size_t damaged_ = 0;
};

}  // namespace hipaa
