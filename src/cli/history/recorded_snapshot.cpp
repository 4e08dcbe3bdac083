// A JSON report, or the jsonl reports of one run, as a snapshot.
#include "cli/history/recorded_snapshot.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/io/error_text.hpp"
#include "cli/io/files.hpp"
#include "digest/content_ids.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

constexpr std::string_view cut_off = "the report was cut off, or its run was stopped; write it again";

ReadBytes reader_of(const ReadableFile& file) {
    return [&file](char* to, std::size_t size, std::uint64_t offset) { return file.read(to, size, offset); };
}

std::string bytes(const ReadableFile& file, std::uint64_t begin, std::uint64_t end) {
    std::string text(static_cast<std::size_t>(end - begin), '\0');
    text.resize(file.read(text.data(), text.size(), begin));
    return text;
}

constexpr std::size_t chunk_size = std::size_t{1} << 20;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace

RecordedSnapshot::RecordedSnapshot(const std::vector<std::string>& paths, std::optional<Shard> only)
    : paths_(paths), only_(only) {
    for (const std::string& path : paths) {
        files_.push_back(std::make_unique<ReadableFile>(path));
        mistakes_.push_back({{utf8::escape_malformed(path), ""}, {}});
    }
    for (std::uint32_t file = 0; file < files_.size(); ++file) read(file);
    check_shards();
    if (first_run_) run_ = *first_run_;
    index_.find_common_directory();
    std::erase_if(mistakes_, [](const FileProblems& file) { return file.problems.empty(); });
}

void RecordedSnapshot::read(std::uint32_t file) {
    if (!files_[file]->refusal().empty()) {
        add_unreadable(mistakes_[file].problems, files_[file]->refusal());
        return;
    }
    if (is_blank(bytes(*files_[file], 0, 4096)) && files_[file]->identity().size < 4096)
        return refuse(file, 1, "the report is empty: its run was stopped, or could not begin; write it again");
    const std::size_t before = entries_.size();
    const ReportOutline outline =
        scan_report(reader_of(*files_[file]), [&](const PracticeAt& practice) { add(file, practice); });
    if (outline.is_report) return read_report(file, outline);
    entries_.resize(before);
    read_lines(file);
}

void RecordedSnapshot::read_report(std::uint32_t file, const ReportOutline& outline) {
    if (!outline.mistake.empty()) return refuse(file, 1, std::string(cut_off));
    if (outline.practices_begin + (outline.end - outline.practices_end) > longest_practice)
        return refuse_long(file, 1, "what is about no practice");
    const std::uint64_t size = files_[file]->identity().size;
    const std::string head = bytes(*files_[file], 0, outline.practices_begin) + "[]" +
                             bytes(*files_[file], outline.practices_end, outline.end);
    JsonMistake mistake;
    const RecordedHead read = read_recorded_head(head, mistake);
    if (!mistake.empty()) return refuse(file, 1, mistake.sentence);
    if (!is_blank(bytes(*files_[file], outline.end, std::min(size, outline.end + 4096))))
        return refuse(file, 1, "something stands behind the end of the report; write it again");
    digests_.insert(read.digests.begin(), read.digests.end());
    ++whole_runs_;
    take_run(file, read.run, 1);
}

void RecordedSnapshot::read_lines(std::uint32_t file) {
    std::string line;
    std::string chunk(chunk_size, '\0');
    std::uint64_t offset = 0;
    std::uint64_t begin = 0;
    std::uint32_t number = 1;
    const auto finish = [&] {
        if (!is_blank(line) && mistakes_[file].problems.empty()) read_line(file, line, begin, number);
        begin += line.size() + 1;
        ++number;
        line.clear();
    };
    while (const std::size_t count = files_[file]->read(chunk.data(), chunk.size(), offset)) {
        offset += count;
        std::string_view rest(chunk.data(), count);
        while (mistakes_[file].problems.empty()) {
            const std::size_t line_feed = rest.find('\n');
            line += rest.substr(0, line_feed);
            if (line.size() > longest_practice) return refuse_long(file, number, "the line");
            if (line_feed == rest.npos) break;
            rest.remove_prefix(line_feed + 1);
            finish();
        }
        if (!mistakes_[file].problems.empty()) return;
    }
    if (errno != 0) return add_unreadable(mistakes_[file].problems, error_text(errno), {number, 1});
    if (!line.empty()) finish();
    if (segment_ && mistakes_[file].problems.empty()) refuse(file, number, std::string(cut_off));
    segment_.reset();
}

void RecordedSnapshot::read_line(std::uint32_t file, std::string_view line, std::uint64_t offset,
                                 std::uint32_t number) {
    PracticeAt practice = scan_line(line);
    const bool is_practice = !practice.file.empty() && !practice.result.empty();
    if (is_practice && segment_ && first_run_ && practice.as_of == iso(first_run_->as_of)) {
        practice.offset = offset;
        practice.length = line.size();
        ++segment_->practices;
        return add(file, practice);
    }
    JsonMistake mistake;
    const RecordedHead head = read_recorded_head(line, mistake);
    if (!mistake.empty())
        return refuse(file, number,
                      mistake.sentence.starts_with("this is not JSON") && entries_.empty()
                          ? "this is no JSON report of hipaa-check; give what `-f json` or `-f jsonl` wrote"
                          : mistake.sentence);
    if (head.end) return end_run(file, head, number);
    if (!is_practice) return refuse(file, number, "this line has no practice; give what `-f json` or `-f jsonl` wrote");
    if (!take_run(file, head.run, number)) return;
    practice.offset = offset;
    practice.length = line.size();
    segment_ = Segment{1, head.run.shard};
    add(file, practice);
}

/// A run without practices has nothing but its end.
void RecordedSnapshot::end_run(std::uint32_t file, const RecordedHead& head, std::uint32_t number) {
    const Segment segment = segment_.value_or(Segment{0, head.end->shard});
    segment_.reset();
    if (head.end->practices != segment.practices || head.end->shard != segment.shard)
        return refuse(file, number,
                      fmt::format("the run wrote {} practices, and here are {}; write the report again",
                                  head.end->practices, segment.practices));
    if (head.end->run && !take_run(file, *head.end->run, number)) return;
    for (const auto& [checklist, digest] : head.digests) digests_.emplace(checklist, digest);
    if (!segment.shard) {
        ++whole_runs_;
        return;
    }
    if (shards_of_ != 0 && shards_of_ != segment.shard->of)
        return refuse(file, number,
                      fmt::format("this is shard {}, and others are of {}", name_of(*segment.shard), shards_of_));
    shards_of_ = segment.shard->of;
    if (!shards_.insert(segment.shard->number).second)
        refuse(file, number, fmt::format("shard {} is there twice; give each shard once", name_of(*segment.shard)));
}

/// All runs must be of one day, with the same settings. False if not.
bool RecordedSnapshot::take_run(std::uint32_t file, const Run& run, std::uint32_t number) {
    if (run.redacted) {
        refuse(file, number,
               "names and free text were withheld in this report (--redact), so nothing can be compared "
               "with it; write it again without --redact");
        return false;
    }
    if (!first_run_) first_run_ = run;
    if (run.as_of == first_run_->as_of && run.max_age == first_run_->max_age &&
        run.checklists == first_run_->checklists)
        return true;
    refuse(file, number, "this is of a run with another --as-of, --max-age or --checklist than what stands before it");
    return false;
}

void RecordedSnapshot::check_shards() {
    const auto is_sound = [](const FileProblems& file) { return file.problems.empty(); };
    if (!std::ranges::all_of(mistakes_, is_sound)) return;
    if (whole_runs_ + (shards_.empty() ? 0 : 1) > 1)
        return refuse(0, 1, "these are reports of several runs; give one report, or all shards of one run");
    if (shards_.size() == shards_of_) return;
    if (only_ && shards_.size() == 1 && only_->of == shards_of_ && shards_.contains(only_->number)) return;
    std::vector<std::size_t> missing;
    for (std::size_t number = 1; number <= shards_of_ && missing.size() < 20; ++number)
        if (!shards_.contains(number)) missing.push_back(number);
    refuse(0, 1,
           fmt::format("of {} shards these are missing: {}; give all shards of the run", shards_of_,
                       fmt::join(missing, ", ")));
}

/// Whatever is read as a whole is of a size that a practice can have.
void RecordedSnapshot::refuse_long(std::uint32_t file, std::uint32_t number, std::string_view what) {
    refuse(file, number, fmt::format("{} is over {} MiB, which is more than is read", what, longest_practice >> 20));
}

void RecordedSnapshot::add(std::uint32_t file, const PracticeAt& at) {
    if (!mistakes_[file].problems.empty()) return;
    if (at.length > longest_practice) return refuse_long(file, 1, "a practice");
    if (entries_.size() == most_practices)
        return refuse(file, 1,
                      fmt::format("there are more than {} practices, which is more than is read", most_practices));
    entries_.push_back({at.offset, static_cast<std::uint32_t>(at.length), file});
    index_.add(at.file, at.name);
}

void RecordedSnapshot::refuse(std::uint32_t file, std::uint32_t line, std::string sentence) {
    mistakes_[file].problems.add({line, 1}, "report", [&] { return std::move(sentence); });
}

std::string RecordedSnapshot::digest() const {
    Sha256OfPieces whole;
    std::string chunk(chunk_size, '\0');
    for (const auto& file : files_) {
        std::uint64_t offset = 0;
        while (const std::size_t count = file->read(chunk.data(), chunk.size(), offset)) {
            whole.add(std::string_view(chunk).substr(0, count));
            offset += count;
        }
    }
    return whole.get();
}

RecordedPractice RecordedSnapshot::practice(std::size_t index, std::string& why) const {
    const auto& [offset, length, file] = entries_[index];
    JsonMistake mistake;
    RecordedPractice practice = read_recorded_practice(bytes(*files_[file], offset, offset + length), mistake);
    if (!mistake.empty() || practice.file != index_.file(index))
        why = fmt::format("{}: {}: {}", printable(paths_[file]), printable(index_.file(index)),
                          mistake.empty() ? "the report was changed while it was read; try again" : mistake.sentence);
    return practice;
}

}  // namespace hipaa
