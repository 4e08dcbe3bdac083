// A JSON report, or the jsonl reports of one run, as a snapshot.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/history/snapshot.hpp"
#include "cli/io/readable_file.hpp"
#include "report/json/report_scan.hpp"

namespace hipaa {

class RecordedSnapshot final : public Snapshot {
public:
    /// `paths`: one report, or the reports of all shards. `only`: the shard that may stand alone, if there is one.
    RecordedSnapshot(const std::vector<std::string>& paths, std::optional<Shard> only);

    RecordedPractice practice(std::size_t index, std::string& why) const override;
    std::string digest() const override;

private:
    struct Entry {
        std::uint64_t offset;
        std::uint32_t length;
        std::uint32_t file;
    };
    /// What was read of a run so far that is not at its end yet.
    struct Segment {
        std::size_t practices = 0;
        std::optional<Shard> shard;
    };

    void read(std::uint32_t file);
    void read_report(std::uint32_t file, const ReportOutline& outline);
    void read_lines(std::uint32_t file);
    void read_line(std::uint32_t file, std::string_view line, std::uint64_t offset, std::uint32_t number);
    void end_run(std::uint32_t file, const RecordedHead& head, std::uint32_t number);
    bool take_run(std::uint32_t file, const Run& run, std::uint32_t number);
    void check_shards();
    void add(std::uint32_t file, const PracticeAt& at);
    void refuse(std::uint32_t file, std::uint32_t line, std::string sentence);
    void refuse_long(std::uint32_t file, std::uint32_t number, std::string_view what);

    std::vector<std::string> paths_;
    std::optional<Shard> only_;
    std::vector<std::unique_ptr<ReadableFile>> files_;
    std::vector<Entry> entries_;
    std::optional<Run> first_run_;
    std::optional<Segment> segment_;
    std::set<std::size_t> shards_;
    std::size_t shards_of_ = 0;
    std::size_t whole_runs_ = 0;
};

}  // namespace hipaa
