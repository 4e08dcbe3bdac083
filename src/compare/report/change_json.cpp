// Changes as JSON.
#include <utility>

#include "compare/report/change_json.hpp"
#include "compare/report/change_report.hpp"
#include "report/json/report_json.hpp"
#include "report/json_elements.hpp"

namespace hipaa {
namespace {

constexpr std::string_view diff_format = "hipaa-check/diff/1";

void write_result(JsonBuilder& json, std::string_view name, std::optional<Result> result) {
    json.key(name);
    result ? json.text(name_of(*result)) : json.null();
}

void write_built(JsonBuilder& json, std::string_view name, std::string_view value) {
    json.key(name);
    value.empty() ? json.null() : json.built(value);
}

std::string_view state_name(PracticeState state) {
    switch (state) {
        case PracticeState::fresh:
            return "new";
        case PracticeState::gone:
            return "gone";
        case PracticeState::broken:
            return "error";
        case PracticeState::both:
            break;
    }
    return {};
}

class JsonChanges final : public ChangeWriter {
public:
    explicit JsonChanges(std::ostream& out) : out_(out) {}

    void begin(const Comparison& comparison) override { comparison_ = comparison; }

    void practice(const PracticeChanges& practice) override {
        for (const Change& change : practice.changes) write_change(changes_.builder(), practice, change);
        changes_.settle();
        write_practice_state(practices_.builder(), practice);
        practices_.settle();
    }

    void end(const ChangeTotals&) override {
        JsonBuilder json;
        const auto write = [&](std::string_view text) { out_ << text; };
        json.object([&] {
            json.field("format", diff_format);
            write_tool(json);
            json.field("old_as_of", iso(comparison_.from));
            json.field("as_of", iso(comparison_.to));
            json.field("disclaimer", disclaimer);
            if (!comparison_.set.empty()) json.texts("set", comparison_.set);
            changes_.write_to(json, "changes", write);
            practices_.write_to(json, "practices", write);
        });
        out_ << json.take();
    }

private:
    std::ostream& out_;
    Comparison comparison_;
    JsonElements changes_{1};
    JsonElements practices_{1};
};

}  // namespace

void write_change(JsonBuilder& json, const PracticeChanges& practice, const Change& change) {
    json.object([&] {
        json.field("file", practice.file);
        json.key("name");
        practice.name.empty() ? json.null() : json.text(practice.name);
        json.field("id", change.point.id);
        json.field("kind", name_of(change.point.kind));
        json.field("title", change.point.title);
        if (change.point.basis) json.field("basis", name_of(*change.point.basis));
        write_result(json, "from", change.from);
        write_result(json, "to", change.to);
        json.field("direction", name_of(change.direction));
        json.array("causes", [&] {
            for (const ChangeCause cause : change.causes) json.text(name_of(cause));
        });
        json.boolean("proven", change.proven);
        if (change.age_limit)
            json.object("max_age", [&] {
                json.number("old", change.age_limit->old);
                json.number("new", change.age_limit->now);
            });
        json.objects("answers", change.answers, [&](const AnswerChange& answer) {
            json.field("key", answer.key);
            write_built(json, "old", answer.old);
            if (answer.old_is_assumed) json.boolean("old_assumed", true);
            write_built(json, "new", answer.now);
            if (answer.now_is_assumed) json.boolean("new_assumed", true);
        });
    });
}

void write_practice_state(JsonBuilder& json, const PracticeChanges& practice) {
    if (practice.state == PracticeState::both) return;
    json.object([&] {
        json.field("file", practice.file);
        json.key("name");
        practice.name.empty() ? json.null() : json.text(practice.name);
        json.field("state", state_name(practice.state));
        if (practice.was_broken && practice.state == PracticeState::fresh) json.boolean("had_mistakes", true);
    });
}

std::unique_ptr<ChangeWriter> make_json_changes(std::ostream& out, const Appearance&) {
    return std::make_unique<JsonChanges>(out);
}

}  // namespace hipaa
