// Reading back what a JSON report says on one checklist.
#include "report/json/checklist_result_reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/printable.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view get_the_same =
    "give `merge` the same checklists as the runs had, with --rules, or run that "
    "part again";

constexpr std::array caveat_causes{Cause::when, Cause::stale};

void refuse_other_version(const JsonFields& fields, const Checklist& here) {
    fields.refuse_checklists(fmt::format("its checklist `{}` has version {}, and the one here {}; {}", here.id,
                                         printable(fields.text("version")), here.version, get_the_same));
}

void refuse_difference(const JsonFields& fields, std::string_view id) {
    fields.refuse_checklists(
        fmt::format("{} is not what it is in the checklist here, though the version is the same; {}", yaml::quote(id),
                    get_the_same));
}

bool is_same(const JsonFields& fields, const Note& note) {
    return fields.text("title") == note.title && fields.text("why") == note.why &&
           fields.text("basis") == name_of(note.basis) &&
           fields.whole("number") == static_cast<std::uint32_t>(note.number);
}

/// The case whose message a check has in the report; null if it is the check's own.
const CheckCase* case_told(const JsonFields& fields, const Check& check) {
    const std::string_view message = fields.text("message");
    if (message == check.message) return nullptr;
    const auto told = std::ranges::find(check.cases, message, &CheckCase::message);
    return told == check.cases.end() ? nullptr : &*told;
}

bool is_same(const JsonFields& fields, const Check& check) {
    const bool undecided = fields.text("result") == name_of(Result::unknown);  // then `fix` depends on the answers
    const CheckCase* told = case_told(fields, check);
    const Text message = told ? told->message : check.message;
    const Text fix = told && !told->fix.empty() ? told->fix : check.fix;
    return fields.text("message") == message && (undecided || fields.text("fix") == fix) &&
           fields.text("basis") == name_of(check.basis) && fields.flag("waivable") == check.waivable;
}

bool is_same(const JsonFields& fields, const Caveat& caveat) {
    return fields.text("title") == caveat.title && fields.text("text") == caveat.text &&
           fields.flag("deal_breaker") == caveat.deal_breaker;
}

/// Calls `read` with each object of an array and the item of `known` that it is about. The two must go together.
template <typename Known, typename Read>
void each_of(const JsonFields& fields, std::string_view name, const Known& known, const Sheet& sheet, Read&& read) {
    std::size_t index = 0;
    fields.each(name, [&](const JsonFields& item) {
        const std::string_view id = item.text("id");
        if (index >= known.size() || id != sheet.id_of(known[index].full_id) || !is_same(item, known[index]))
            return refuse_difference(item, id);
        read(item, known[index++]);
    });
    if (index < known.size()) refuse_difference(fields, sheet.id_of(known[index].full_id));
}

}  // namespace

bool ChecklistResultReader::begin(const JsonFields& fields, std::vector<Sheet>& sheets) const {
    const std::string_view id = fields.text("id");
    const auto found = std::ranges::find(library_.checklists, id.substr(0, id.find('@')), &Checklist::id);
    if (found == library_.checklists.end()) {
        fields.refuse_checklists(fmt::format("the checklist {} is not known here; {}", yaml::quote(id), get_the_same));
        return false;
    }
    if (fields.text("version") != found->version) {
        refuse_other_version(fields, *found);
        return false;
    }
    Sheet sheet;
    sheet.checklist = &*found;
    sheet.group = &found->group;
    sheet.about = fields.text("about");
    sheet.name = fields.text("name");
    sheet.place = fields.place();
    if (found->generic()) sheet.product = sheet.about.substr(std::min(sheet.about.size(), sheet.about.find('.') + 1));
    if (fields.text("title") != found->title || sheet.id_of(found->id) != id ||
        (!found->generic() && sheet.about != found->group.about)) {
        refuse_difference(fields, id);
        return false;
    }
    sheets.push_back(std::move(sheet));
    return true;
}

ChecklistResult ChecklistResultReader::read(const JsonFields& fields, const Sheet& sheet) {
    ChecklistResult result;
    result.checklist = sheet.checklist;
    result.sheet = &sheet;
    read_notes(fields, result);
    read_caveats(fields, result);
    read_contradictions(fields, result);
    return result;
}

void ChecklistResultReader::read_notes(const JsonFields& fields, ChecklistResult& result) {
    const Sheet& sheet = *result.sheet;
    each_of(fields, "notes", result.checklist->notes, sheet, [&](const JsonFields& item, const Note& note) {
        NoteResult& read = result.notes.emplace_back();
        read.note = &note;
        each_of(item, "checks", note.checks, sheet, [&](const JsonFields& inner, const Check& check) {
            read.checks.push_back(read_check(inner, check, sheet));
        });
    });
}

CheckResult ChecklistResultReader::read_check(const JsonFields& fields, const Check& check, const Sheet& sheet) {
    CheckResult result;
    result.check = &check;
    result.result = fields.one_of<Result>("result");
    result.cause = fields.one_of<Cause>("cause");
    result.evidence = evidence_.read(fields, "evidence", sheet);
    result.check_case = case_told(fields, check);
    if (fields.has("shortfalls")) result.shortfalls = fields.texts("shortfalls");
    if (fields.has("decision")) result.decision = &decisions_.emplace_back(read_decision(fields.object("decision")));
    return result;
}

Decision read_decision(const JsonFields& fields) {
    Decision decision{};
    decision.accepts = fields.text("accepts");
    decision.because = fields.text("because");
    if (fields.has("instead")) decision.instead = fields.text("instead");
    decision.by = fields.text("by");
    decision.decided_on = fields.date("decided_on");
    decision.review_by = fields.date("review_by");
    decision.place = fields.place();
    decision.sheet = Decision::no_sheet;
    return decision;
}

void ChecklistResultReader::read_caveats(const JsonFields& fields, ChecklistResult& result) {
    const Sheet& sheet = *result.sheet;
    each_of(fields, "caveats", result.checklist->caveats, sheet, [&](const JsonFields& item, const Caveat& caveat) {
        CaveatResult& read = result.caveats.emplace_back();
        read.caveat = &caveat;
        read.applies = item.one_of<Truth>("applies");
        if (caveat.deal_breaker) {
            read.result = item.one_of<Result>("result");
            read.cause = item.one_of<Cause>("cause", caveat_causes);
        }
        read.evidence = evidence_.read(item, "evidence", sheet);
    });
}

/// Of these, a report holds only those that are true of the answers.
void ChecklistResultReader::read_contradictions(const JsonFields& fields, ChecklistResult& result) {
    const std::vector<Contradiction>& known = result.checklist->contradictions;
    fields.each("contradictions", [&](const JsonFields& item) {
        const std::string_view id = item.text("id");
        const auto found = std::ranges::find_if(
            known, [&](const Contradiction& one) { return result.sheet->id_of(one.full_id) == id; });
        if (found == known.end() || item.text("message") != found->message) return refuse_difference(item, id);
        ContradictionResult& read = result.contradictions.emplace_back();
        read.contradiction = &*found;
        read.evidence = evidence_.read(item, "evidence", *result.sheet);
    });
}

}  // namespace hipaa
