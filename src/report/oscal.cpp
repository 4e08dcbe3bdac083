// The oscal format: OSCAL assessment results, for those who keep their compliance records in it. Checks are objectives,
// notes are the controls they belong to. Buffered, as it is one JSON object whose identifier is made of all the rest.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "report/digest.hpp"
#include "report/finding.hpp"
#include "report/format.hpp"
#include "report/json_builder.hpp"
#include "report/oscal_parts.hpp"
#include "report/oscal_result.hpp"

#include "version.hpp"

namespace hipaa {
namespace {

constexpr std::string_view oscal_version = "1.0.6";  // of the schema that the reports are valid against

class OscalWriter final : public Writer {
public:
    explicit OscalWriter(std::ostream& out) : out_(out) {}

    void begin(const Run& run) override {
        run_ = run;
        now_ = oscal_time(run.as_of);
    }

    void practice(const PracticeReport& report) override { practices_.push_back(find(report, run_)); }

    void end(const Totals& totals) override {
        const std::string draft = document(totals, uuid({}));
        out_ << document(totals, uuid(draft));
    }

private:
    std::string document(const Totals& totals, const std::string& id) {
        json_.object([&] {
            json_.object("assessment-results", [&] {
                json_.field("uuid", id);
                json_.object("metadata", [&] { metadata(totals); });
                json_.object("import-ap", [&] {
                    json_.field("href", "#" + plan_uuid());
                    json_.field("remarks", "There is no assessment plan; the resource says what was assessed instead.");
                });
                json_.array("results", [&] {
                    for (const PracticeFindings& practice : practices_)
                        json_.object([&] { write_oscal_result(json_, practice, run_.as_of); });
                    if (practices_.empty()) json_.object([&] { no_practice(); });
                });
                json_.object("back-matter", [&] { back_matter(); });
            });
        });
        return json_.take();
    }

    void metadata(const Totals& totals) {
        json_.field("title", "Checklists for health practices: assessment results");
        json_.field("last-modified", now_);
        json_.field("version", iso(run_.as_of));
        json_.field("oscal-version", oscal_version);
        write_oscal_props(json_,
                          {{"tool", fmt::format("hipaa-check {}", version)}, {"result", std::string(totals.result())}});
        std::string remarks(disclaimer);
        for (const SkippedFile& skipped : totals.skipped)
            remarks += fmt::format(" Skipped {}, because {}.", one_line(skipped.file), skipped.why);
        json_.field("remarks", remarks);
    }

    void no_practice() {
        json_.field("uuid", uuid("result of nothing"));
        json_.field("title", "Nothing was checked");
        json_.field("description", "There was no practice file.");
        json_.field("start", now_);
        json_.object("reviewed-controls", [&] { write_no_oscal_controls(json_); });
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
            std::set<std::string> seen;
            for (const PracticeFindings& practice : practices_)
                for (const ChecklistFindings& checklist : practice.checklists)
                    if (seen.insert(checklist.checklist->id).second)
                        json_.object([&] { resource(*checklist.checklist); });
        });
    }

    void resource(const Checklist& checklist) {
        json_.field("uuid", uuid(fmt::format("checklist\n{}\n{}", checklist.id, checklist.version)));
        json_.field("title", one_line(checklist.title));
        std::string description = fmt::format("The checklist {}, version {}.", checklist.id, checklist.version);
        if (checklist.source)
            description += fmt::format(
                " After: {}, by {}, of {}.", checklist.source->title, checklist.source->author,
                checklist.source->reviewed_on == "unknown" ? "unknown date" : checklist.source->reviewed_on);
        json_.field("description", one_line(description));
    }

    static std::string plan_uuid() { return uuid("no assessment plan"); }

    std::ostream& out_;
    Run run_;
    std::string now_;
    std::vector<PracticeFindings> practices_;
    JsonBuilder json_;
};

}  // namespace

std::unique_ptr<Writer> make_oscal(std::ostream& out, const Appearance&) { return std::make_unique<OscalWriter>(out); }

}  // namespace hipaa
