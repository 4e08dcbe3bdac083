// Writing what a JSON report says.
#include "report/json/report_json.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "page/wording.hpp"
#include "report/json/checklist_result_json.hpp"
#include "report/json/evidence_json.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

void write_settings(JsonBuilder& json, const Run& run) {
    json.field("fail_on", name_of(run.fail_on));
    json.number("max_age", run.max_age);
    json.boolean("as_of_given", run.as_of_given);
    json.texts("rules", run.rules);
    json.texts("checklists", run.checklists);
    if (!run.config.empty()) json.field("config", run.config);
    if (!run.set.empty()) json.texts("set", run.set);
    if (run.redacted) json.boolean("redacted", true);
    if (run.baseline)
        json.object("baseline", [&] {
            json.field("file", run.baseline->file);
            json.field("as_of", iso(run.baseline->as_of));
            if (!run.baseline->digest.empty()) json.field("digest", run.baseline->digest);
        });
    if (!run.shard) return;
    json.object("shard", [&] {
        json.number("number", run.shard->number);
        json.number("of", run.shard->of);
    });
}

void write_problems(JsonBuilder& json, const PracticeReport& report) {
    json.objects("problems", report.problems.shown(), [&](const yaml::Problem& problem) {
        json.field("message", problem.message);
        json.place(problem.place);
        json.field("kind", problem.kind);
        if (const std::string excerpt = yaml::excerpt(problem, report.source); !excerpt.empty())
            json.field("excerpt", excerpt);
    });
    if (report.problems.hidden() > 0) json.number("more_problems", report.problems.hidden());
}

void write_due(JsonBuilder& json, const Due& due) {
    json.field("date", iso(due.date));
    json.field("kind", name_of(due.kind));
    json.field("subject", due.id);
    json.field("text", due.text);
}

void write_next_due(JsonBuilder& json, const Assessment& assessment) {
    json.key("next_due");
    if (assessment.next_due) json.object([&] { write_due(json, *assessment.next_due); });
    else json.null();
    if (!assessment.overdue.empty())
        json.objects("overdue", assessment.overdue, [&](const Due& due) { write_due(json, due); });
}

/// The answer to a question of a sheet.
struct Given {
    const Sheet* sheet;
    std::size_t index;

    Evidence evidence() const {
        return {sheet->about, nullptr, 0, &sheet->group->questions[index], &sheet->answers[index]};
    }
    Place place() const { return sheet->answers[index].place; }
    bool is_same(const Given& other) const {
        return evidence().question->key == other.evidence().question->key && sheet->about == other.sheet->about;
    }
};

/// What the file says of the practice itself, as far as it could be read.
std::vector<Given> facts_of(const Practice& practice) {
    std::vector<Given> facts;
    for (std::size_t i = 0; i < practice.facts.answers.size(); ++i) facts.push_back({&practice.facts, i});
    return facts;
}

/// What the file answers, in its order; once also if several checklists ask for it.
std::vector<Given> answers_of(const Practice& practice) {
    std::vector<Given> given;
    const auto gather = [&](const Sheet& sheet) {
        for (std::size_t i = 0; i < sheet.answers.size(); ++i)
            if (sheet.answers[i].state == AnswerState::given || sheet.answers[i].written) given.push_back({&sheet, i});
    };
    gather(practice.facts);
    for (const Sheet& sheet : practice.sheets) gather(sheet);
    std::ranges::stable_sort(given, {}, &Given::place);
    std::vector<Given> once;
    once.reserve(given.size());
    for (const Given& item : given) {
        const auto repeats = [&](const Given& earlier) { return earlier.is_same(item); };
        const auto here = std::ranges::lower_bound(once, item.place(), {}, &Given::place);
        if (std::none_of(here, once.end(), repeats)) once.push_back(item);
    }
    return once;
}

}  // namespace

void write_tool(JsonBuilder& json) {
    json.object("tool", [&] {
        json.field("name", "hipaa-check");
        json.field("version", version);
    });
}

void write_origin(JsonBuilder& json, const Run& run) {
    json.field("format", report_format);
    write_tool(json);
    json.field("as_of", iso(run.as_of));
    json.field("disclaimer", disclaimer);
    json.object("settings", [&] { write_settings(json, run); });
}

void write_totals(JsonBuilder& json, const Run& run, const Totals& totals) {
    json.array("skipped", [&] {
        for (const SkippedFile& skipped : totals.skipped) json.text(skipped.file);
    });
    if (run.baseline) json.texts("gone", totals.gone);
    json.field("result", totals.result());
    write_result_counts(json, totals.counts);
}

void write_end_of_run(JsonBuilder& json, const Run& run, const Totals& totals, const Digests& checklists) {
    json.field("format", report_format);
    json.object("end", [&] {
        json.number("practices", totals.practices);
        if (run.shard) json.field("shard", name_of(*run.shard));
        if (run.baseline) json.texts("gone", totals.gone);
        if (!totals.skipped.empty())
            json.objects("skipped", totals.skipped, [&](const SkippedFile& skipped) {
                json.field("file", skipped.file);
                json.field("why", skipped.why);
            });
        if (totals.practices > 0) return;
        json.field("as_of", iso(run.as_of));
        json.object("settings", [&] { write_settings(json, run); });
    });
    checklists.write(json);
}

void write_practice(JsonBuilder& json, const PracticeReport& report, const Run& run) {
    const auto given = [&](const Given& item) { write_evidence(json, item.evidence(), item.sheet); };
    const Assessment no_assessment;
    const Practice no_practice;
    const Assessment& assessment = report.assessment ? *report.assessment : no_assessment;
    const Practice& practice = report.assessment ? report.practice : no_practice;
    json.field("file", report.source.name);
    json.key("digest");
    report.source.digest.empty() ? json.null() : json.text(report.source.digest);
    json.key("name");
    const std::string name = report.name();
    name.empty() ? json.null() : json.text(name);
    json.object("labels", [&] {
        for (const PracticeLabel& label : report.labels()) json.field(label.name, label.value);
    });
    json.field("result", report.result());
    write_result_counts(json, assessment.counts);
    write_problems(json, report);
    json.objects("facts", facts_of(report.practice), given);
    json.objects("not_checked", assessment.not_checked, [&](const NotChecked& gap) {
        json.field("key", gap.key);
        json.field("reason", gap.reason);
        json.place(gap.place);
    });
    json.objects("remarks", report.all_remarks(), [&](const Remark& remark) {
        json.field("kind", name_of(remark.kind));
        json.field("text", remark.text);
        json.place(remark.place);
    });
    json.objects("assumed", assessment.assumed, [&](const Evidence& item) { write_evidence(json, item, nullptr); });
    write_next_due(json, assessment);
    if (report.baseline)
        json.object("baseline", [&] {
            json.boolean("had_practice", report.baseline->had_practice);
            if (report.baseline->had_mistakes) json.boolean("had_mistakes", true);
            json.number("closed", report.baseline->closed);
            json.texts("lacking", report.baseline->lacking);
        });
    json.objects("answers", answers_of(practice), given);
    json.objects("decisions", practice.decisions, [&](const Decision& decision) { write_decision(json, decision); });
    json.objects("checklists", assessment.checklists, [&](const ChecklistResult& checklist) {
        write_checklist_result(json, checklist, assessment, run, report.baseline.get());
    });
}

}  // namespace hipaa
