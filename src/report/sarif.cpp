// The sarif format: SARIF 2.1.0, for code scanning. Buffered, because the rules stand before the results.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "report/digest.hpp"
#include "report/finding.hpp"
#include "report/format.hpp"
#include "report/json_builder.hpp"
#include "report/sarif_rules.hpp"
#include "report/uri.hpp"
#include "report/wording.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

/// In a message object braces enclose placeholders (SARIF 2.1.0, 3.11.5), and brackets before parentheses make a link
/// (3.11.6): what a file says makes neither. Descriptions of rules have no placeholders, and stay as they are.
std::string message_text(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '{' || c == '}') result += c;
        else if (c == '(' && result.ends_with(']')) result += ' ';
        result += c;
    }
    return result;
}

class SarifWriter final : public Writer {
public:
    SarifWriter(std::ostream& out, bool every_result) : out_(out), every_result_(every_result) {}

    void begin(const Run& run) override { run_ = run; }
    void practice(const PracticeReport& report) override { practices_.push_back(find_in_repository(report, run_)); }

    void end(const Totals& totals) override {
        for (const PracticeFindings& practice : practices_) rules_.add(practice);
        json_.object([&] {
            json_.field("$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                        "sarif-schema-2.1.0.json");
            json_.field("version", "2.1.0");
            json_.array("runs", [&] { json_.object([&] { run(totals); }); });
        });
        out_ << json_.take();
    }

private:
    void run(const Totals& totals) {
        json_.object("tool", [&] { json_.object("driver", [&] { driver(); }); });
        json_.array("invocations", [&] { json_.object([&] { invocation(totals); }); });
        json_.array("artifacts", [&] {
            for (const PracticeFindings& practice : practices_) json_.object([&] { artifact(practice); });
        });
        json_.array("results", [&] {
            for (std::size_t i = 0; i < practices_.size(); ++i) results(practices_[i], i);
        });
        json_.field("columnKind", "unicodeCodePoints");
        json_.object("properties", [&] {
            json_.field("as_of", iso(run_.as_of));
            json_.boolean("as_of_given", run_.as_of_given);
            json_.number("max_age", static_cast<std::uint64_t>(run_.max_age));
            json_.field("fail_on", name_of(run_.fail_on));
            json_.field("result", totals.result());
            counts(totals.counts);
            std::vector<std::string> skipped;
            for (const SkippedFile& file : totals.skipped) skipped.push_back(one_line(file.file));
            json_.texts("skipped", skipped);
            json_.field("disclaimer", disclaimer);
        });
    }

    void driver() {
        json_.field("name", "hipaa-check");
        json_.field("version", version);
        json_.field("semanticVersion", version);
        json_.field("informationUri", fmt::format("urn:hipaa-check:{}", version));
        json_.array("rules", [&] { rules_.write(json_); });
        json_.array("notifications", [&] { notification_kinds(); });
    }

    /// What happened while the files were read. A practice file with mistakes was not checked.
    void invocation(const Totals& totals) {
        json_.boolean("executionSuccessful", totals.errors == 0);
        json_.array("toolExecutionNotifications", [&] {
            for (std::size_t i = 0; i < practices_.size(); ++i) {
                const PracticeFindings& practice = practices_[i];
                for (const Mistake& mistake : practice.mistakes)
                    notification("mistake", "error", mistake.message, mistake.place, i, mistake.kind);
                if (practice.more_mistakes > 0)
                    notification("mistake", "error", fmt::format("There are {} more mistakes.", practice.more_mistakes),
                                 practice.mistakes.back().place, i, "more");
                for (const NotChecked& gap : practice.not_checked)
                    notification("not-checked", "warning",
                                 fmt::format("`{}` was not checked: {}.", gap.key, gap.reason), gap.place, i,
                                 "not_checked");
                for (const Remark& remark : practice.remarks)
                    notification("remark", "note", remark.text, remark.place, i, name_of(remark.kind));
            }
        });
    }

    void notification_kinds() {
        const auto kind = [&](std::string_view id, std::string_view text) {
            json_.object([&] {
                json_.field("id", id);
                json_.object("shortDescription", [&] { json_.field("text", text); });
            });
        };
        kind("mistake", "A mistake in a practice file; the practice was not checked.");
        kind("not-checked", "A part of a practice file that no checklist judged.");
        kind("remark", "Something to know that changes no result by itself.");
    }

    void notification(std::string_view id, std::string_view level, std::string_view text, Place place,
                      std::size_t practice, std::string_view kind) {
        json_.object([&] {
            json_.object("descriptor", [&] { json_.field("id", id); });
            json_.field("level", level);
            message("message", text);
            json_.array("locations", [&] { location(place, practice, {}); });
            json_.object("properties", [&] { json_.field("kind", kind); });
        });
    }

    void artifact(const PracticeFindings& practice) {
        json_.object("location", [&] { json_.field("uri", path_uri(practice.path)); });
        json_.object("properties", [&] {
            if (!practice.name.empty()) json_.field("practice", practice.name);
            json_.field("result", practice.result);
            counts(practice.counts);
        });
    }

    void results(const PracticeFindings& practice, std::size_t index) {
        // Readers that show no notifications, and take a report without results for a clean one, must see these too.
        if (practice.has_mistakes())
            own_result(not_read_rule, Severity::error, practice.mistakes_sentence() + " It has to be mended first.",
                       practice.mistakes.front().place, index);
        else if (!practice.checked) own_result(not_checked_rule, Severity::warning, nothing_checked_text, {}, index);
        for (const ChecklistFindings& checklist : practice.checklists)
            for (const Finding& finding : checklist.findings)
                if (finding.open() || every_result_) json_.object([&] { result(finding, index); });
    }

    void own_result(std::string_view rule, Severity severity, std::string_view text, Place place, std::size_t index) {
        json_.object([&] {
            result_head(rule, "fail", severity, text);
            json_.array("locations", [&] { location(place, index, {}); });
            print(rule, {});
        });
    }

    void result_head(std::string_view rule, std::string_view kind, Severity severity, std::string_view text) {
        json_.field("ruleId", rule);
        json_.number("ruleIndex", rules_.index_of(rule));
        json_.field("kind", kind);
        json_.field("level", name_of(severity));
        message("message", text);
    }

    void result(const Finding& finding, std::size_t index) {
        const bool passed = finding.result == Result::pass;
        const bool applies = finding.result != Result::not_applicable;
        result_head(finding.id,
                    passed    ? "pass"
                    : applies ? "fail"
                              : "notApplicable",
                    finding.decision ? finding.unmet : finding.severity(), finding.sentence());
        json_.array("locations", [&] { location(finding.place, index, finding.key); });
        if (finding.readings.size() > 1) related(finding, index);
        print(finding.id, finding.key);
        if (finding.decision)
            json_.array("suppressions", [&] {
                json_.object([&] {
                    json_.field("kind", "external");
                    json_.field("status", "accepted");
                    json_.field("justification", finding.sentence());
                });
            });
        json_.object("properties", [&] {
            json_.field("result", name_of(finding.result));
            json_.field("basis", name_of(finding.basis));
            json_.field("shown_as", label(finding.result, finding.basis));
        });
    }

    void related(const Finding& finding, std::size_t index) {
        json_.array("relatedLocations", [&] {
            for (const Reading& reading : finding.readings) location(reading.place, index, reading.key, reading.text);
        });
    }

    /// Stays the same when lines are added or the answer changes, but not when another question decides.
    void print(std::string_view id, std::string_view key) {
        json_.object("partialFingerprints",
                     [&] { json_.field("hipaaCheckFinding/v1", fingerprint(fmt::format("{}\n{}", id, key))); });
    }

    void location(Place place, std::size_t practice, std::string_view key, std::string_view text = {}) {
        json_.object([&] {
            json_.object("physicalLocation", [&] {
                json_.object("artifactLocation", [&] {
                    json_.field("uri", path_uri(practices_[practice].path));
                    json_.number("index", practice);
                });
                json_.object("region", [&] {
                    json_.number("startLine", place.line);
                    json_.number("startColumn", place.column);
                });
            });
            if (!key.empty())
                json_.array("logicalLocations", [&] { json_.object([&] { json_.field("fullyQualifiedName", key); }); });
            if (!text.empty()) message("message", text);
        });
    }

    /// A message object.
    void message(std::string_view name, std::string_view text) {
        json_.object(name, [&] { json_.field("text", message_text(text)); });
    }

    void counts(const Counts& counts) {
        json_.object("counts", [&] {
            for (std::size_t i = counts.by_result.size(); i-- > 0;)
                json_.number(name_of(static_cast<Result>(i)), counts.by_result[i]);
        });
    }

    std::ostream& out_;
    bool every_result_;
    Run run_;
    std::vector<PracticeFindings> practices_;
    SarifRules rules_;
    JsonBuilder json_;
};

}  // namespace

std::unique_ptr<Writer> make_sarif(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<SarifWriter>(out, appearance.every_result);
}

}  // namespace hipaa
