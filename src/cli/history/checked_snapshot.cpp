// Practice files, as they are checked now, as a snapshot.
#include "cli/history/checked_snapshot.hpp"

#include <utility>

#include <fmt/format.h>

#include "cli/history/sides.hpp"
#include "cli/io/parallel_ordered.hpp"
#include "report/json/report_json.hpp"
#include "text/ci_log.hpp"
#include "text/printable.hpp"

namespace hipaa {

std::string json_of(const PracticeReport& report, const Run& run) {
    JsonBuilder json(JsonBuilder::Layout::one_line);
    json.object([&] { write_practice(json, report, run); });
    return json.take();
}

CheckedSnapshot::CheckedSnapshot(FileList files, const Library& library, const AssessmentSettings& settings,
                                 Strictness strictness, std::size_t threads, Environment& environment)
    : files_(std::move(files)), checker_(library, settings, strictness), reader_(environment.in, {}) {
    run_.as_of = settings.today;
    run_.max_age = settings.max_age;
    run_.checklists = settings.selected;
    digests_ = digests_of(library);
    const auto say_skipped = [&](const std::string& file, std::string_view why) {
        environment.err << without_log_commands(fmt::format("{}: skipped, because {}\n", printable(file), why));
    };
    for (const SkippedFile& skipped : files_.passed_over()) say_skipped(skipped.file, skipped.why);
    parallel_ordered(
        files_.size(), threads, [&](std::size_t i, std::size_t) { return check(i); },
        [&, i = std::uint32_t{0}](const CheckedFile& checked) mutable {
            const std::uint32_t file = i++;
            const PracticeReport& report = checked.report;
            if (checked.kind == CheckedFile::Kind::unknown_key) say_skipped(report.source.name, no_known_key);
            if (checked.kind != CheckedFile::Kind::practice) return true;
            practices_.push_back(file);
            index_.add(report.source.name, report.name());
            has_broken_files_ = has_broken_files_ || !report.problems.empty();
            if (!report.problems.empty()) environment.err << yaml::describe(report.problems, report.source);
            return true;
        });
    index_.find_common_directory();
}

CheckedFile CheckedSnapshot::check(std::size_t file) const { return checker_.check(reader_.read(files_[file])); }

RecordedPractice CheckedSnapshot::practice(std::size_t index, std::string& why) const {
    JsonMistake mistake;
    RecordedPractice practice = read_recorded_practice(json_of(check(practices_[index]).report, run_), mistake);
    why = mistake.sentence;
    return practice;
}

}  // namespace hipaa
