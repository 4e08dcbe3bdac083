// The sarif format: SARIF 2.1.0, for code scanning. Gathered, because the rules stand before the results.
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "json/builder.hpp"
#include "page/wording.hpp"
#include "report/format.hpp"
#include "report/hypothetical.hpp"
#include "report/json_elements.hpp"
#include "report/machine/finding.hpp"
#include "report/machine/sarif_rules.hpp"
#include "report/machine/uri.hpp"
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

void write_counts(JsonBuilder& json, const Counts& counts) {
    json.object("counts", [&] {
        for (auto result = values_of<Result>.rbegin(); result != values_of<Result>.rend(); ++result)
            json.number(name_of(*result), counts[*result]);
    });
}

/// Empty for what is a result instead.
std::string_view notification_id(FindingKind kind) {
    switch (kind) {
        case FindingKind::mistake:
        case FindingKind::more_mistakes:
            return "mistake";
        case FindingKind::not_checked:
            return "not-checked";
        case FindingKind::remark:
            return "remark";
        case FindingKind::no_practice:
            return "no-practice";
        case FindingKind::nothing_checked:
        case FindingKind::skipped:
        case FindingKind::gone:
        case FindingKind::caveat:
        case FindingKind::contradiction:
        case FindingKind::check:
            break;
    }
    return {};
}

/// What the report says of one practice, in three places, each with a builder of its own.
class SarifPractice {
public:
    SarifPractice(JsonBuilder& json, const SarifRules& rules, const PracticeFindings& practice, std::size_t index,
                  bool every_result, bool has_baseline)
        : json_(json),
          rules_(rules),
          practice_(practice),
          index_(index),
          every_result_(every_result),
          has_baseline_(has_baseline) {}

    /// What happened while the file was read. A practice file with mistakes was not checked.
    void notifications() {
        Place place;  // more mistakes stand where the last one does
        for (const Finding& finding : practice_.findings) {
            if (finding.kind != FindingKind::more_mistakes) place = finding.place;
            if (const auto id = notification_id(finding.kind); !id.empty())
                json_.object([&] { notification(id, finding, place); });
        }
    }

    void artifact() {
        json_.object("location", [&] { json_.field("uri", path_uri(practice_.path)); });
        json_.object("properties", [&] {
            if (!practice_.name.empty()) json_.field("practice", practice_.name);
            if (!practice_.labels.empty())
                json_.object("labels", [&] {
                    for (const PracticeLabel& one : practice_.labels) json_.field(one.name, one.value);
                });
            json_.field("result", practice_.result);
            write_counts(json_, practice_.assessment ? practice_.assessment->counts : Counts());
        });
    }

    /// Readers that show no notifications, and take a report without results for a clean one, must see mistakes here, too.
    void results() {
        for (const Finding& finding : practice_.findings) {
            if (&finding == &practice_.findings.front() && finding.kind == FindingKind::mistake)
                own_result(finding, fmt::format("This file was not checked: it has {}. Fix the file first.",
                                                counted(practice_.mistakes, "mistake", "mistakes")));
            else if (finding.kind == FindingKind::nothing_checked) own_result(finding, finding.statement);
            else if (finding.origin && (finding.open() || every_result_)) json_.object([&] { result(finding); });
        }
    }

private:
    void notification(std::string_view id, const Finding& finding, Place place) {
        const bool is_gap = finding.kind == FindingKind::not_checked;
        json_.object("descriptor", [&] { json_.field("id", id); });
        json_.field("level", name_of(finding.severity()));
        message(is_gap ? finding.sentence() : finding.statement);
        json_.array("locations", [&] { location(place, {}); });
        json_.object("properties", [&] { json_.field("kind", is_gap ? finding.result_name : finding.key); });
    }

    void message(std::string_view text) {
        json_.object("message", [&] { json_.field("text", message_text(text)); });
    }

    void own_result(const Finding& finding, std::string_view text) {
        json_.object([&] {
            result_head(finding.id, "fail", finding.severity(), text);
            if (has_baseline_) json_.field("baselineState", "new");
            json_.array("locations", [&] { location(finding.place, {}); });
            print(finding.id, {});
        });
    }

    void result_head(std::string_view rule, std::string_view kind, Severity severity, std::string_view text) {
        json_.field("ruleId", rule);
        json_.number("ruleIndex", rules_.index_of(rule));
        json_.field("kind", kind);
        json_.field("level", name_of(severity));
        message(text);
    }

    void result(const Finding& finding) {
        const bool passed = finding.result == Result::pass;
        const bool applies = finding.result != Result::not_applicable;
        result_head(finding.id,
                    passed    ? "pass"
                    : applies ? "fail"
                              : "notApplicable",
                    finding.decision ? finding.unmet : finding.severity(), finding.sentence());
        if (has_baseline_) json_.field("baselineState", baseline_state(finding));
        json_.array("locations", [&] { location(finding.place, finding.key); });
        if (finding.evidence.size() > 1) related(finding);
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
            if (finding.baseline && finding.baseline->of_checklist) json_.boolean("baseline_of_checklist", true);
        });
    }

    /// What is not open was not held against the earlier report, so it is neither new nor absent.
    static std::string_view baseline_state(const Finding& finding) {
        if (!finding.baseline || finding.baseline->state == BaselineMark::State::known) return "unchanged";
        return finding.baseline->state == BaselineMark::State::fresh ? "new" : "updated";
    }

    void related(const Finding& finding) {
        json_.array("relatedLocations", [&] {
            for (const EvidenceText& item : finding.evidence) location(item.place, item.key, item.text);
        });
    }

    /// Stays the same when lines are added or the answer changes, but not when another question decides.
    void print(std::string_view id, std::string_view key) {
        json_.object("partialFingerprints",
                     [&] { json_.field("hipaaCheckFinding/v1", fingerprint(fmt::format("{}\n{}", id, key))); });
    }

    void location(Place place, std::string_view key, std::string_view text = {}) {
        json_.object([&] {
            json_.object("physicalLocation", [&] {
                json_.object("artifactLocation", [&] {
                    json_.field("uri", path_uri(practice_.path));
                    json_.number("index", index_);
                });
                json_.object("region", [&] {
                    json_.number("startLine", place.line);
                    json_.number("startColumn", place.column);
                });
            });
            if (!key.empty())
                json_.array("logicalLocations", [&] { json_.object([&] { json_.field("fullyQualifiedName", key); }); });
            if (!text.empty()) message(text);
        });
    }

    JsonBuilder& json_;
    const SarifRules& rules_;
    const PracticeFindings& practice_;
    std::size_t index_;
    bool every_result_;
    bool has_baseline_;
};

class SarifWriter final : public Writer {
public:
    SarifWriter(std::ostream& out, bool every_result) : out_(out), every_result_(every_result) {}

    void begin(const Run& run) override { run_ = run; }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = in_repository(find(report, run_), run_);
        rules_.add(practice);
        const auto in = [&](JsonElements& elements) {
            return SarifPractice(elements.builder(), rules_, practice, practices_, every_result_,
                                 run_.baseline.has_value());
        };
        in(notifications_).notifications();
        artifacts_.builder().object([&] { in(artifacts_).artifact(); });
        in(results_).results();
        for (JsonElements* elements : {&notifications_, &artifacts_, &results_}) elements->settle();
        ++practices_;
    }

    /// The first time nothing is written: if there is no memory for it, there is no report rather than half of one.
    void end(const Totals& totals) override {
        if (totals.has_no_practice()) {
            JsonBuilder& json = notifications_.builder();
            for (const Finding& finding : find_no_practice().findings)
                json.object([&] {
                    json.object("descriptor", [&] { json.field("id", notification_id(finding.kind)); });
                    json.field("level", name_of(finding.severity()));
                    json.object("message", [&] { json.field("text", finding.sentence()); });
                });
            notifications_.settle();
        }
        document(totals, [](std::string_view) {});
        document(totals, [&](std::string_view text) { out_ << text; });
    }

private:
    using Write = std::function<void(std::string_view)>;

    void document(const Totals& totals, const Write& write) {
        json_.object([&] {
            json_.field("$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                        "sarif-schema-2.1.0.json");
            json_.field("version", "2.1.0");
            json_.array("runs", [&] { json_.object([&] { run(totals, write); }); });
        });
        write(json_.take());
    }

    void run(const Totals& totals, const Write& write) {
        json_.object("tool", [&] { json_.object("driver", [&] { driver(); }); });
        json_.array("invocations", [&] { json_.object([&] { invocation(totals, write); }); });
        artifacts_.write_to(json_, "artifacts", write);
        results_.write_to(json_, "results", write);
        json_.field("columnKind", "unicodeCodePoints");
        json_.object("properties", [&] {
            json_.field("as_of", iso(run_.as_of));
            json_.boolean("as_of_given", run_.as_of_given);
            json_.number("max_age", run_.max_age);
            if (run_.baseline)
                json_.object("baseline", [&] {
                    json_.field("file", one_line(run_.baseline->file));
                    json_.field("as_of", iso(run_.baseline->as_of));
                });
            json_.field("fail_on", name_of(run_.fail_on));
            if (!run_.set.empty()) json_.texts("HYPOTHETICAL", run_.set);
            if (run_.shard) json_.field("shard", name_of(*run_.shard));
            json_.field("result", totals.result());
            write_counts(json_, totals.counts);
            std::vector<std::string> skipped;
            for (const SkippedFile& file : totals.skipped) skipped.push_back(one_line(file.file));
            json_.texts("skipped", skipped);
            if (run_.baseline) {
                std::vector<std::string> gone;
                for (const std::string& file : totals.gone) gone.push_back(one_line(file));
                json_.texts("gone", gone);
            }
            json_.field("disclaimer", disclaimer);
        });
    }

    void invocation(const Totals& totals, const Write& write) {
        json_.boolean("executionSuccessful", totals.errors == 0 && !totals.has_no_practice());
        notifications_.write_to(json_, "toolExecutionNotifications", write);
    }

    void driver() {
        json_.field("name", "hipaa-check");
        json_.field("version", version);
        json_.field("semanticVersion", version);
        json_.field("informationUri", fmt::format("urn:hipaa-check:{}", version));
        json_.array("rules", [&] { rules_.write(json_); });
        json_.array("notifications", [&] { notification_kinds(); });
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
        kind("no-practice", "There was no practice file, so nothing was checked.");
        kind("remark", "Something to know that changes no result by itself.");
    }

    std::ostream& out_;
    bool every_result_;
    Run run_;
    std::size_t practices_ = 0;
    SarifRules rules_;
    JsonElements notifications_{5};
    JsonElements artifacts_{3};
    JsonElements results_{3};
    JsonBuilder json_;
};

}  // namespace

std::unique_ptr<Writer> make_sarif(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<SarifWriter>(out, appearance.every_result);
}

}  // namespace hipaa
