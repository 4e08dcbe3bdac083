// What a merged report is made of: which lines, in which order, of which run; and whether they go together.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/line_files.hpp"
#include "cli/report_options.hpp"
#include "report/line_reader.hpp"

namespace hipaa {

class MergePlan {
public:
    MergePlan(LineFiles& files, const Library& library) : files_(files), library_(library) {}

    /// Reads every line once. What is wrong with one, and what does not go together, becomes a mistake of its file.
    /// `fail_on` is that of the merged report, if it has one of its own.
    void make(const ReportOptions& options, std::optional<FailOn> fail_on);

    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }
    /// In the order of the merged report: by the names of the practices' files, bytewise.
    const LineAt& line(std::size_t index) const { return entries_[index].at; }
    /// The run that all lines are of.
    const Run& run() const { return run_; }
    /// Makes the checklists those of the runs: named by the files in which the runs found them.
    void name_origins(Library& library) const;

private:
    struct Entry {
        LineAt at;
        std::string practice;
    };
    /// Where something was first found.
    struct Origin {
        std::string value;
        std::uint32_t file;
    };

    void add(const LineAt& at, const ReadLine& line);
    void compare(const LineAt& at, const ReadLine& line, std::optional<FailOn> fail_on);
    void compare_setting(const LineAt& at, const std::string& name, const std::string& value, std::string_view remedy);
    void count_shard(const LineAt& at, const std::optional<Shard>& shard);
    void sort();
    void check_shards(const std::vector<LineAt>& lines);
    template <typename Word>
    void refuse(const LineAt& at, Word&& word) {
        files_.problems()[at.file].problems.add({at.number, 1}, "merge", std::forward<Word>(word));
    }

    LineFiles& files_;
    const Library& library_;
    std::vector<Entry> entries_;
    Run run_;
    bool any_ = false;
    std::map<std::string, Origin> settings_;                    // by what sentences call them
    std::set<std::pair<std::uint32_t, std::string>> differed_;  // file and setting: each is told once
    std::map<std::string, Origin> origins_;                     // of checklists, by id
    std::map<std::size_t, std::set<std::uint32_t>> shards_;     // which files hold a shard
    std::size_t shards_of_ = 0;
};

}  // namespace hipaa
