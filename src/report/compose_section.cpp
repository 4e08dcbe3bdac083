// The notes of a practice, section by section.
#include <algorithm>

#include <fmt/format.h>

#include "report/answers_to_add.hpp"
#include "report/compose_parts.hpp"
#include "report/wording.hpp"

namespace hipaa {
namespace {

using page::Item;
using page::List;
using page::Paragraph;
using page::Tone;

bool is_only_stale(const NoteResult& note) {
    return note.result == Result::unknown && std::ranges::all_of(note.checks, [](const CheckResult& check) {
               return check.result < Result::attention || check.cause == Cause::stale;
           });
}

std::string_view title_of(Section section) {
    switch (section) {
        case Section::duty:
            return "Needs action: legal duty or vendor's condition";
        case Section::recommendation:
            return "Recommended change";
        case Section::unanswered:
            return "Not answered";
        case Section::attention:
            return "Look at this";
        case Section::accepted:
            return "Accepted, documented";
        case Section::in_place:
            return "In place, as reported; nothing was verified";
        case Section::not_applicable:
            break;
    }
    return "Does not apply";
}

Tone tone_of(Section section) {
    switch (section) {
        case Section::duty:
            return Tone::urgent;
        case Section::recommendation:
        case Section::unanswered:
        case Section::attention:
            return Tone::open;
        case Section::in_place:
            return Tone::good;
        default:
            return Tone::plain;
    }
}

void append_answers_to_add(const PracticeReport& report, page::Page& page) {
    page.push_back(Paragraph{
        {{fmt::format("Lines to add to {}. Put each line under its heading, with the same indentation. If a line is "
                      "already in your file, fill that one in.",
                      report.source.name)}},
        Tone::plain});
    page.push_back(page::Yaml{answers_to_add(report)});
    List list;
    for (const Evidence& item : item_answers_to_add(*report.assessment))
        list.items.push_back({{{"In item "},
                               {item.item_label()},
                               {" of "},
                               {item.list->key, true},
                               {fmt::format(" ({}), add ", show(item.answer->place))},
                               {item.question->key + ":", true},
                               {fmt::format(" {}", item.question->ask)}},
                              {}});
    if (!list.items.empty()) page.push_back(std::move(list));
}

void append_accepted(const PracticeContext& context, page::Page& page) {
    const std::size_t decisions = context.outline.decisions;
    page.push_back(Paragraph{
        {{decisions == 1
              ? "1 check rests on a documented decision: what it accepts is not in place."
              : fmt::format("{} checks rest on documented decisions: what these accept is not in place.", decisions)}},
        Tone::plain});
    List list;
    for (const ChecklistResult& checklist : context.assessment().checklists)
        for (const NoteResult& note : checklist.notes)
            for (const CheckResult& check : note.checks) {
                if (!check.decision) continue;
                const NoteEntry entry{&checklist, &note};
                list.items.push_back(
                    {{{capitalized(note_name(entry, context.assessment())), false, false, note_id(entry)},
                      {": " + check.check->message}},
                     decision_lines(*check.decision)});
            }
    page.push_back(std::move(list));
}

}  // namespace

void append_section(Section section, const PracticeContext& context, page::Page& page) {
    const bool everything = context.composition.everything;
    const std::vector<NoteEntry>& notes = context.outline.in(section);
    const bool asks = section == Section::unanswered && (context.outline.questions > 0 || context.assessment().stale);
    const bool accepts = section == Section::accepted && context.outline.decisions > 0;
    if (notes.empty() && !asks && !accepts) return;
    page.push_back(page::Heading{2, std::string(title_of(section)), tone_of(section), std::string(key_of(section))});
    List list;
    std::string too_old;
    for (const NoteEntry& note : notes) {
        if (is_only_stale(*note.result) && !everything)
            too_old += (too_old.empty() ? "" : ", ") + note_name(note, context.assessment());
        else if (everything || needs_room(*note.result)) append_note(note, context.for_notes(), page);
        else if (section != Section::accepted) list.items.push_back(note_item(note, context.for_notes()));
    }
    if (!too_old.empty()) list.items.push_back({{{"Too old to count as in place: " + too_old}}, {}});
    if (!list.items.empty()) page.push_back(std::move(list));
    if (asks) append_answers_to_add(context.report, page);
    if (accepts) append_accepted(context, page);
}

}  // namespace hipaa
