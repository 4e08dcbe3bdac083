// What a report says in JSON, whatever writes it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/rapidjson.h>

#include "page/wording.hpp"
#include "report/run.hpp"
#include "report/to_do.hpp"
#include "report/triage.hpp"
#include "version.hpp"

namespace hipaa {

/// `Json` is a handler as RapidJSON has them, which can also be told what is the same in each practice: see JsonLine.
template <typename Json>
class ReportJson {
public:
    ReportJson(Json& json, const Run& run) : json_(json), run_(run) {}

    /// The members that stand at the top of a report, and in each line of `jsonl`.
    void origin() {
        format();
        object("tool", [&] {
            field("name", "hipaa-check");
            field("version", version);
        });
        field("as_of", iso(run_.as_of));
        field("disclaimer", disclaimer);
    }

    void settings() {
        object("settings", [&] {
            field("fail_on", name_of(run_.fail_on));
            key("max_age");
            json_.Int64(run_.max_age);
            key("as_of_given");
            json_.Bool(run_.as_of_given);
            texts("rules", run_.rules);
            texts("checklists", run_.checklists);
            if (run_.shard) shard(*run_.shard);
        });
    }

    /// The members of the last line of `jsonl`. Without that line a file is known to be cut off.
    void end_of_run(std::size_t practices) {
        format();
        object("end", [&] {
            key("practices");
            json_.Uint64(practices);
            if (run_.shard) field("shard", name_of(*run_.shard));
        });
    }

    void skipped(const Totals& totals) {
        std::vector<std::string> files;
        for (const SkippedFile& skipped : totals.skipped) files.push_back(skipped.file);
        texts("skipped", files);
    }

    void counts(const Counts& counts) {
        object("counts", [&] {
            for (const Result result : {Result::pass, Result::accepted, Result::attention, Result::unknown,
                                        Result::fail, Result::not_applicable}) {
                key(name_of(result));
                json_.Uint64(counts[result]);
            }
        });
    }

    /// The members of one practice.
    void practice(const PracticeReport& report) {
        field("file", report.source.name);
        key("name");
        const std::string name = report.name();
        name.empty() ? json_.Null() : text(name);
        field("result", report.result());
        const Assessment none;
        const Assessment& assessment = report.assessment ? *report.assessment : none;
        counts(assessment.counts);
        problems(report);
        facts(report.practice.facts);
        array("not_checked", assessment.not_checked, [&](const NotChecked& gap) {
            field("key", gap.key);
            field("reason", gap.reason);
            json_.place(gap.place);
        });
        array("remarks", assessment.remarks, [&](const Remark& remark) {
            field("kind", name_of(remark.kind));
            field("text", remark.text);
            json_.place(remark.place);
        });
        array("assumed", assessment.assumed, [&](const Evidence& item) { evidence_members(item, nullptr); });
        next_due(assessment.next_due);
        const Practice nothing;
        const Practice& practice = report.assessment ? report.practice : nothing;
        answers(practice);
        array("decisions", practice.decisions, [&](const Decision& decision) { decision_members(decision); });
        array("checklists", assessment.checklists,
              [&](const ChecklistResult& checklist) { checklist_members(checklist, assessment); });
    }

    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }

private:
    void format() { field("format", report_format); }

    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    bool text(std::string_view value) {
        return json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }

    /// What depends on nothing but `of` and `part`, unless the sheet's product is part of an id.
    template <typename Write>
    void fixed(const Sheet& sheet, const void* of, unsigned part, Write&& write) {
        if (sheet.product.empty()) json_.repeat(of, part, write);
        else write();
    }

    template <typename Texts>
    void texts(std::string_view name, const Texts& values) {
        key(name);
        json_.StartArray();
        for (const auto& value : values) text(value);
        json_.EndArray();
    }

    template <typename Members>
    void object(std::string_view name, Members&& members) {
        key(name);
        json_.StartObject();
        members();
        json_.EndObject();
    }

    template <typename Items, typename Members>
    void array(std::string_view name, const Items& items, Members&& members) {
        key(name);
        json_.StartArray();
        for (const auto& item : items) {
            json_.StartObject();
            members(item);
            json_.EndObject();
        }
        json_.EndArray();
    }

    void next_due(const std::optional<Due>& due) {
        if (!due) {
            key("next_due");
            json_.Null();
            return;
        }
        object("next_due", [&] {
            field("date", iso(due->date));
            field("kind", name_of(due->kind));
            field("subject", due->id);
            field("text", due->text);
        });
    }

    void shard(const Shard& shard) {
        object("shard", [&] {
            key("number");
            json_.Uint64(shard.number);
            key("of");
            json_.Uint64(shard.of);
        });
    }

    void problems(const PracticeReport& report) {
        array("problems", report.problems.shown(), [&](const yaml::Problem& problem) {
            field("message", problem.message);
            json_.place(problem.place);
            field("kind", problem.kind);
            if (const std::string excerpt = yaml::excerpt(problem, report.source); !excerpt.empty())
                field("excerpt", excerpt);
        });
        if (report.problems.hidden() == 0) return;
        key("more_problems");
        json_.Uint64(report.problems.hidden());
    }

    /// What the file says of the practice itself, as far as it could be read.
    void facts(const Sheet& facts) {
        key("facts");
        json_.StartArray();
        for (std::size_t i = 0; i < facts.answers.size(); ++i) {
            json_.StartObject();
            evidence_members({facts.about, nullptr, 0, &facts.group->questions[i], &facts.answers[i]}, &facts);
            json_.EndObject();
        }
        json_.EndArray();
    }

    /// What the file answers, in its order; once also if several checklists ask for it.
    void answers(const Practice& practice) {
        struct Given {
            const Sheet* sheet;
            std::size_t index;
            const Question& question() const { return sheet->group->questions[index]; }
            const Answer& answer() const { return sheet->answers[index]; }
            Place place() const { return answer().place; }
            bool is_same(const Given& other) const {
                return question().key == other.question().key && sheet->about == other.sheet->about;
            }
        };
        std::vector<Given> given;
        const auto gather = [&](const Sheet& sheet) {
            for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
                const Answer& answer = sheet.answers[i];
                if (answer.state == AnswerState::given || answer.written) given.push_back({&sheet, i});
            }
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
        array("answers", once, [&](const Given& item) {
            evidence_members({item.sheet->about, nullptr, 0, &item.question(), &item.answer()}, item.sheet);
        });
    }

    void links(const std::vector<Link>& links) {
        array("read_more", links, [&](const Link& link) {
            field("title", link.title);
            field("url", link.url);
        });
    }

    void checklist_members(const ChecklistResult& result, const Assessment& assessment) {
        const Checklist& checklist = *result.checklist;
        fixed(*result.sheet, &checklist, 0, [&] {
            field("id", result.sheet->id_of(checklist.id));
            field("title", checklist.title);
            field("about", result.sheet->about);
            field("version", checklist.version);
            field("file", checklist.file);
            if (checklist.source) source(*checklist.source);
            field("disclaimer", checklist.disclaimer);
        });
        field("name", product_name(result));
        json_.place(result.sheet->place);
        field("result", name_of(result.result));
        counts(result.counts);
        fixed(*result.sheet, &checklist, 1, [&] {
            if (checklist.vital_stats) vital_stats(*checklist.vital_stats);
            texts("characteristics", checklist.characteristics);
            texts("suits", checklist.suits);
            field("impression", checklist.impression);
        });
        array("caveats", result.caveats,
              [&](const CaveatResult& caveat) { caveat_members(caveat, *result.sheet, assessment); });
        array("contradictions", result.contradictions, [&](const ContradictionResult& found) {
            field("id", result.sheet->id_of(found.contradiction->full_id));
            field("message", found.contradiction->message);
            field("result", name_of(Result::unknown));
            field("fix", fix_of(found));
            field("reason", hipaa::reason(found));
            key("affects");
            json_.StartArray();
            for (const std::size_t note : found.contradiction->affects)
                text(result.sheet->id_of(checklist.notes[note].full_id));
            json_.EndArray();
            evidence(found.evidence, *result.sheet);
        });
        array("notes", result.notes, [&](const NoteResult& note) { note_members(note, *result.sheet, assessment); });
    }

    void source(const Review& review) {
        object("source", [&] {
            field("title", review.title);
            field("author", review.author);
            field("url", review.url);
            field("reviewed_on", review.reviewed_on);
        });
    }

    void vital_stats(const VitalStats& stats) {
        object("vital_stats", [&] {
            field("compliance_possible", stats.compliance_possible);
            field("recommended", stats.recommended);
            field("recommended_note", stats.recommended_note);
            stated_count("caveats", stats.caveats);
            stated_count("notes", stats.notes);
        });
    }

    void stated_count(std::string_view name, std::optional<int> count) {
        if (!count) return;
        key(name);
        json_.Int(*count);
    }

    void caveat_members(const CaveatResult& result, const Sheet& sheet, const Assessment& assessment) {
        fixed(sheet, result.caveat, 0, [&] {
            field("id", sheet.id_of(result.caveat->full_id));
            field("title", result.caveat->title);
            field("text", result.caveat->text);
            texts("cites", result.caveat->cites);
            links(result.caveat->read_more);
            key("deal_breaker");
            json_.Bool(result.caveat->deal_breaker);
        });
        field("applies", name_of(result.applies));
        if (result.caveat->deal_breaker) {
            field("result", name_of(result.result));
            field("fix", fix_of(result));
            field("cause", name_of(result.cause));
            field("reason", hipaa::reason(result, assessment, run_.max_age));
        }
        evidence(result.evidence, sheet);
    }

    void note_members(const NoteResult& result, const Sheet& sheet, const Assessment& assessment) {
        const Note& note = *result.note;
        fixed(sheet, &note, static_cast<unsigned>(result.result) * 2 + assessment.hipaa_may_not_bind, [&] {
            field("id", sheet.id_of(note.full_id));
            key("number");
            json_.Int(note.number);
            field("title", note.title);
            field("why", note.why);
            field("basis", name_of(note.basis));
            if (rests_on_law(note.basis) && assessment.hipaa_may_not_bind) field("applicability", may_not_bind);
            texts("cites", note.cites);
            texts("relates_to", note.relates_to);
            links(note.read_more);
            array("wording", note.wording, [&](const Wording& wording) {
                field("for", wording.purpose);
                field("text", wording.text);
            });
            if (note.vendor_says) vendor_says(*note.vendor_says);
            field("result", name_of(result.result));
        });
        key("checks");
        json_.StartArray();
        for (const CheckResult& check : result.checks) {
            json_.StartObject();
            check_members(check, sheet, assessment);
            json_.EndObject();
        }
        json_.EndArray();
    }

    void vendor_says(const VendorStatement& statement) {
        object("vendor_says", [&] {
            field("text", statement.text);
            field("source", statement.source);
            field("page_date", statement.page_date);
            field("status", name_of(statement.status));
        });
    }

    void check_members(const CheckResult& result, const Sheet& sheet, const Assessment& assessment) {
        const Check& check = *result.check;
        fixed(sheet, &check, static_cast<unsigned>(result.result) * 2 + assessment.hipaa_may_not_bind, [&] {
            field("id", sheet.id_of(check.full_id));
            field("basis", name_of(check.basis));
            if (rests_on_law(check.basis) && assessment.hipaa_may_not_bind) field("applicability", may_not_bind);
            key("waivable");
            json_.Bool(check.waivable);
            field("result", name_of(result.result));
        });
        field("message", result.message());
        // While a check is undecided, there is something else to do first.
        if (result.result == Result::unknown) field("fix", fix_of(result));
        else field("fix", result.fix());
        field("cause", name_of(result.cause));
        field("reason", hipaa::reason(result, assessment, run_.max_age));
        if (result.decision) object("decision", [&] { decision_members(*result.decision); });
        evidence(result.evidence, sheet);
    }

    void decision_members(const Decision& decision) {
        field("accepts", decision.accepts);
        field("because", decision.because);
        if (!decision.instead.empty()) field("instead", decision.instead);
        field("by", decision.by);
        field("decided_on", iso(decision.decided_on));
        field("review_by", iso(decision.review_by));
        json_.place(decision.place);
    }

    void evidence(const std::vector<Evidence>& items, const Sheet& sheet) {
        array("evidence", items, [&](const Evidence& item) { evidence_members(item, &sheet); });
    }

    /// True if the item is one of the sheet's own questions, or a fact, rather than part of a list or of another checklist.
    static bool is_own_question(const Evidence& item, const Sheet& sheet) {
        return !item.list && (item.about.empty() || item.about.data() == sheet.about.data());
    }

    /// `sheet`: where the item may come from; null if that is not known.
    void evidence_members(const Evidence& item, const Sheet* sheet) {
        const auto write_key = [&] {
            field("key", item.key());
            key("value");
        };
        if (sheet && is_own_question(item, *sheet)) fixed(*sheet, item.question, 0, write_key);
        else write_key();
        value(*item.question, *item.answer);
        if (item.answer->state == AnswerState::assumed) {
            key("assumed");
            json_.Bool(true);
        }
        if (!item.answer->known() && item.answer->written) {
            key("written");
            json_.Bool(true);
        }
        json_.place(item.answer->place);
    }

    void value(const Question& question, const Answer& answer) {
        if (!answer.known()) {
            json_.Null();
        } else if (const auto* scalar = std::get_if<Scalar>(&answer.value)) {
            scalar_value(question, *scalar, answer);
        } else if (const auto* words = std::get_if<std::vector<Word>>(&answer.value)) {
            json_.StartArray();
            for (const Word word : *words) text(question.text_of(word));
            json_.EndArray();
        } else {
            json_.StartArray();
            for (const Record& record : std::get<std::vector<Record>>(answer.value)) record_value(question, record);
            json_.EndArray();
        }
    }

    void scalar_value(const Question& question, const Scalar& scalar, const Answer& answer) {
        const auto* number = std::get_if<double>(&scalar);
        if (const auto* yes = std::get_if<bool>(&scalar)) json_.Bool(*yes);
        else if (number && *number < 9e15 && static_cast<double>(static_cast<std::int64_t>(*number)) == *number)
            json_.Int64(static_cast<std::int64_t>(*number));
        else if (number) json_.Double(*number);
        else if (const auto* word = std::get_if<Word>(&scalar)) text(question.text_of(*word));
        else text(show(question, answer));
    }

    void record_value(const Question& list, const Record& record) {
        json_.StartObject();
        for (std::size_t i = 0; i < list.fields.size(); ++i) {
            key(list.fields[i].key);
            value(list.fields[i], record.answers[i]);
        }
        json_.EndObject();
    }

    Json& json_;
    const Run& run_;
};

}  // namespace hipaa
