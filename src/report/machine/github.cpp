// The github format: workflow commands that GitHub Actions shows as annotations beside the lines of a file.
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "report/format.hpp"
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

    void begin(const Run& run) override { run_ = run; }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = find_in_repository(report, run_);
        for (const Mistake& mistake : practice.mistakes)
            annotate(practice, Severity::error, mistake.place, "mistake", mistake.message + ". Nothing was checked.");
        if (practice.more_mistakes > 0)
            annotate(practice, Severity::error, {}, "mistakes", practice.more_mistakes_sentence());
        if (!practice.has_mistakes() && !practice.checked)
            annotate(practice, Severity::warning, {}, "nothing checked", nothing_checked_text);
        for (const NotChecked& gap : practice.not_checked)
            annotate(practice, Severity::warning, gap.place, "not checked",
                     fmt::format("`{}` was not checked: {}.", gap.key, gap.reason));
        for (const ChecklistFindings& checklist : practice.checklists)
            for (const Finding& finding : checklist.findings)
                if (finding.open())
                    annotate(practice, finding.severity(), finding.place, finding.id, finding.sentence());
        for (const Remark& remark : practice.remarks)
            annotate(practice, Severity::note, remark.place, "remark", remark.text);
        out_.flush();
    }

    void end(const Totals& totals) override {
        out_ << fmt::format("hipaa-check: result {}, as of {}; notes: ", totals.result(), iso(run_.as_of));
        for (auto result = values_of<Result>.rbegin(); result != values_of<Result>.rend(); ++result)
            out_ << fmt::format("{} {}{}", totals.counts[*result], name_of(*result),
                                result + 1 == values_of<Result>.rend() ? ".\n" : ", ");
        for (const SkippedFile& skipped : totals.skipped)
            out_ << without_log_commands(
                fmt::format("hipaa-check: skipped {}, because {}\n", one_line(skipped.file), skipped.why));
        out_ << disclaimer << '\n';
    }

private:
    void annotate(const PracticeFindings& practice, Severity severity, Place place, std::string_view what,
                  std::string_view text) {
        const std::string_view command = severity == Severity::note ? "notice" : name_of(severity);
        const std::string title =
            practice.name.empty() ? std::string(what) : fmt::format("{}: {}", practice.name, what);
        out_ << fmt::format("::{} file={},line={},col={},title={}::{}\n", command, escape(practice.file, true),
                            place.line, place.column, escape(title, true), escape(text, false));
    }

    std::ostream& out_;
    Run run_;
};

}  // namespace

std::unique_ptr<Writer> make_github(std::ostream& out, const Appearance&) {
    return std::make_unique<GithubWriter>(out);
}

}  // namespace hipaa
