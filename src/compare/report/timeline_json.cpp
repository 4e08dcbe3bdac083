// A timeline as JSON.
#include <deque>

#include "compare/report/change_json.hpp"
#include "compare/report/timeline.hpp"
#include "report/json/report_json.hpp"
#include "report/json_elements.hpp"

namespace hipaa {
namespace {

class JsonTimeline final : public TimelineWriter {
public:
    explicit JsonTimeline(std::ostream& out) : out_(out) {}

    void practice(std::size_t step, const PracticeChanges& practice, bool) override {
        while (steps_.size() <= step) steps_.emplace_back();
        Step& at = steps_[step];
        for (const Change& change : practice.changes) write_change(at.changes.builder(), practice, change);
        at.changes.settle();
        write_practice_state(at.practices.builder(), practice);
        at.practices.settle();
    }

    void end(const std::vector<TimelineReport>& reports) override {
        steps_.resize(reports.size() - 1);
        JsonBuilder json;
        const auto write = [&](std::string_view text) { out_ << text; };
        json.object([&] {
            json.field("format", "hipaa-check/timeline/1");
            write_tool(json);
            json.field("disclaimer", disclaimer);
            json.objects("reports", reports, [&](const TimelineReport& report) { write_report(json, report); });
            json.array("steps", [&] {
                for (std::size_t i = 0; i < steps_.size(); ++i)
                    json.object([&] {
                        json.field("from", iso(reports[i].as_of));
                        json.field("to", iso(reports[i + 1].as_of));
                        steps_[i].changes.write_to(json, "changes", write);
                        steps_[i].practices.write_to(json, "practices", write);
                    });
            });
        });
        out_ << json.take();
    }

private:
    struct Step {
        JsonElements changes{3};
        JsonElements practices{3};
    };

    static void write_report(JsonBuilder& json, const TimelineReport& report) {
        json.field("file", report.name);
        json.field("as_of", iso(report.as_of));
        if (!report.set.empty()) json.texts("set", report.set);
        json.number("practices", report.practices);
        if (report.open.broken > 0) json.number("errors", report.open.broken);
        if (report.open.unchecked > 0) json.number("not_checked", report.open.unchecked);
        json.object("open", [&] {
            for (const Basis basis : values_of<Basis>) json.number(name_of(basis), report.open.checks[basis]);
            json.number("others", report.open.others);
        });
    }

    std::ostream& out_;
    std::deque<Step> steps_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_json_timeline(std::ostream& out, const Appearance&) {
    return std::make_unique<JsonTimeline>(out);
}

}  // namespace hipaa
