// Reading what a JSON report said of a practice.
#include "report/json/recorded_practice.hpp"

#include <fmt/format.h>

#include "json/builder.hpp"
#include "json/parse.hpp"
#include "text/printable.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// A decision without its place in the file.
std::string read_recorded_decision(const JsonFields& decision) {
    JsonBuilder json(JsonBuilder::Layout::one_line);
    json.object([&] {
        for (const std::string_view name : {"accepts", "because", "instead", "by", "decided_on", "review_by"})
            if (decision.has(name)) json.field(name, decision.text(name));
    });
    std::string text = json.take();
    text.pop_back();
    return text;
}

class PointReader {
public:
    explicit PointReader(RecordedPractice& practice) : practice_(practice) {}

    void read_checklist(const JsonFields& fields) {
        RecordedChecklist& checklist = practice_.checklists.emplace_back();
        checklist.id = fields.text("id");
        checklist.name = fields.text("name");
        checklist.about = fields.text("about");
        checklist.file = fields.text("file");
        if (fields.has("extends")) checklist.extends = fields.text("extends");
        if (fields.has("extended_file")) checklist.extended_file = fields.text("extended_file");
        practice_.answers.emplace(checklist.about, empty_part);
        fields.each("caveats", [&](const JsonFields& caveat) {
            if (caveat.flag("deal_breaker")) read_caveat(caveat);
        });
        fields.each("contradictions", [&](const JsonFields& contradiction) {
            RecordedPoint& point = add(PointKind::contradiction, contradiction);
            point.title = contradiction.text("message");
        });
        fields.each("notes", [&](const JsonFields& note) {
            note.each("checks", [&](const JsonFields& check) { read_check(note, check); });
        });
    }

private:
    void read_check(const JsonFields& note, const JsonFields& check) {
        RecordedPoint& point = add(PointKind::check, check);
        point.note = note.text("id");
        point.number = note.whole("number");
        point.title = note.text("title");
        point.basis = check.one_of<Basis>("basis");
    }

    void read_caveat(const JsonFields& caveat) {
        RecordedPoint& point = add(PointKind::caveat, caveat);
        point.title = caveat.text("title");
    }

    RecordedPoint& add(PointKind kind, const JsonFields& fields) {
        RecordedPoint& point = practice_.points.emplace_back();
        point.kind = kind;
        point.id = fields.text("id");
        point.checklist = practice_.checklists.size() - 1;
        point.result = fields.one_of<Result>("result");
        point.fix = fields.text("fix");
        point.reason = fields.text("reason");
        point.is_stale = fields.has("cause") && fields.text("cause") == name_of(Cause::stale);
        fields.each("evidence", [&](const JsonFields& item) { point.read.emplace_back(item.text("key")); });
        return point;
    }

    RecordedPractice& practice_;
};

/// What `read` makes of the top of a JSON text.
template <typename Read>
auto read_json(std::string_view json, JsonMistake& mistake, Read&& read) {
    JsonDocument document;
    const rapidjson::ParseResult parsed = parse_json(json, document);
    if (!parsed) mistake.sentence = fmt::format("this is not JSON ({})", json_error(parsed));
    return read(JsonFields(document, mistake));
}

RecordedPractice read_practice_fields(const JsonFields& fields) {
    RecordedPractice practice;
    practice.file = fields.text("file");
    if (!fields.value("name").IsNull()) practice.name = fields.text("name");
    if (!fields.value("digest").IsNull()) practice.digest = fields.text("digest");
    practice.result = fields.text("result");
    const auto read_into = [&](RecordedAnswers& answers, const JsonFields& answer) {
        std::string value = answer.json("value");
        answers.insert_or_assign(std::string(answer.text("key")),
                                 value.empty() ? std::string(no_answer) : std::move(value));
    };
    fields.each("answers", [&](const JsonFields& answer) { read_into(practice.answers, answer); });
    if (fields.has("assumed"))
        fields.each("assumed", [&](const JsonFields& answer) {
            if (answer.text("key").find('[') == std::string_view::npos) read_into(practice.assumed, answer);
        });
    fields.each("decisions",
                [&](const JsonFields& decision) { practice.decisions.push_back(read_recorded_decision(decision)); });
    PointReader points(practice);
    fields.each("checklists", [&](const JsonFields& checklist) { points.read_checklist(checklist); });
    return practice;
}

}  // namespace

RecordedHead read_recorded_head(std::string_view json, JsonMistake& mistake) {
    return read_json(json, mistake, [&](const JsonFields& fields) {
        RecordedHead head;
        if (!mistake.empty()) return head;
        const std::string_view format = fields.text("format");
        if (mistake.empty() && format != report_format)
            mistake.sentence = format.starts_with("hipaa-check/report/")
                                   ? fmt::format(
                                         "this is {}, and this version of hipaa-check reads {}; check again "
                                         "with this version what it was written from",
                                         yaml::quote(printable(format)), report_format)
                                   : "this is not a report of hipaa-check";
        if (!mistake.empty()) return head;
        if (fields.has("digests")) head.digests = fields.text_members("digests");
        if (fields.has("end")) {
            head.end = read_run_end(fields);
            head.digests = head.end->digests;
        } else {
            head.run = read_run(fields);
        }
        return head;
    });
}

RecordedPractice read_recorded_practice(std::string_view json, JsonMistake& mistake) {
    return read_json(json, mistake, [&](const JsonFields& fields) {
        return mistake.empty() ? read_practice_fields(fields) : RecordedPractice();
    });
}

}  // namespace hipaa
