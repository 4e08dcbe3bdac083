// Writing what a JSON report says on one checklist.
#include "report/json/checklist_result_json.hpp"

#include "page/wording.hpp"
#include "report/json/evidence_json.hpp"
#include "report/to_do.hpp"
#include "report/triage.hpp"

namespace hipaa {
namespace {

class ChecklistResultJson {
public:
    ChecklistResultJson(JsonBuilder& json, const ChecklistResult& result, const Assessment& assessment, const Run& run,
                        const BaselineMarks* marks)
        : json_(json), result_(result), sheet_(*result.sheet), assessment_(assessment), run_(run), marks_(marks) {}

    void write() {
        const Checklist& checklist = *result_.checklist;
        fixed(&checklist, 0, [&] {
            json_.field("id", sheet_.id_of(checklist.id));
            json_.field("title", checklist.title);
            json_.field("about", sheet_.about);
            json_.field("version", checklist.version);
            json_.field("file", checklist.file);
            if (!checklist.extends.empty()) {
                json_.field("extends", checklist.extends);
                json_.field("extended_file", checklist.extended_file);
            }
            write_source(json_, checklist);
            json_.field("disclaimer", checklist.disclaimer);
        });
        json_.field("name", product_name(result_));
        json_.place(sheet_.place);
        json_.field("result", name_of(result_.result));
        write_result_counts(json_, result_.counts);
        fixed(&checklist, 1, [&] {
            if (checklist.vital_stats) json_.object("vital_stats", [&] { vital_stats(*checklist.vital_stats); });
            json_.texts("characteristics", checklist.characteristics);
            json_.texts("suits", checklist.suits);
            json_.field("impression", checklist.impression);
        });
        json_.objects("caveats", result_.caveats, [&](const CaveatResult& found) { caveat(found); });
        json_.objects("contradictions", result_.contradictions,
                      [&](const ContradictionResult& found) { contradiction(found); });
        json_.objects("notes", result_.notes, [&](const NoteResult& found) { note(found); });
    }

private:
    template <typename Write>
    void fixed(const void* of, std::size_t part, Write&& write) {
        write_fixed(json_, sheet_, of, part, write);
    }

    /// Of what depends on the result, and on whether HIPAA may not bind.
    std::size_t part_of(Result result) const {
        return static_cast<std::size_t>(result) * 2 + assessment_.hipaa_may_not_bind;
    }

    void vital_stats(const VitalStats& stats) {
        json_.field("compliance_possible", stats.compliance_possible);
        json_.field("recommended", stats.recommended);
        json_.field("recommended_note", stats.recommended_note);
        if (stats.caveats) json_.number("caveats", *stats.caveats);
        if (stats.notes) json_.number("notes", *stats.notes);
    }

    void links(const std::vector<Link>& links) {
        json_.objects("read_more", links, [&](const Link& link) {
            json_.field("title", link.title);
            json_.field("url", link.url);
        });
    }

    void basis(Basis basis) {
        json_.field("basis", name_of(basis));
        if (rests_on_law(basis) && assessment_.hipaa_may_not_bind) json_.field("applicability", may_not_bind);
    }

    void baseline(std::string_view full_id) {
        const BaselineMark* mark = marks_ ? marks_->find(sheet_.id_of(full_id)) : nullptr;
        if (!mark) return;
        json_.field("baseline", name_of(mark->state));
        if (mark->of_checklist) json_.boolean("baseline_of_checklist", true);
    }

    void evidence(const std::vector<Evidence>& items) {
        json_.objects("evidence", items, [&](const Evidence& item) { write_evidence(json_, item, &sheet_); });
    }

    void caveat(const CaveatResult& found) {
        const Caveat& caveat = *found.caveat;
        fixed(&caveat, 0, [&] {
            json_.field("id", sheet_.id_of(caveat.full_id));
            json_.field("title", caveat.title);
            json_.field("text", caveat.text);
            json_.texts("cites", caveat.cites);
            links(caveat.read_more);
            json_.boolean("deal_breaker", caveat.deal_breaker);
        });
        json_.field("applies", name_of(found.applies));
        if (caveat.deal_breaker) {
            json_.field("result", name_of(found.result));
            json_.field("fix", fix_of(found));
            json_.field("cause", name_of(found.cause));
            json_.field("reason", reason(found, assessment_, run_.max_age));
            baseline(caveat.full_id);
        }
        evidence(found.evidence);
    }

    void contradiction(const ContradictionResult& found) {
        json_.field("id", sheet_.id_of(found.contradiction->full_id));
        json_.field("message", found.contradiction->message);
        json_.field("result", name_of(Result::unknown));
        json_.field("fix", fix_of(found));
        json_.field("reason", reason(found));
        baseline(found.contradiction->full_id);
        json_.array("affects", [&] {
            for (const std::size_t note : found.contradiction->affects)
                json_.text(sheet_.id_of(result_.checklist->notes[note].full_id));
        });
        evidence(found.evidence);
    }

    void note(const NoteResult& found) {
        const Note& note = *found.note;
        fixed(&note, part_of(found.result), [&] {
            json_.field("id", sheet_.id_of(note.full_id));
            json_.number("number", note.number);
            json_.field("title", note.title);
            json_.field("why", note.why);
            basis(note.basis);
            json_.texts("cites", note.cites);
            json_.texts("relates_to", note.relates_to);
            links(note.read_more);
            write_wording(json_, note);
            write_vendor_says(json_, note);
            json_.field("result", name_of(found.result));
        });
        json_.objects("checks", found.checks, [&](const CheckResult& result) { check(result); });
    }

    void check(const CheckResult& found) {
        const Check& check = *found.check;
        fixed(&check, part_of(found.result), [&] {
            json_.field("id", sheet_.id_of(check.full_id));
            basis(check.basis);
            json_.boolean("waivable", check.waivable);
            json_.field("result", name_of(found.result));
        });
        json_.field("message", found.message());
        // While a check is undecided, there is something else to do first.
        if (found.result == Result::unknown) json_.field("fix", fix_of(found));
        else json_.field("fix", found.fix());
        json_.field("cause", name_of(found.cause));
        json_.field("reason", reason(found, assessment_, run_.max_age));
        baseline(check.full_id);
        if (found.decision) json_.object("decision", [&] { write_decision(json_, *found.decision); });
        evidence(found.evidence);
        if (!found.shortfalls.empty()) json_.texts("shortfalls", found.shortfalls);
    }

    JsonBuilder& json_;
    const ChecklistResult& result_;
    const Sheet& sheet_;
    const Assessment& assessment_;
    const Run& run_;
    const BaselineMarks* marks_;
};

}  // namespace

void write_checklist_result(JsonBuilder& json, const ChecklistResult& result, const Assessment& assessment,
                            const Run& run, const BaselineMarks* marks) {
    ChecklistResultJson(json, result, assessment, run, marks).write();
}

void write_source(JsonBuilder& json, const Checklist& checklist) {
    if (!checklist.source) return;
    json.object("source", [&] {
        json.field("title", checklist.source->title);
        json.field("author", checklist.source->author);
        json.field("url", checklist.source->url);
        json.field("reviewed_on", checklist.source->reviewed_on);
    });
}

void write_vendor_says(JsonBuilder& json, const Note& note) {
    if (!note.vendor_says) return;
    json.object("vendor_says", [&] {
        json.field("text", note.vendor_says->text);
        json.field("source", note.vendor_says->source);
        json.field("page_date", note.vendor_says->page_date);
        json.field("status", name_of(note.vendor_says->status));
    });
}

void write_wording(JsonBuilder& json, const Note& note) {
    json.objects("wording", note.wording, [&](const Wording& wording) {
        json.field("for", wording.purpose);
        json.field("text", wording.text);
    });
}

void write_result_counts(JsonBuilder& json, const Counts& counts) {
    json.object("counts", [&] {
        for (const Result result :
             {Result::pass, Result::accepted, Result::attention, Result::unknown, Result::fail, Result::not_applicable})
            json.number(name_of(result), counts[result]);
    });
}

}  // namespace hipaa
