// How a practice stands, and what to do, in order.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "report/compose_parts.hpp"
#include "report/wording.hpp"

namespace hipaa {
namespace {

using page::Item;
using page::Line;
using page::List;
using page::Paragraph;
using page::Tone;

/// A longer list of things to do would not be read.
constexpr std::size_t longest_list = 12;

using SectionCounts = std::array<std::size_t, section_count>;

SectionCounts count_sections(const ChecklistResult& checklist) {
    SectionCounts counts{};
    for (const NoteResult& note : checklist.notes) ++counts[static_cast<std::size_t>(section_of(note))];
    return counts;
}

/// "of 6 notes, 1 needs action, 1 is worth a look. In place, as reported: 4."
std::string verdict(const SectionCounts& counts) {
    const std::array<std::array<std::string_view, 2>, section_count> phrases{{
        {"needs action", "need action"},
        {"has a recommended change", "have a recommended change"},
        {"cannot be judged yet", "cannot be judged yet"},
        {"is worth a look", "are worth a look"},
        {"is accepted and documented", "are accepted and documented"},
        {},
        {"does not apply", "do not apply"},
    }};
    const auto in_place = static_cast<std::size_t>(Section::in_place);
    std::string text;
    std::size_t notes = 0;
    for (std::size_t i = 0; i < section_count; ++i) {
        notes += counts[i];
        if (counts[i] > 0 && i != in_place)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[i], phrases[i][counts[i] == 1 ? 0 : 1]);
    }
    if (text.empty()) text = "none is open";
    return fmt::format("of {}, {}. In place, as reported: {}.", counted(notes, "note", "notes"), text,
                       counts[in_place]);
}

Tone tone_of(Result result) {
    return result == Result::fail                                     ? Tone::urgent
           : result == Result::unknown || result == Result::attention ? Tone::open
                                                                      : Tone::good;
}

/// What is open beside the notes, in sentences, each with a blank in front.
std::string open_beside_notes(const ChecklistResult& checklist) {
    std::string text;
    if (!checklist.contradictions.empty()) text += " Some of its answers cannot all be true.";
    if (std::ranges::count(checklist.caveats, Result::fail, &CaveatResult::result) > 0)
        text += " A caveat is a reason not to use it this way.";
    else if (std::ranges::count(checklist.caveats, Result::unknown, &CaveatResult::result) > 0)
        text += " Whether a caveat is a reason not to use it is not answered.";
    return text;
}

std::string verdict_of(const ChecklistResult& checklist) {
    const bool generic = checklist.checklist->generic();
    std::string sentence =
        fmt::format("{}: {}", generic ? product_name(checklist) : std::string(checklist.checklist->title),
                    verdict(count_sections(checklist)));
    if (is_about_product(checklist)) {
        const auto caveats = std::ranges::count_if(
            checklist.caveats, [](const CaveatResult& caveat) { return caveat.applies != Truth::no; });
        sentence += fmt::format(" Caveats about {} itself: {}.", product_name(checklist), caveats);
    }
    return sentence + open_beside_notes(checklist);
}

/// What the review itself says of the product, in a line; empty where there is no such review.
std::string frame_of(const Checklist& checklist) {
    if (!checklist.vital_stats) return {};
    const VitalStats& stats = *checklist.vital_stats;
    std::string text = fmt::format("Review: compliance appears possible: {}; recommended: {}",
                                   stats.compliance_possible, stats.recommended);
    if (stats.caveats) text += fmt::format("; caveats: {}", *stats.caveats);
    if (stats.notes) text += fmt::format("; notes: {}", *stats.notes);
    if (!checklist.source) return text + ".";
    const Text date = checklist.source->reviewed_on;
    return text +
           (parse_date(date) ? fmt::format(" (reviewed on {}).", date) : std::string(" (the review has no date)."));
}

/// The last day on which the answers still count, if there is one.
std::string confirm_again(const PracticeContext& context) {
    const Answer& confirmed = context.report.practice.fact(Fact::confirmed_on);
    if (!confirmed.known() || context.run.max_age == 0) return {};
    const Date date = std::get<Date>(std::get<Scalar>(confirmed.value));
    return fmt::format(" Check again by {} that all answers are still true, and set confirmed_on to that day.",
                       iso(date + std::chrono::days(context.run.max_age)));
}

Paragraph staleness(const PracticeContext& context) {
    const Answer& confirmed = context.report.practice.fact(Fact::confirmed_on);
    const std::string_view rest =
        "nothing can be counted as in place until somebody checks the answers again and sets confirmed_on to that day";
    if (!confirmed.known())
        return {{{fmt::format("Nobody has said when these answers were last confirmed: {}.", rest)}}, Tone::urgent};
    return {{{fmt::format("These answers are {} days old: {}. (This tool's limit is {} days; no rule sets one.)",
                          context.assessment().age_in_days, rest, context.run.max_age)}},
            Tone::urgent};
}

/// "Choose a paid plan. (vendor's condition, note 6)". What is wrong stands below in its note; what has none says it here.
Item item_of(const Todo& todo) {
    Item item;
    item.line = {{todo.act + " ("}};
    if (todo.note.empty()) {
        item.line.push_back({todo.label, false, false, todo.key});
        item.line.push_back({": " + todo.problem + ")"});
    } else {
        item.line.push_back({todo.label + ", "});
        item.line.push_back({todo.note, false, false, todo.key});
        item.line.push_back({")"});
    }
    if (!todo.hint.empty()) item.more.push_back({{todo.hint}});
    return item;
}

/// The notes of one checklist in which something is worth a look.
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
Line look_at(const std::vector<Todo>& todos) {
    const auto count = static_cast<std::size_t>(std::ranges::count(todos, Result::attention, &Todo::result));
    Line line{{fmt::format("Look at {}, in ", counted(count, "more point", "more points"))}};
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

}  // namespace

void append_verdict(const PracticeContext& context, page::Page& page) {
    const Assessment& assessment = context.assessment();
    if (assessment.stale) page.push_back(staleness(context));
    if (assessment.checklists.size() == 1) {
        const ChecklistResult& only = assessment.checklists.front();
        page.push_back(Paragraph{{{verdict_of(only)}}, tone_of(only.result)});
        if (std::string frame = frame_of(*only.checklist); !frame.empty())
            page.push_back(Paragraph{{{std::move(frame)}}, Tone::plain});
    } else {
        SectionCounts sum{};
        List list;
        for (const ChecklistResult& checklist : assessment.checklists) {
            const SectionCounts counts = count_sections(checklist);
            for (std::size_t i = 0; i < section_count; ++i) sum[i] += counts[i];
            list.items.push_back({{{verdict_of(checklist)}}, {}});
            if (std::string frame = frame_of(*checklist.checklist); !frame.empty())
                list.items.back().more.push_back({{std::move(frame)}});
        }
        page.push_back(Paragraph{{{fmt::format("In {} checklists: {}", assessment.checklists.size(), verdict(sum))}},
                                 tone_of(assessment.result)});
        page.push_back(std::move(list));
    }
    if (assessment.hipaa_may_not_bind)
        page.push_back(Paragraph{{{fmt::format("The practice says that it is no covered entity. {}.", may_not_bind)}},
                                 Tone::plain});
}

void append_todos(const PracticeContext& context, page::Page& page) {
    const Outline& outline = context.outline;
    List list{true, {}};
    std::size_t left_out = 0;
    for (const Todo& todo : outline.todos) {
        if (todo.result == Result::attention) continue;
        if (list.items.size() < longest_list) list.items.push_back(item_of(todo));
        else ++left_out;
    }
    const auto say = [&](Line line) { list.items.push_back({std::move(line), {}}); };
    if (left_out > 0)
        say({{fmt::format("Then go through {} in the sections below.",
                          counted(left_out, "more point", "more points"))}});
    if (context.assessment().stale)
        say({{"Check that all answers are still true; then set "}, {"confirmed_on", true}, {"."}});
    if (outline.questions > 0)
        say({{fmt::format("Answer {}; the lines to add are below, under \"",
                          counted(outline.questions, "question", "questions"))},
             {"Not answered", false, false, std::string(key_of(Section::unanswered))},
             {"\"."}});
    if (std::ranges::find(outline.todos, Result::attention, &Todo::result) != outline.todos.end())
        say(look_at(outline.todos));
    page.push_back(page::Heading{2, "What to do, in order"});
    if (list.items.empty())
        return page.push_back(Paragraph{{{"Nothing to do now." + confirm_again(context)}}, Tone::good});
    page.push_back(std::move(list));
}

}  // namespace hipaa
