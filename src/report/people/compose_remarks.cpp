// What a report says about a practice beside its notes.
#include <set>
#include <vector>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/people/compose_parts.hpp"
#include "report/to_do.hpp"

namespace hipaa {
namespace {

using page::Heading;
using page::Item;
using page::Line;
using page::List;
using page::Tone;

std::string_view state_of(const CaveatResult& result) {
    if (result.applies == Truth::no) return "does not apply";
    if (!result.caveat->deal_breaker) return result.applies == Truth::unknown ? "perhaps" : "";
    return result.result == Result::fail      ? "needs action: a reason not to use it"
           : result.result == Result::unknown ? "perhaps a reason not to use it: not answered"
                                              : "does not apply";
}

/// " (needs action: a reason not to use it, known on 2026-08-01)"; empty if there is nothing to say.
std::string in_brackets(std::string_view state, const std::string& baseline) {
    if (state.empty() && baseline.empty()) return {};
    return fmt::format(" ({}{}{})", state, state.empty() || baseline.empty() ? "" : ", ", baseline);
}

void append_id(std::string_view full_id, const ChecklistResult& checklist, const PracticeContext& context, Item& item) {
    if (context.composition.everything()) item.more.push_back({{"Check: "}, {checklist.sheet->id_of(full_id), true}});
}

Line to_do(const std::string& fix) { return {{"What to do: " + fix}}; }

/// The answers that the caveats before have named.
using Told = std::set<decltype(Evidence().identity())>;

/// Of the answers that decide a caveat those that are worth a line: what was told, or assumed for all of the report, is not.
std::vector<Evidence> worth_telling(const CaveatResult& result, Told& told) {
    std::vector<Evidence> evidence;
    for (const Evidence& item : result.evidence) {
        const bool assumed = item.answer->state == AnswerState::assumed && result.applies == Truth::yes;
        if (!assumed && told.insert(item.identity()).second) evidence.push_back(item);
    }
    return evidence;
}

Item caveat_item(const CaveatResult& result, const ChecklistResult& checklist, const PracticeContext& context,
                 Told& told) {
    const bool everything = context.composition.everything();
    const Caveat& caveat = *result.caveat;
    const std::string baseline = baseline_words(checklist.sheet->id_of(caveat.full_id), context.for_notes());
    Item item{{{caveat.title + in_brackets(state_of(result), baseline)}}, {{{caveat.text}}}};
    if (caveat.deal_breaker) append_id(caveat.full_id, checklist, context, item);
    const std::vector<Evidence> evidence = worth_telling(result, told);
    if (result.cause == Cause::stale)
        item.more.push_back({{capitalized(reason(result, context.assessment(), context.run.max_age)) + "."}});
    else
        for (const Evidence& one : evidence) item.more.push_back(evidence_line(one, checklist.sheet->about));
    const bool asked_before = result.result == Result::unknown && evidence.empty();
    if (const std::string fix = fix_of(result); !fix.empty() && !asked_before) item.more.push_back(to_do(fix));
    if (context.composition.in_full())
        for (const Text cite : caveat.cites) item.more.push_back({{cite}});
    if (everything)
        for (const Link& link : caveat.read_more) item.more.push_back({{link.title + ": "}, {link.url, false, true}});
    return item;
}

/// A caveat of a generic checklist that says the same of every product.
struct GeneralCaveat {
    const Caveat* caveat;
    std::vector<std::string> products;
};

void append_general(const GeneralCaveat& general, page::Page& page) {
    std::string products;
    for (std::size_t i = 0; i < general.products.size(); ++i)
        products += fmt::format("{}{}",
                                i == 0                             ? ""
                                : i + 1 == general.products.size() ? " and "
                                                                   : ", ",
                                general.products[i]);
    page.push_back(Heading{2, fmt::format("{}: {}", products, general.caveat->title)});
    page.push_back(page::Paragraph{{{general.caveat->text}}});
}

}  // namespace

std::string caveats_about(const ChecklistResult& checklist) {
    return fmt::format("Caveats about {}{}", product_name(checklist),
                       checklist.checklist->vital_stats ? " itself" : "");
}

bool is_general(const CaveatResult& result, const ChecklistResult& checklist) {
    return !checklist.sheet->product.empty() && !result.caveat->deal_breaker && !result.caveat->when;
}

void append_contradictions(const PracticeContext& context, page::Page& page) {
    List list;
    for (const ChecklistResult& checklist : context.assessment().checklists)
        for (const ContradictionResult& found : checklist.contradictions) {
            const std::string baseline =
                baseline_words(checklist.sheet->id_of(found.contradiction->full_id), context.for_notes());
            Item item{{{found.contradiction->message + in_brackets("", baseline)}}, {}};
            append_id(found.contradiction->full_id, checklist, context, item);
            for (const Evidence& evidence : found.evidence)
                item.more.push_back(evidence_line(evidence, checklist.sheet->about));
            item.more.push_back(to_do(fix_of(found)));
            Line waiting{{fmt::format("Until then, at best \"{}\": ", label(Result::unknown, Basis::law))}};
            for (const std::size_t index : found.contradiction->affects) {
                const NoteEntry note{&checklist, &checklist.notes[index]};
                if (waiting.size() > 1) waiting.push_back({"; "});
                waiting.push_back({note_name(note, context.assessment()), false, false, note_id(note)});
            }
            if (waiting.size() > 1) item.more.push_back(std::move(waiting));
            list.items.push_back(std::move(item));
        }
    if (list.items.empty()) return;
    page.push_back(Heading{2, "Answers that cannot all be true", Tone::open, std::string(contradictions_key)});
    page.push_back(std::move(list));
}

void append_caveats(const PracticeContext& context, page::Page& page) {
    const bool everything = context.composition.everything();
    std::vector<GeneralCaveat> general;
    for (const ChecklistResult& checklist : context.assessment().checklists) {
        List list;
        Told told;
        for (const CaveatResult& result : checklist.caveats) {
            if (result.applies == Truth::no && !everything) continue;
            if (!everything && is_general(result, checklist)) {
                const auto known = std::ranges::find(general, result.caveat, &GeneralCaveat::caveat);
                if (known == general.end()) general.push_back({result.caveat, {product_name(checklist)}});
                else known->products.push_back(product_name(checklist));
                continue;
            }
            list.items.push_back(caveat_item(result, checklist, context, told));
        }
        if (list.items.empty()) continue;
        page.push_back(Heading{2, caveats_about(checklist)});
        page.push_back(std::move(list));
    }
    for (const GeneralCaveat& caveat : general) append_general(caveat, page);
}

void append_gaps(const Assessment& assessment, page::Page& page) {
    List list;
    for (const NotChecked& gap : assessment.not_checked)
        list.items.push_back({{{gap.key, true}, {fmt::format(": {} ({})", gap.reason, show(gap.place))}}, {}});
    if (list.items.empty()) return;
    page.push_back(Heading{2, "Not checked", Tone::open});
    page.push_back(std::move(list));
}

void append_gap_keys(const Assessment& assessment, page::Page& page) {
    if (assessment.not_checked.empty()) return;
    page::Line line{{"Not checked: "}};
    for (const NotChecked& gap : assessment.not_checked) {
        if (line.size() > 1) line.push_back({", "});
        line.push_back({gap.key, true});
    }
    line.push_back({"."});
    page.push_back(page::Paragraph{std::move(line), Tone::open});
}

void append_remarks(const std::vector<Remark>& remarks, page::Page& page) {
    List list;
    for (const Remark& remark : remarks) {
        if (remark.kind == RemarkKind::product_not_checked) continue;
        const std::string text = capitalized(remark.text);
        const bool names_lines = remark.kind == RemarkKind::answers_ignored;
        list.items.push_back({{{names_lines ? text : fmt::format("{} ({})", text, show(remark.place))}}, {}});
    }
    if (list.items.empty()) return;
    page.push_back(Heading{2, "Remarks", Tone::open});
    page.push_back(std::move(list));
}

void append_assumed(const Assessment& assessment, page::Page& page) {
    if (assessment.assumed.empty()) return;
    const bool one_checklist = assessment.checklists.size() == 1;
    Line line{{"Assumed, because the file does not say: "}};
    const std::vector<Evidence>& all = assessment.assumed;
    const auto is_next_item = [](const Evidence& a, const Evidence& b) {
        return a.list && a.list == b.list && a.question == b.question && a.about == b.about;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t first = i;
        while (i + 1 < all.size() && is_next_item(all[first], all[i + 1])) ++i;
        if (line.size() > 1) line.push_back({"; "});
        line.push_back({one_checklist ? all[first].short_key() : all[first].key(), true});
        line.push_back({fmt::format(" is {}", show(*all[first].question, *all[first].answer))});
        if (i > first) line.push_back({fmt::format(", and that of {}", counted(i - first, "more item", "more items"))});
    }
    line.push_back({"."});
    page.push_back(page::Paragraph{std::move(line), Tone::plain});
}

}  // namespace hipaa
