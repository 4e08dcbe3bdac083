// The oscal format: OSCAL assessment results, for those who keep their compliance records in it. Checks are objectives,
// notes are the controls they belong to. Gathered, as it is one JSON object whose identifier is made of all the rest.
#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "json/builder.hpp"
#include "report/format.hpp"
#include "report/hypothetical.hpp"
#include "report/json_elements.hpp"
#include "report/machine/finding.hpp"
#include "report/machine/oscal_result.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

class OscalWriter final : public Writer {
public:
    explicit OscalWriter(std::ostream& out) : out_(out) {}

    void begin(const Run& run) override {
        run_ = run;
        now_ = oscal_time(run.as_of);
    }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = find(report, run_);
        for (const auto& findings : practice.by_checklist()) {
            const Checklist* checklist = findings.front().origin->checklist;
            if (std::ranges::find(checklists_, checklist->id, &Checklist::id) == checklists_.end())
                checklists_.push_back(checklist);
        }
        add_result([&] { write_oscal_result(results_.builder(), practice, run_.as_of); });
    }

    void end(const Totals& totals) override {
        if (totals.practices == 0) add_result([&] { no_practice(); });
        UuidOfPieces id;
        document(totals, uuid({}), [&](std::string_view text) { id.add(text); });
        document(totals, id.get(), [&](std::string_view text) { out_ << text; });
    }

private:
    template <typename Members>
    void add_result(Members&& members) {
        results_.builder().object(members);
        results_.settle();
    }

    void document(const Totals& totals, const std::string& id, const std::function<void(std::string_view)>& write) {
        json_.object([&] {
            json_.object("assessment-results", [&] {
                json_.field("uuid", id);
                json_.object("metadata", [&] { metadata(totals); });
                json_.object("import-ap", [&] {
                    json_.field("href", "#" + plan_uuid());
                    json_.field("remarks", "There is no assessment plan; the resource says what was assessed instead.");
                });
                results_.write_to(json_, "results", write);
                json_.object("back-matter", [&] { back_matter(); });
            });
        });
        write(json_.take());
    }

    void metadata(const Totals& totals) {
        json_.field("title", hypothetical_title(run_, "Checklists for health practices: assessment results"));
        json_.field("last-modified", now_);
        json_.field("version", iso(run_.as_of));
        json_.field("oscal-version", oscal_version);
        write_oscal_props(json_, {{"tool", fmt::format("hipaa-check {}", version)}, {"result", totals.result()}});
        std::string remarks = hypothetical_title(run_, disclaimer);
        if (!run_.set.empty()) remarks += " " + hypothetical_sentence(run_);
        for (const SkippedFile& skipped : totals.skipped)
            remarks += fmt::format(" Skipped {}, because {}.", one_line(skipped.file), skipped.why);
        for (const std::string& gone : totals.gone)
            for (const Finding& finding : find_gone(gone, run_).findings)
                remarks += fmt::format(" {}: {}", one_line(gone), finding.sentence());
        json_.field("remarks", remarks);
    }

    void no_practice() {
        JsonBuilder& json = results_.builder();
        json.field("uuid", uuid("result of nothing"));
        json.field("title", "Nothing was checked");
        json.field("description", "There was no practice file.");
        json.field("start", now_);
        json.object("reviewed-controls", [&] { write_no_oscal_controls(json); });
    }

    void back_matter() {
        json_.array("resources", [&] {
            json_.object([&] {
                json_.field("uuid", plan_uuid());
                json_.field("title", "No assessment plan");
                json_.field("description",
                            "hipaa-check applies checklists to the answers that a practice gives about "
                            "itself. Which checklists these were, each result says.");
            });
            json_.object([&] { catalog(); });
            for (const Checklist* checklist : checklists_)
                json_.object([&] { write_oscal_resource(json_, *checklist); });
        });
    }

    void catalog() {
        json_.field("uuid", oscal_catalog_resource());
        json_.field("title", "Catalog of controls");
        json_.field("description",
                    "The ids of controls and objectives are those of the catalog that `hipaa-check list controls -f "
                    "oscal` writes.");
        json_.array("document-ids", [&] { json_.object([&] { write_oscal_catalog_id(json_); }); });
    }

    static std::string plan_uuid() { return uuid("no assessment plan"); }

    std::ostream& out_;
    Run run_;
    std::string now_;
    std::vector<const Checklist*> checklists_;  // of all results, in the order in which they come up
    JsonElements results_{2};
    JsonBuilder json_;
};

}  // namespace

std::unique_ptr<Writer> make_oscal(std::ostream& out, const Appearance&) { return std::make_unique<OscalWriter>(out); }

}  // namespace hipaa
