// The github format: workflow commands that GitHub Actions shows as annotations beside the lines of a file.
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "report/format.hpp"
#include "report/hypothetical.hpp"
#include "report/machine/finding.hpp"
#include "text/ci_log.hpp"

namespace hipaa {
namespace {

/// The escapes of GitHub's own toolkit. The runner ends a command at a line break, and a property at `:` and `,`.
std::string escape(std::string_view text, bool in_property) {
    std::string result;
    for (const char c : text) {
        if (c == '%') result += "%25";
        else if (c == '\r') result += "%0D";
        else if (c == '\n') result += "%0A";
        else if (in_property && c == ':') result += "%3A";
        else if (in_property && c == ',') result += "%2C";
        else result += c;
    }
    return result;
}

class GithubWriter final : public Writer {
public:
    explicit GithubWriter(std::ostream& out) : out_(out) {}

    void begin(const Run& run) override {
        run_ = run;
        if (!run.set.empty())
            out_ << fmt::format("::notice title=HYPOTHETICAL::{}\n", escape(hypothetical_sentence(run), false));
    }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = in_repository(find(report, run_), run_);
        for (const Finding& finding : practice.findings)
            if (finding.severity() != Severity::none) annotate(practice, finding);
        if (report.assessment)
            for (const ChecklistResult& checklist : report.assessment->checklists)
                if (std::string review = review_of(checklist); !review.empty()) reviews_.insert(std::move(review));
        out_.flush();
    }

    void end(const Totals& totals) override {
        out_ << fmt::format("hipaa-check: result {}, as of {}; notes: ", totals.result(), iso(run_.as_of));
        for (auto result = values_of<Result>.rbegin(); result != values_of<Result>.rend(); ++result)
            out_ << fmt::format("{} {}{}", totals.counts[*result], name_of(*result),
                                result + 1 == values_of<Result>.rend() ? ".\n" : ", ");
        if (totals.has_no_practice())
            for (const Finding& finding : find_no_practice().findings)
                out_ << fmt::format("::warning title={}::{}\n", escape(finding.title, true),
                                    escape(finding.sentence(), false));
        for (const std::string& gone : totals.gone)
            for (const Finding& finding : find_gone(gone, run_).findings)
                out_ << without_log_commands(fmt::format("hipaa-check: {}: {}\n", one_line(gone), finding.sentence()));
        for (const SkippedFile& skipped : totals.skipped)
            out_ << without_log_commands(
                fmt::format("hipaa-check: skipped {}, because {}\n", one_line(skipped.file), skipped.why));
        for (const std::string& review : reviews_)
            out_ << without_log_commands(fmt::format("hipaa-check: review, not affiliated: {}\n", review));
        out_ << disclaimer << '\n';
    }

private:
    void annotate(const PracticeFindings& practice, const Finding& finding) {
        const Severity severity = finding.severity();
        const std::string_view command = severity == Severity::note ? "notice" : name_of(severity);
        const std::string& what = finding.origin ? finding.id : finding.title;
        const std::string title = practice.name.empty() ? what : fmt::format("{}: {}", practice.name, what);
        out_ << fmt::format("::{} file={},line={},col={},title={}::{}\n", command, escape(practice.file, true),
                            finding.place.line, finding.place.column, escape(title, true),
                            escape(finding.sentence(), false));
    }

    std::ostream& out_;
    Run run_;
    std::set<std::string> reviews_;  // that the checklists so far come from
};

}  // namespace

std::unique_ptr<Writer> make_github(std::ostream& out, const Appearance&) {
    return std::make_unique<GithubWriter>(out);
}

}  // namespace hipaa
