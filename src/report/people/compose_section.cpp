// The notes of a practice, section by section.
#include <algorithm>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/people/answers_to_add.hpp"
#include "report/people/compose_parts.hpp"

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

std::string title_of(Standing standing) {
    return fmt::format("{}{}", label(standing),
                       standing == Standing::duty       ? ": legal duty or vendor's condition"
                       : standing == Standing::in_place ? "; nothing was verified"
                                                        : "");
}

constexpr EnumMap<Standing, Tone> tones({Tone::plain, Tone::urgent, Tone::open, Tone::open, Tone::plain, Tone::open,
                                         Tone::plain, Tone::good, Tone::plain});

void append_answers_to_add(const PracticeReport& report, page::Page& page) {
    std::vector<page::YamlLine> lines = answers_to_add(report);
    const std::string heading = fmt::format("Lines to add to {}", report.source.name);
    if (lines.empty()) {
        page.push_back(Paragraph{{{heading + ":"}}, Tone::plain});
    } else {
        page.push_back(
            Paragraph{{{heading + ". Put each line under its heading, with the same indentation. If a line is already "
                                  "in your file, fill that one in."}},
                      Tone::plain});
        page.push_back(page::Yaml{std::move(lines)});
    }
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
    const std::size_t decisions = context.triage.decisions;
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
                      {fmt::format(": {}", check.message())}},
                     decision_lines(*check.decision)});
            }
    page.push_back(std::move(list));
}

bool has_way_out(const NoteEntry& note) {
    return std::ranges::any_of(note.result->checks, [](const CheckResult& check) {
        return check.result == Result::fail && check.own_fix().size() < check.fix().size();
    });
}

/// Said once, because it is the same for all that the rule calls addressable.
void append_way_out(page::Page& page) {
    page.push_back(
        Paragraph{{{"Where a point is called addressable and does not fit your practice: write down why, see "
                    "whether another measure would do, and put "},
                   {std::string(addressable_status) + ": alternative", true},
                   {" or "},
                   {std::string(addressable_status) + ": not_reasonable", true},
                   {" with "},
                   {std::string(addressable_rationale) + ": yes", true},
                   {", under its key."}},
                  Tone::plain});
}

/// The notes of one checklist that need no more than a line, in the order of their numbers.
struct NotesInBrief {
    const ChecklistResult* checklist;
    page::Line why;
    std::vector<const NoteResult*> notes;
};

bool same_words(const page::Line& one, const page::Line& other) {
    return std::ranges::equal(one, other, {}, &page::Span::text, &page::Span::text);
}

/// ": `in_use` is no", " (known on 2026-08-01)", or nothing.
page::Line why_in_brief(const NoteEntry& note, const NoteContext& context) {
    page::Line why;
    if (note.result->result == Result::not_applicable) why = inapplicable_by(note);
    if (!why.empty()) why.insert(why.begin(), page::Span{": "});
    if (const std::string words = baseline_words(note, context); !words.empty())
        why.push_back({fmt::format(" ({})", words)});
    return why;
}

/// Notes of a checklist with the same reason in one line: "Spruce, notes 2 to 6: `in_use` is no (line 9, column 3)".
List notes_in_brief(const std::vector<NoteEntry>& notes, const PracticeContext& context) {
    std::vector<NotesInBrief> groups;
    for (const NoteEntry& note : notes) {
        page::Line why = why_in_brief(note, context.for_notes());
        const auto group = std::ranges::find_if(groups, [&](const NotesInBrief& other) {
            return other.checklist == note.checklist && same_words(other.why, why);
        });
        if (group == groups.end()) groups.push_back({note.checklist, std::move(why), {note.result}});
        else group->notes.push_back(note.result);
    }
    List list;
    for (NotesInBrief& group : groups) {
        Item item{{{note_numbers(*group.checklist, group.notes, context.assessment())}}, {}};
        for (page::Span& span : group.why) item.line.push_back(std::move(span));
        list.items.push_back(std::move(item));
    }
    return list;
}

/// What stands before notes that only the age of the answers keeps from being in place.
std::string_view unconfirmed(const Assessment& assessment) {
    return has_confirmation(assessment) ? "Too old to count as in place: "
                                        : "Not counted until somebody confirms the answers: ";
}

/// Where there is one checklist, its notes by number and title.
page::Rows titles(const std::vector<NoteEntry>& notes) {
    page::Rows rows;
    for (const NoteEntry& note : notes)
        rows.rows.push_back({fmt::format("Note {}", note.result->note->number), {{{note.result->note->title}}}});
    return rows;
}

/// What is in place, or does not apply, takes little room in a report of what is open. Where nothing is, it is what there
/// is to tell.
page::Block in_brief(Standing standing, const PracticeContext& context) {
    const std::vector<NoteEntry>& notes = context.triage.notes[standing];
    const bool is_clean = context.triage.todos.empty() && context.triage.questions == 0;
    if (standing == Standing::in_place && is_clean && context.assessment().checklists.size() == 1) return titles(notes);
    List list = notes_in_brief(notes, context);
    for (Item& item : list.items) item.line.front().text = capitalized(item.line.front().text);
    return list;
}

}  // namespace

void append_section(Standing standing, const PracticeContext& context, page::Page& page) {
    const bool everything = context.composition.everything();
    const std::vector<NoteEntry>& notes = context.triage.notes[standing];
    const bool asks = standing == Standing::unanswered && (context.triage.questions > 0 || context.assessment().stale);
    const bool accepts = standing == Standing::accepted && context.triage.decisions > 0;
    if (notes.empty() && !asks && !accepts) return;
    page.push_back(page::Heading{2, title_of(standing), tones[standing], std::string(key_of(standing))});
    if (context.composition.concise() && (standing == Standing::in_place || standing == Standing::not_applicable))
        return page.push_back(in_brief(standing, context));
    List list;
    List later;
    std::vector<NoteEntry> too_old;
    for (const NoteEntry& note : notes) {
        if (is_only_stale(*note.result) && !everything) too_old.push_back(note);
        else if (has_details(*note.result) && context.is_for_later(note))
            later.items.push_back(problems_item(note, context.for_notes()));
        else if (everything || has_details(*note.result)) append_note(note, context.for_notes(), page);
        else if (standing != Standing::accepted) list.items.push_back(note_item(note, context.for_notes()));
    }
    for (Item& item : notes_in_brief(too_old, context).items) {
        item.line.front().text.insert(0, unconfirmed(context.assessment()));
        list.items.push_back(std::move(item));
    }
    if (!later.items.empty()) {
        page.push_back(Paragraph{{{"For later; -v says what to do about each:"}}, Tone::plain});
        page.push_back(std::move(later));
    }
    if (!list.items.empty()) page.push_back(std::move(list));
    if (standing == Standing::duty && std::ranges::any_of(notes, has_way_out)) append_way_out(page);
    if (asks) append_answers_to_add(context.report, page);
    if (accepts) append_accepted(context, page);
}

}  // namespace hipaa
