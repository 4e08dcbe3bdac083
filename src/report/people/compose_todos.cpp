// What to do, in order.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/people/compose_parts.hpp"

namespace hipaa {
namespace {

using page::Item;
using page::Line;
using page::List;
using page::Paragraph;
using page::Tone;

/// "Choose a paid plan. (vendor's condition, note 6)". What is wrong stands below in its note; what has none says it here.
Item item_of(const Todo& todo, const PracticeContext& context) {
    const bool brief = context.composition.brief();
    const bool in_few_words = brief && !todo.brief_act.empty();
    const std::string words = baseline_words(todo.id, context.for_notes());
    const std::string baseline = words.empty() ? words : ", " + words;
    Item item;
    item.line = {{in_few_words ? todo.brief_act : todo.act}, {" ("}};
    if (todo.note.empty()) {
        item.line.push_back({in_few_words ? "contradiction" : todo.label, false, false, todo.key});
        item.line.push_back({baseline + (brief ? "" : ": " + todo.problem) + ")"});
    } else {
        if (!brief) item.line.push_back({todo.label + ", "});
        item.line.push_back({todo.note, false, false, todo.key});
        item.line.push_back({baseline + ")"});
    }
    if (!todo.hint.empty() && !brief) item.more.push_back({{todo.hint}});
    return item;
}

/// What is left of one checklist after the first acts.
struct Rest {
    const Sheet* sheet;
    std::size_t points = 0;
    std::set<const Note*> notes;
};

std::string name_of_sheet(const Sheet& sheet, const Assessment& assessment) {
    const auto checklist = std::ranges::find(assessment.checklists, &sheet, &ChecklistResult::sheet);
    return checklist == assessment.checklists.end() ? sheet.about : product_name(*checklist);
}

/// "Then go through the rest below: 36 points of the HIPAA Security Rule, in 5 notes; 2 of Zoom, in note 1."
Line go_through(std::span<const Todo* const> rest, const PracticeContext& context) {
    std::vector<Rest> groups;
    std::size_t others = 0;
    for (const Todo* todo : rest) {
        if (!todo->origin) {
            ++others;
            continue;
        }
        auto group = std::ranges::find(groups, todo->origin, &Rest::sheet);
        if (group == groups.end()) group = groups.insert(group, Rest{todo->origin, 0, {}});
        ++group->points;
        group->notes.insert(todo->about);
    }
    std::string text = context.composition.brief() ? "Then see to the rest: " : "Then go through the rest below: ";
    bool first = true;
    const bool one_checklist = context.assessment().checklists.size() == 1;
    for (const Rest& group : groups) {
        const std::string of = one_checklist ? "" : " of " + name_of_sheet(*group.sheet, context.assessment());
        const std::string where = group.notes.size() == 1 ? fmt::format("note {}", (*group.notes.begin())->number)
                                                          : fmt::format("{} notes", group.notes.size());
        text += fmt::format("{}{}{}, in {}", first ? "" : "; ", counted(group.points, "point", "points"), of, where);
        first = false;
    }
    if (others > 0) text += fmt::format("{}{}", first ? "" : "; ", counted(others, "other point", "other points"));
    return {{text + "."}};
}

/// The notes of one checklist in which something needs attention.
struct NotesToLookAt {
    std::string prefix;  // "Spruce, ", or nothing
    std::vector<const Todo*> todos;
};

std::vector<NotesToLookAt> notes_to_look_at(const std::vector<Todo>& todos) {
    std::vector<NotesToLookAt> groups;
    std::map<std::string, std::size_t> index;  // by prefix
    std::set<std::pair<std::size_t, std::string_view>> seen;
    for (const Todo& todo : todos) {
        if (todo.result != Result::attention) continue;
        const std::string prefix = todo.note.substr(0, todo.note.rfind("note "));
        const auto [group, is_new] = index.try_emplace(prefix, groups.size());
        if (is_new) groups.push_back({prefix, {}});
        if (seen.emplace(group->second, todo.key).second) groups[group->second].todos.push_back(&todo);
    }
    return groups;
}

/// One line for what is least pressing: "Look at 3 more points, in Spruce, notes 3 and 5."
Line look_at(const std::vector<Todo>& todos, bool brief) {
    const auto count = static_cast<std::size_t>(std::ranges::count(todos, Result::attention, &Todo::result));
    const std::string points = count == todos.size()
                                   ? fmt::format("Look at {}", counted(count, "point", "points"))
                                   : fmt::format("Look at {}", counted(count, "more point", "more points"));
    if (brief) return {{points + "."}};
    Line line{{points + ", in "}};
    bool first = true;
    for (NotesToLookAt& group : notes_to_look_at(todos)) {
        std::ranges::sort(group.todos, {}, [](const Todo* todo) { return todo->about->number; });
        line.push_back({(first ? "" : "; ") + group.prefix});
        first = false;
        const std::size_t last = group.todos.size() - 1;
        if (last > 0) line.push_back({"notes "});
        for (std::size_t i = 0; i <= last; ++i) {
            const Todo& todo = *group.todos[i];
            if (i > 0) line.push_back({i == last ? " and " : ", "});
            line.push_back({fmt::format("{}{}", last > 0 ? "" : "note ", todo.about->number), false, false, todo.key});
        }
    }
    line.push_back({"."});
    return line;
}

/// The last day on which the answers still count, if there is one.
std::optional<Date> confirmation_due(const PracticeContext& context) {
    const Answer& confirmed = context.report.practice.fact(Fact::confirmed_on);
    if (!confirmed.known() || context.run.max_age == 0 || context.assessment().stale) return std::nullopt;
    return std::get<Date>(std::get<Scalar>(confirmed.value)) + std::chrono::days(context.run.max_age);
}

Line due_line(const std::string& when, const Due& due) {
    switch (due.kind) {
        case DueKind::confirmation:
            return {{when + "Check that all answers are still true, and set "}, {due.id, true}, {" to that day."}};
        case DueKind::decision:
            return {{when + "Decide again about "}, {due.id, true}, {"."}};
        case DueKind::deadline:
        case DueKind::checklist_review:
            break;
    }
    return {{when + due.text}};
}

bool is_of_builtin(const Due& due, const Assessment& assessment) {
    return std::ranges::any_of(assessment.checklists, [&](const ChecklistResult& result) {
        return result.checklist->id == due.id && is_builtin(result.checklist->file);
    });
}

/// Checklists whose reviews were due on one day are named together.
Line overdue_line(std::span<const Due> alike, const Assessment& assessment) {
    const Due& first = alike.front();
    const std::string when = fmt::format("Overdue since {}: ", iso(first.date));
    if (alike.size() == 1) return due_line(when, first);
    std::string names;
    for (const Due& due : alike)
        names += fmt::format("{}{}", names.empty() ? "" : &due == &alike.back() ? " and " : ", ", due.id);
    const bool all_builtin = std::ranges::all_of(alike, [&](const Due& due) { return is_of_builtin(due, assessment); });
    if (all_builtin) return {{fmt::format("{}Look for a newer hipaa-check (checklists {}).", when, names)}};
    return {{fmt::format("{}Look for later versions of the checklists {}.", when, names)}};
}

/// What is overdue, a line for each, with how pressing it is. A brief report has the first.
void append_overdue(const PracticeContext& context, page::Page& page) {
    const std::vector<Due>& all = context.assessment().overdue;
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end = std::find_if(begin + 1, all.end(), [&](const Due& due) {
            return due.kind != DueKind::checklist_review || due.kind != begin->kind || due.date != begin->date;
        });
        Line line = overdue_line({begin, end}, context.assessment());
        if (context.composition.brief() && end != all.end())
            line.push_back({fmt::format(" {} overdue.",
                                        counted(static_cast<std::size_t>(all.end() - end), "more is", "more are"))});
        const bool is_urgent = begin->kind != DueKind::checklist_review;
        page.push_back(Paragraph{std::move(line), is_urgent ? Tone::urgent : Tone::open});
        if (context.composition.brief()) return;
        begin = end;
    }
}

/// "Nothing to do now", but for what is overdue, and when to look again.
Line nothing_to_do(const PracticeContext& context) {
    Line line{
        {context.assessment().overdue.empty() ? "Nothing to do now." : "Nothing to do now except what is overdue."}};
    if (const auto day = confirmation_due(context)) {
        line.push_back({fmt::format(" Confirm all answers again by {} (", iso(*day))});
        line.push_back({"confirmed_on", true});
        line.push_back({")."});
    }
    return line;
}

void append_next_due(const PracticeContext& context, bool is_clean, page::Page& page) {
    const auto& due = context.assessment().next_due;
    const bool was_told = !due || due->date < context.run.as_of || (is_clean && due->kind == DueKind::confirmation);
    if (!was_told) page.push_back(Paragraph{due_line(fmt::format("Next due, by {}: ", iso(due->date)), *due)});
}

/// What comes last: nobody can confirm answers that are still to be given.
Line confirm_answers(bool after_questions) {
    return {{after_questions ? "Check all answers once they are given; then set "
                             : "Check that all answers are still true; then set "},
            {"confirmed_on", true},
            {"."}};
}

bool is_act(const Todo& todo) { return todo.result != Result::attention; }

}  // namespace

bool PracticeContext::is_for_later(const NoteEntry& note) const {
    const auto acts = static_cast<std::size_t>(std::ranges::count_if(triage.todos, is_act));
    if (!composition.concise() || acts <= most_acts) return false;
    std::size_t shown = 0;
    for (const Todo& todo : triage.todos) {
        if (!is_act(todo)) continue;
        if (todo.about == note.result->note && todo.origin == note.checklist->sheet) return false;
        if (++shown == most_acts) break;
    }
    return true;
}

void append_todos(const PracticeContext& context, page::Page& page) {
    const Triage& triage = context.triage;
    const bool brief = context.composition.brief();
    const std::size_t shown = brief ? context.composition.acts : most_acts;
    List list{true, {}, brief};
    std::vector<const Todo*> rest;
    for (const Todo& todo : triage.todos) {
        if (!is_act(todo)) continue;
        if (list.items.size() < shown) list.items.push_back(item_of(todo, context));
        else rest.push_back(&todo);
    }
    const auto say = [&](Line line) { list.items.push_back({std::move(line), {}}); };
    if (!rest.empty()) say(go_through(rest, context));
    if (triage.questions > 0 && brief)
        say({{fmt::format("Answer {}.", counted(triage.questions, "question", "questions"))}});
    else if (triage.questions > 0)
        say({{fmt::format("Answer {}; the lines to add are below, under \"",
                          counted(triage.questions, "question", "questions"))},
             {"Not answered", false, false, std::string(key_of(Standing::unanswered))},
             {"\"."}});
    if (std::ranges::find(triage.todos, Result::attention, &Todo::result) != triage.todos.end())
        say(look_at(triage.todos, brief));
    if (context.assessment().stale) say(confirm_answers(triage.questions > 0));
    page.push_back(page::Heading{2, "What to do, in order"});
    const bool is_clean = list.items.empty();
    if (is_clean)
        page.push_back(
            Paragraph{nothing_to_do(context), context.assessment().overdue.empty() ? Tone::good : Tone::open});
    else page.push_back(std::move(list));
    append_overdue(context, page);
    if (context.composition.looks_ahead || context.assessment().overdue.empty())
        append_next_due(context, is_clean, page);
}

}  // namespace hipaa
