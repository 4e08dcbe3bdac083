// The gitlab format: a Code Quality report, which GitLab shows in merge requests. Gathered, as it is one JSON array.
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "json/builder.hpp"
#include "report/format.hpp"
#include "report/machine/content_ids.hpp"
#include "report/machine/finding.hpp"
#include "report/spill.hpp"
#include "text/path.hpp"

namespace hipaa {
namespace {

constexpr EnumMap<Severity, std::string_view> severity_words({"info", "minor", "major", "critical"});

class GitlabWriter final : public Writer {
public:
    explicit GitlabWriter(std::ostream& out) : out_(out) { json_.begin_array(); }

    void begin(const Run& run) override { run_ = run; }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = find_in_repository(report, run_);
        for (const Mistake& mistake : practice.mistakes)
            // Two mistakes of one kind differ in their words or, at the least, in their lines.
            issue(practice, "hipaa-check/practice-file", fmt::format("{}:{}", mistake.place.line, mistake.message),
                  "blocker", mistake.place, mistake.message + ". Nothing was checked.");
        if (practice.more_mistakes > 0)
            issue(practice, "hipaa-check/practice-file", "more", "blocker", {}, practice.more_mistakes_sentence());
        if (!practice.has_mistakes() && !practice.checked)
            issue(practice, "hipaa-check/nothing-checked", {}, "major", {}, nothing_checked_text);
        for (const NotChecked& gap : practice.not_checked)
            issue(practice, "hipaa-check/not-checked", gap.key, "info", gap.place,
                  fmt::format("`{}` was not checked: {}.", gap.key, gap.reason));
        for (const ChecklistFindings& checklist : practice.checklists)
            for (const Finding& finding : checklist.findings)
                if (finding.open())
                    issue(practice, finding.id, finding.key, severity_words[finding.severity()], finding.place,
                          finding.sentence());
        issues_.append(json_.take_part());
    }

    void end(const Totals& totals) override {
        for (const SkippedFile& skipped : totals.skipped) {
            PracticeFindings file;
            set_path(file, relative_to(run_.directory, skipped.file));
            issue(file, "hipaa-check/skipped", {}, "info", {}, fmt::format("Not checked, because {}.", skipped.why));
        }
        json_.end_array();
        const std::string rest = json_.take();
        issues_.write_to(out_);
        out_ << rest;
    }

private:
    /// GitLab tells issues apart by their fingerprints, so the file is part of them; the line is not, as it may move.
    void issue(const PracticeFindings& practice, std::string_view check, std::string_view detail,
               std::string_view severity, Place place, std::string_view text) {
        json_.object([&] {
            json_.field("description", text);
            json_.field("check_name", check);
            json_.field("fingerprint", fingerprint(fmt::format("{}\n{}\n{}", practice.path, check, detail)));
            json_.field("severity", severity);
            json_.object("location", [&] {
                json_.field("path", practice.file);
                json_.object("lines", [&] { json_.number("begin", place.line); });
            });
        });
    }

    std::ostream& out_;
    Run run_;
    JsonBuilder json_;
    Spill issues_;
};

}  // namespace

std::unique_ptr<Writer> make_gitlab(std::ostream& out, const Appearance&) {
    return std::make_unique<GitlabWriter>(out);
}

}  // namespace hipaa
