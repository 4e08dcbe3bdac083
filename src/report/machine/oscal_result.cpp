// One practice as a result of an OSCAL document.
#include "report/machine/oscal_result.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/machine/oscal_parts.hpp"
#include "report/machine/uri.hpp"

namespace hipaa {
namespace {

class OscalResult {
public:
    OscalResult(JsonBuilder& json, const PracticeFindings& practice, Date as_of)
        : json_(json), practice_(practice), as_of_(as_of), now_(oscal_time(as_of)) {}

    void write() {
        const std::vector<OscalEntry> entries = oscal_entries(practice_);
        json_.field("uuid", oscal_uuid("result", practice_, content(entries)));
        json_.field("title", practice_.title());
        json_.field("description", fmt::format("What the practice says of itself in {}, checked as of {}. Nothing was "
                                               "verified.",
                                               practice_.file, iso(as_of_)));
        json_.field("start", now_);
        json_.field("end", now_);
        write_oscal_props(json_,
                          {{"result", practice_.result}, {"file", practice_.file}, {"practice", practice_.name}});
        json_.object("reviewed-controls", [&] { reviewed(); });
        if (!entries.empty())
            json_.array("observations", [&] {
                for (const OscalEntry& entry : entries) json_.object([&] { observation(entry); });
            });
        accepted();
        const auto counts = [](const OscalEntry& entry) { return !entry.state.empty(); };
        if (std::ranges::any_of(entries, counts))
            json_.array("findings", [&] {
                for (const OscalEntry& entry : entries)
                    if (counts(entry)) json_.object([&] { finding(entry); });
            });
        remarks();
    }

private:
    /// What makes this result another one than that of another day, or with other findings.
    std::string content(const std::vector<OscalEntry>& entries) const {
        std::string text = now_;
        for (const OscalEntry& entry : entries)
            text += fmt::format("\n{}\n{}\n{}", entry.id, entry.result, entry.description);
        return text;
    }

    void reviewed() {
        if (practice_.checklists.empty()) {
            write_no_oscal_controls(json_);
            return;
        }
        json_.array("control-selections", [&] {
            for (const ChecklistFindings& checklist : practice_.checklists) json_.object([&] { controls(checklist); });
        });
        json_.array("control-objective-selections", [&] {
            for (const ChecklistFindings& checklist : practice_.checklists)
                json_.object([&] {
                    json_.array("include-objectives", [&] {
                        for (const Finding& finding : checklist.findings)
                            json_.object([&] { json_.field("objective-id", oscal_token(finding.id)); });
                    });
                });
        });
    }

    void controls(const ChecklistFindings& checklist) {
        json_.field("description",
                    one_line(fmt::format("{}, version {}", checklist.checklist->title, checklist.checklist->version)));
        json_.array("include-controls", [&] {
            std::set<std::string_view> seen;
            for (const Finding& finding : checklist.findings)
                if (finding.check && seen.insert(finding.note_id).second)
                    json_.object([&] { json_.field("control-id", oscal_token(finding.note_id)); });
        });
    }

    void observation(const OscalEntry& entry) {
        json_.field("uuid", oscal_uuid("observation", practice_, entry.id));
        json_.field("title", entry.title);
        json_.field("description", entry.description);
        write_oscal_props(json_, {{"id", entry.id}, {"result", entry.result}});
        json_.texts("methods", std::vector<std::string_view>{entry.finding ? "INTERVIEW" : "EXAMINE"});
        if (entry.finding) json_.texts("types", std::vector<std::string_view>{"control-objective"});
        json_.array("relevant-evidence", [&] {
            for (const EvidenceText& item : entry.evidence) evidence(item.place, item.text);
            if (entry.evidence.empty()) evidence(entry.place, "The practice file.");
        });
        json_.field("collected", now_);
    }

    void evidence(Place place, std::string_view text) {
        json_.object([&] {
            json_.field("href", path_uri(practice_.path));
            json_.field("description", text);
            write_oscal_props(json_,
                              {{"line", fmt::format("{}", place.line)}, {"column", fmt::format("{}", place.column)}});
        });
    }

    void finding(const OscalEntry& entry) {
        json_.field("uuid", oscal_uuid("finding", practice_, entry.id));
        json_.field("title", entry.title);
        json_.field("description", entry.description);
        write_oscal_props(json_, {{"id", entry.id}, {"result", entry.result}, {"basis", entry.basis}});
        json_.object("target", [&] {
            json_.field("type", "objective-id");
            json_.field("target-id", oscal_token(entry.id));
            json_.object("status", [&] {
                json_.field("state", entry.state);
                json_.field("reason", entry.reason);
                if (entry.finding) json_.field("remarks", label(entry.finding->result, entry.finding->basis));
            });
        });
        json_.array("related-observations", [&] {
            json_.object([&] { json_.field("observation-uuid", oscal_uuid("observation", practice_, entry.id)); });
        });
        if (entry.finding && entry.finding->decision)
            json_.array("related-risks", [&] {
                json_.object([&] { json_.field("risk-uuid", oscal_uuid("risk", practice_, entry.id)); });
            });
    }

    /// What a documented decision accepts is a risk with a deviation.
    void accepted() {
        std::vector<const Finding*> found;
        for (const ChecklistFindings& checklist : practice_.checklists)
            for (const Finding& finding : checklist.findings)
                if (finding.decision) found.push_back(&finding);
        if (found.empty()) return;
        json_.array("risks", [&] {
            for (const Finding* finding : found) json_.object([&] { risk(*finding); });
        });
    }

    void risk(const Finding& finding) {
        const Decision& decision = *finding.decision;
        const std::string because = one_line(decision.because);
        const std::string instead = one_line(decision.instead);
        json_.field("uuid", oscal_uuid("risk", practice_, finding.id));
        json_.field("title", finding.title);
        json_.field("description", finding.sentence());
        json_.field("statement", finding.statement);
        write_oscal_props(json_, {{"id", finding.id}, {"accepted-by", one_line(decision.by)}});
        json_.field("status", "deviation-approved");
        json_.field("deadline", oscal_time(decision.review_by));
        json_.array("remediations", [&] {
            json_.object([&] {
                json_.field("uuid", oscal_uuid("response", practice_, finding.id));
                json_.field("lifecycle", "completed");
                json_.field("title", "Accepted by a documented decision");
                json_.field("description", instead.empty() ? because : fmt::format("{} Instead: {}", because, instead));
                json_.array("props", [&] {
                    json_.object([&] {
                        json_.field("name", "type");
                        json_.field("value", "accept");
                    });
                });
            });
        });
        json_.object("risk-log", [&] { json_.array("entries", [&] { json_.object([&] { log(finding); }); }); });
        json_.array("related-observations", [&] {
            json_.object([&] { json_.field("observation-uuid", oscal_uuid("observation", practice_, finding.id)); });
        });
    }

    void log(const Finding& finding) {
        json_.field("uuid", oscal_uuid("entry", practice_, finding.id));
        json_.field("title", "Decision");
        json_.field("description", one_line(finding.decision->because));
        json_.field("start", oscal_time(finding.decision->decided_on));
        json_.field("status-change", "deviation-approved");
    }

    void remarks() {
        std::string text;
        for (const Remark& remark : practice_.remarks)
            text += fmt::format("{}{} (line {}, {}).", text.empty() ? "" : " ", remark.text, remark.place.line,
                                name_of(remark.kind));
        if (!text.empty()) json_.field("remarks", text);
    }

    JsonBuilder& json_;
    const PracticeFindings& practice_;
    Date as_of_;
    std::string now_;
};

}  // namespace

void write_no_oscal_controls(JsonBuilder& json) {
    json.array("control-selections",
               [&] { json.object([&] { json.field("description", "No checklist was applied."); }); });
}

void write_oscal_result(JsonBuilder& json, const PracticeFindings& practice, Date as_of) {
    OscalResult(json, practice, as_of).write();
}

}  // namespace hipaa
