// The gitlab format: a Code Quality report, which GitLab shows in merge requests. Gathered, as it is one JSON array.
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "json/builder.hpp"
#include "page/markdown_page.hpp"
#include "report/format.hpp"
#include "report/hypothetical.hpp"
#include "report/machine/finding.hpp"
#include "report/spill.hpp"

namespace hipaa {
namespace {

std::string_view severity_word(const Finding& finding) {
    if (finding.result_name == "error") return "blocker";
    if (finding.kind == FindingKind::not_checked) return "info";
    switch (finding.severity()) {
        case Severity::error:
            return "critical";
        case Severity::warning:
            return "major";
        case Severity::note:
            return finding.origin ? "minor" : "info";
        case Severity::none:
            break;
    }
    return "info";
}

/// What tells a finding apart from others of its check in the file: of mistakes and remarks, which may be of one kind, their
/// words too, and of mistakes, at the least, their lines. Of the rest the line is no part, as it may move.
std::string detail(const Finding& finding) {
    if (finding.kind == FindingKind::remark) return fmt::format("{}:{}", finding.key, finding.statement);
    if (finding.kind != FindingKind::mistake) return finding.key;
    return fmt::format("{}:{}", finding.place.line, finding.statement);
}

class GitlabWriter final : public Writer {
public:
    explicit GitlabWriter(std::ostream& out) : out_(out) { json_.begin_array(); }

    void begin(const Run& run) override { run_ = run; }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = in_repository(find(report, run_), run_);
        if (!run_.set.empty()) json_.object([&] { issue_of_set_answers(practice); });
        add(practice);
    }

    void end(const Totals& totals) override {
        for (const SkippedFile& file : totals.skipped) add(in_repository(find(file), run_));
        for (const std::string& file : totals.gone) add(in_repository(find_gone(file, run_), run_));
        if (totals.has_no_practice()) add(find_no_practice());
        json_.end_array();
        const std::string rest = json_.take();
        issues_.write_to(out_);
        out_ << rest;
    }

private:
    void add(const PracticeFindings& practice) {
        for (const Finding& finding : practice.findings)
            if (finding.severity() != Severity::none) json_.object([&] { issue(practice, finding); });
        issues_.append(json_.take_part());
    }

    void issue(const PracticeFindings& practice, const Finding& finding) {
        json_.field("description", hypothetical_title(run_, finding.sentence()));
        json_.field("check_name", finding.id);
        json_.field("fingerprint", fingerprint(fmt::format("{}\n{}\n{}", practice.path, finding.id, detail(finding))));
        json_.field("severity", severity_word(finding));
        location(practice, finding.place.line);
        body(finding.origin ? review_of(*finding.origin) : std::string());
    }

    void issue_of_set_answers(const PracticeFindings& practice) {
        json_.field("description", hypothetical_title(run_, hypothetical_sentence(run_)));
        json_.field("check_name", "HYPOTHETICAL");
        json_.field("fingerprint", fingerprint(practice.path + "\nHYPOTHETICAL"));
        json_.field("severity", "info");
        location(practice, 1);
        body({});
    }

    /// `review`: what it comes from, or empty.
    void body(const std::string& review) {
        const std::string source =
            review.empty() ? "" : fmt::format(" Review, not affiliated: {}.", markdown_text(review));
        json_.object("content", [&] {
            json_.field("body", fmt::format("As of {}. {}{}", iso(run_.as_of), disclaimer_in_brief, source));
        });
    }

    void location(const PracticeFindings& practice, std::uint32_t line) {
        json_.object("location", [&] {
            json_.field("path", practice.file);
            json_.object("lines", [&] { json_.number("begin", line); });
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
