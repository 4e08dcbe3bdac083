// One practice as a result of an OSCAL document.
#include "report/machine/oscal_result.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "page/wording.hpp"
#include "report/machine/uri.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

/// Something that was observed, and the finding that it leads to, if any.
struct Entry {
    const Finding* finding;
    std::string id;
    std::string_view title;
    std::string description;
    std::string_view state = {};   // `satisfied`, `not-satisfied`, or empty: no finding
    std::string_view reason = {};  // `pass`, `fail` or `other`
    std::string_view basis = {};

    bool is_finding() const { return !state.empty(); }
};

void judge(Entry& entry) {
    switch (entry.finding->result) {
        case Result::not_applicable:
            return;
        case Result::pass:
            entry.state = "satisfied", entry.reason = "pass";
            return;
        case Result::unknown:
            entry.state = "not-satisfied", entry.reason = "other";
            return;
        case Result::accepted:
        case Result::attention:
        case Result::fail:
            entry.state = "not-satisfied", entry.reason = "fail";
            return;
    }
}

/// `number`: among the mistakes of the file.
Entry entry_of(const Finding& finding, std::size_t number) {
    Entry entry{&finding, finding.id, finding.title, finding.sentence()};
    switch (finding.kind) {
        case FindingKind::mistake:
            entry.id = fmt::format("hipaa-check/mistake-{}", number);
            entry.title = "A mistake in the practice file";
            entry.basis = finding.key;
            break;
        case FindingKind::more_mistakes:
            entry.id = "hipaa-check/more-mistakes";
            entry.title = "More mistakes in the practice file";
            break;
        case FindingKind::nothing_checked:
            entry.title = "Nothing was checked";
            break;
        case FindingKind::not_checked:
            entry.id += "/" + finding.key;
            entry.title = "Not checked";
            return entry;
        case FindingKind::caveat:
        case FindingKind::contradiction:
        case FindingKind::check:
            entry.basis = name_of(finding.basis);
            judge(entry);
            return entry;
        case FindingKind::remark:
        case FindingKind::skipped:
        case FindingKind::gone:
        case FindingKind::no_practice:
            return entry;
    }
    entry.state = "not-satisfied", entry.reason = "other";
    return entry;
}

class OscalResult {
public:
    OscalResult(JsonBuilder& json, const PracticeFindings& practice, Date as_of)
        : json_(json), practice_(practice), as_of_(as_of), now_(oscal_time(as_of)) {}

    void write() {
        std::vector<Entry> entries;
        for (const Finding& finding : practice_.findings)
            if (finding.kind != FindingKind::remark) entries.push_back(entry_of(finding, entries.size() + 1));
        json_.field("uuid", id_of("result", content(entries)));
        json_.field("title", practice_.name.empty() ? practice_.file : practice_.name);
        json_.field("description", fmt::format("What the practice says of itself in {}, checked as of {}. Nothing was "
                                               "verified.",
                                               practice_.file, iso(as_of_)));
        json_.field("start", now_);
        json_.field("end", now_);
        write_oscal_props(json_,
                          {{"result", practice_.result}, {"file", practice_.file}, {"practice", practice_.name}});
        json_.object("reviewed-controls", [&] { reviewed(); });
        if (!entries.empty()) json_.objects("observations", entries, [&](const Entry& entry) { observation(entry); });
        accepted();
        if (std::ranges::any_of(entries, &Entry::is_finding))
            json_.array("findings", [&] {
                for (const Entry& entry : entries)
                    if (entry.is_finding()) json_.object([&] { this->finding(entry); });
            });
        remarks();
    }

private:
    /// As in the catalog, which knows no products: what is asked of every product is one objective.
    static std::string objective_id(const Finding& finding) {
        if (finding.check) return oscal_token(finding.check->full_id);
        return oscal_token(finding.caveat ? finding.caveat->full_id : finding.contradiction->full_id);
    }

    /// The identifier of a thing in the practice file: the same run by run.
    std::string id_of(std::string_view kind, std::string_view what) const {
        return uuid(fmt::format("{}\n{}\n{}", kind, practice_.path, what));
    }

    /// What makes this result another one than that of another day, or with other findings.
    std::string content(const std::vector<Entry>& entries) const {
        std::string text = now_;
        for (const Entry& entry : entries)
            text += fmt::format("\n{}\n{}\n{}", entry.id, entry.finding->result_name, entry.description);
        return text;
    }

    void reviewed() {
        const auto checklists = practice_.by_checklist();
        if (checklists.empty()) return write_no_oscal_controls(json_);
        json_.array("links", [&] {
            json_.object([&] {
                json_.field("href", "#" + oscal_catalog_resource());
                json_.field("rel", "reference");
            });
        });
        json_.objects("control-selections", checklists, [&](const auto& findings) { controls(findings); });
        json_.objects("control-objective-selections", checklists, [&](const auto& findings) {
            json_.objects("include-objectives", findings,
                          [&](const Finding& finding) { json_.field("objective-id", objective_id(finding)); });
        });
    }

    void controls(std::span<const Finding> findings) {
        const Checklist& checklist = *findings.front().origin->checklist;
        json_.field("description", one_line(fmt::format("{}, version {}", checklist.title, checklist.version)));
        json_.array("include-controls", [&] {
            std::set<std::string_view> seen;
            for (const Finding& finding : findings)
                if (finding.check && seen.insert(finding.note_id).second)
                    json_.object([&] { json_.field("control-id", oscal_token(finding.note->full_id)); });
        });
    }

    void observation(const Entry& entry) {
        const bool judged = entry.finding->origin != nullptr;
        json_.field("uuid", id_of("observation", entry.id));
        json_.field("title", entry.title);
        json_.field("description", entry.description);
        write_oscal_props(json_, {{"id", entry.id}, {"result", entry.finding->result_name}});
        json_.texts("methods", {judged ? "INTERVIEW" : "EXAMINE"});
        if (judged) json_.texts("types", {"control-objective"});
        json_.array("relevant-evidence", [&] {
            for (const EvidenceText& item : entry.finding->evidence) evidence(item.place, item.text);
            if (entry.finding->evidence.empty()) evidence(entry.finding->place, "The practice file.");
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

    void finding(const Entry& entry) {
        json_.field("uuid", id_of("finding", entry.id));
        json_.field("title", entry.title);
        json_.field("description", entry.description);
        write_oscal_props(json_, {{"id", entry.id}, {"result", entry.finding->result_name}, {"basis", entry.basis}});
        json_.object("target", [&] {
            json_.field("type", "objective-id");
            json_.field("target-id", entry.finding->origin ? objective_id(*entry.finding) : oscal_token(entry.id));
            json_.object("status", [&] {
                json_.field("state", entry.state);
                json_.field("reason", entry.reason);
                if (entry.finding->origin) json_.field("remarks", label(entry.finding->result, entry.finding->basis));
            });
        });
        json_.array("related-observations",
                    [&] { json_.object([&] { json_.field("observation-uuid", id_of("observation", entry.id)); }); });
        if (entry.finding->decision)
            json_.array("related-risks",
                        [&] { json_.object([&] { json_.field("risk-uuid", id_of("risk", entry.id)); }); });
    }

    /// What a documented decision accepts is a risk with a deviation.
    void accepted() {
        const auto is_accepted = [](const Finding& finding) { return finding.decision != nullptr; };
        if (std::ranges::none_of(practice_.findings, is_accepted)) return;
        json_.array("risks", [&] {
            for (const Finding& finding : practice_.findings)
                if (is_accepted(finding)) json_.object([&] { risk(finding); });
        });
    }

    void risk(const Finding& finding) {
        const Decision& decision = *finding.decision;
        const std::string because = one_line(decision.because);
        const std::string instead = one_line(decision.instead);
        json_.field("uuid", id_of("risk", finding.id));
        json_.field("title", finding.title);
        json_.field("description", finding.sentence());
        json_.field("statement", finding.statement);
        write_oscal_props(json_, {{"id", finding.id}, {"accepted-by", one_line(decision.by)}});
        json_.field("status", "deviation-approved");
        json_.field("deadline", oscal_time(decision.review_by));
        json_.array("remediations", [&] {
            json_.object([&] {
                json_.field("uuid", id_of("response", finding.id));
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
        json_.array("related-observations",
                    [&] { json_.object([&] { json_.field("observation-uuid", id_of("observation", finding.id)); }); });
    }

    void log(const Finding& finding) {
        json_.field("uuid", id_of("entry", finding.id));
        json_.field("title", "Decision");
        json_.field("description", one_line(finding.decision->because));
        json_.field("start", oscal_time(finding.decision->decided_on));
        json_.field("status-change", "deviation-approved");
    }

    void remarks() {
        std::string text;
        for (const Finding& remark : practice_.findings)
            if (remark.kind == FindingKind::remark)
                text += fmt::format("{}{} (line {}, {}).", text.empty() ? "" : " ", remark.statement, remark.place.line,
                                    remark.key);
        if (!text.empty()) json_.field("remarks", text);
    }

    JsonBuilder& json_;
    const PracticeFindings& practice_;
    Date as_of_;
    std::string now_;
};

}  // namespace

std::string oscal_token(std::string_view id) {
    std::string token;
    bool faithful = true;
    for (const char c : id) {
        const bool plain = is_letter(c) || is_digit(c) || c == '-' || c == '_';
        faithful = faithful && (plain || c == '/');
        token += plain ? c : c == '/' ? '.' : '_';
    }
    if (token.empty() || !is_letter(token.front())) token.insert(0, 1, '_');
    constexpr std::size_t enough = 8;
    return faithful ? token : token + "-" + fingerprint(id).substr(0, enough);
}

std::string oscal_time(Date day) { return iso(day) + "T00:00:00Z"; }

void write_oscal_props(JsonBuilder& json, const std::vector<OscalProperty>& properties) {
    json.array("props", [&] {
        for (const OscalProperty& property : properties) {
            if (property.value.empty()) continue;
            json.object([&] {
                json.field("name", property.name);
                json.field("ns", "urn:hipaa-check:oscal");
                json.field("value", property.value);
            });
        }
    });
}

std::string oscal_resource_id(const Checklist& checklist) {
    return uuid(fmt::format("checklist\n{}\n{}", checklist.id, checklist.version));
}

void write_oscal_resource(JsonBuilder& json, const Checklist& checklist) {
    json.field("uuid", oscal_resource_id(checklist));
    json.field("title", one_line(checklist.title));
    std::string description = fmt::format("The checklist {}, version {}.", checklist.id, checklist.version);
    if (checklist.source)
        description +=
            fmt::format(" After: {}, by {}, of {}.", checklist.source->title, checklist.source->author,
                        checklist.source->reviewed_on == "unknown" ? "unknown date" : checklist.source->reviewed_on);
    json.field("description", one_line(description));
}

std::string oscal_catalog_resource() { return uuid("resource for the catalog of controls"); }

void write_oscal_catalog_id(JsonBuilder& json) {
    json.field("scheme", "urn:hipaa-check:oscal");
    json.field("identifier", uuid("catalog of controls"));
}

void write_no_oscal_controls(JsonBuilder& json) {
    json.array("control-selections",
               [&] { json.object([&] { json.field("description", "No checklist was applied."); }); });
}

void write_oscal_result(JsonBuilder& json, const PracticeFindings& practice, Date as_of) {
    OscalResult(json, practice, as_of).write();
}

}  // namespace hipaa
