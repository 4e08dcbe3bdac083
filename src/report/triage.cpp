// Grouping notes into sections, and ordering what is to be done.
#include "report/triage.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/to_do.hpp"
#include "report/todo_order.hpp"
#include "text/ascii.hpp"
#include "text/display_name.hpp"

namespace hipaa {
namespace {

bool is_missing(const Evidence& evidence) { return !evidence.answer->known(); }

/// The order of the list of things to do: caveats that break the deal, as without the product the rest may fall away; what
/// fails, by its basis; what is undecided; what to look at. Among those what is more urgent comes first.
std::pair<int, int> rank(const Todo& todo) {
    constexpr int before_all_that_fails = -1;
    if (todo.breaks_deal) return {before_all_that_fails, todo.urgency};
    if (todo.result == Result::fail) return {static_cast<int>(todo.basis), todo.urgency};
    constexpr auto after_all_that_fails = static_cast<int>(values_of<Basis>.size());
    return {after_all_that_fails + (todo.result == Result::unknown ? 0 : 1), todo.urgency};
}

void add_checks(const NoteEntry& note, const Assessment& assessment, std::vector<Todo>& todos) {
    for (const CheckResult& check : note.result->checks) {
        if (!is_spelled_out(check)) continue;
        const std::string label = check.result == Result::fail
                                      ? basis_label(check.check->basis, assessment)
                                      : std::string(hipaa::label(check.result, check.check->basis));
        todos.push_back({check.result == Result::unknown ? "to find out" : label, note_name(note, assessment),
                         note_id(note), std::string(first_sentences(check.message())),
                         std::string(first_sentences(check.own_fix())), "", check.result, check.check->basis,
                         note.result->note->urgency, note.result->note, check.check, note.checklist->sheet});
        todos.back().id = note.checklist->sheet->id_of(check.check->full_id);
    }
}

void add_caveats(const ChecklistResult& checklist, std::vector<Todo>& todos) {
    for (const CaveatResult& caveat : checklist.caveats) {
        if (caveat.result != Result::fail) continue;
        Todo& todo = todos.emplace_back(
            Todo{fmt::format("caveat about {}", product_name(checklist)), "", "", std::string(caveat.caveat->title),
                 std::string(first_sentences(fix_of(caveat))), "", Result::fail, Basis::vendor_condition});
        todo.breaks_deal = true;
        todo.id = checklist.sheet->id_of(caveat.caveat->full_id);
    }
}

void add_contradictions(const ChecklistResult& checklist, std::vector<Todo>& todos) {
    for (const ContradictionResult& found : checklist.contradictions) {
        Todo& todo = todos.emplace_back(Todo{"answers that cannot all be true", "", std::string(contradictions_key),
                                             std::string(first_sentences(found.contradiction->message)), fix_of(found),
                                             "", Result::unknown, Basis::recommendation});
        todo.id = checklist.sheet->id_of(found.contradiction->full_id);
        for (const Evidence& evidence : found.evidence)
            todo.brief_act +=
                fmt::format("{}{}", todo.brief_act.empty() ? "Correct " : " or ",
                            evidence.about == checklist.sheet->about ? evidence.short_key() : evidence.key());
        todo.brief_act += '.';
    }
}

/// By sheet and note, where in the list of things to do what fails in it comes up first.
using Turns = std::map<std::pair<const Sheet*, const Note*>, std::size_t>;

Turns turns_of(const std::vector<Todo>& todos) {
    Turns turns;
    for (std::size_t i = 0; i < todos.size(); ++i)
        if (todos[i].about && todos[i].result == Result::fail) turns.try_emplace({todos[i].origin, todos[i].about}, i);
    return turns;
}

bool relates_to(const Note& note, const Note& other) {
    return std::ranges::find(note.relates_to, other.full_id) != note.relates_to.end();
}

/// What fails in notes of two checklists that relate to each other is often settled by one act. The less urgent one names
/// the other by its number in the list. What only needs attention has no number of its own there.
void name_related(std::vector<Todo>& todos) {
    struct First {
        const Todo* todo;
        std::size_t number;
    };
    std::vector<First> first;  // of each note that fails
    std::set<const Note*> seen;
    std::size_t number = 0;
    for (Todo& todo : todos) {
        if (todo.result != Result::attention) ++number;
        if (!todo.about || todo.result != Result::fail) continue;
        const auto related = std::ranges::find_if(first, [&](const First& earlier) {
            const Note& other = *earlier.todo->about;
            return todo.origin->checklist != earlier.todo->origin->checklist &&
                   (relates_to(*todo.about, other) || relates_to(other, *todo.about));
        });
        if (related != first.end()) todo.hint = fmt::format("See also {} above.", related->number);
        if (seen.insert(todo.about).second) first.push_back({&todo, number});
    }
}

/// `duty`: something fails that is more than recommended.
Standing standing_of(Result result, bool duty) {
    constexpr EnumMap<Result, Standing> standings({Standing::not_applicable, Standing::in_place, Standing::accepted,
                                                   Standing::attention, Standing::unanswered,
                                                   Standing::recommendation});
    return result == Result::fail && duty ? Standing::duty : standings[result];
}

}  // namespace

Standing standing_of(const NoteResult& note) {
    const bool duty = std::ranges::any_of(note.checks, [](const CheckResult& check) {
        return check.result == Result::fail && is_duty(check.check->basis);
    });
    return standing_of(note.result, duty);
}

Standing standing_of(const PracticeReport& report, const Triage& triage) {
    if (!report.assessment) return Standing::mistakes;
    if (!report.assessment->checked) return Standing::nothing_checked;
    const bool duty = std::ranges::any_of(
        triage.todos, [](const Todo& todo) { return todo.result == Result::fail && is_duty(todo.basis); });
    return standing_of(report.assessment->result, duty);
}

std::string note_id(const NoteEntry& note) { return note.checklist->sheet->id_of(note.result->note->full_id); }

bool is_spelled_out(const CheckResult& check) {
    if (check.result == Result::fail || check.result == Result::attention) return true;
    return check.result == Result::unknown && (check.cause == Cause::requirement || check.cause == Cause::when) &&
           std::ranges::none_of(check.evidence, is_missing);
}

std::vector<Evidence> missing_in(const std::vector<Evidence>& evidence) {
    const auto asked_too_early = [&](const Evidence& item) {
        std::string_view key = item.question->key;
        if (!item.question->addressable || !key.ends_with(addressable_rationale)) return false;
        key.remove_suffix(addressable_rationale.size());
        return std::ranges::any_of(evidence, [&](const Evidence& other) {
            const std::string_view status = other.question->key;
            return is_missing(other) && other.about == item.about && status.starts_with(key) &&
                   status.substr(key.size()) == addressable_status;
        });
    };
    std::vector<Evidence> missing;
    std::ranges::copy_if(evidence, std::back_inserter(missing),
                         [&](const Evidence& item) { return is_missing(item) && !asked_too_early(item); });
    return missing;
}

std::vector<Evidence> missing_answers(const Assessment& assessment) {
    std::vector<Evidence> missing;
    std::set<decltype(Evidence().identity())> seen;
    std::map<std::string_view, std::size_t> groups;  // numbered in the order in which they come up
    const auto add = [&](const std::vector<Evidence>& evidence) {
        for (const Evidence& item : missing_in(evidence)) {
            if (!seen.insert(item.identity()).second) continue;
            missing.push_back(item);
            groups.try_emplace(item.about, groups.size());
        }
    };
    for (const ChecklistResult& checklist : assessment.checklists) {
        for (const NoteResult& note : checklist.notes)
            for (const CheckResult& check : note.checks)
                if (check.result == Result::unknown && check.cause != Cause::stale) add(check.evidence);
        for (const CaveatResult& caveat : checklist.caveats)
            if (caveat.applies == Truth::unknown && caveat.cause != Cause::stale) add(caveat.evidence);
    }
    // The questions of a checklist stand in memory in the order in which it asks them; where two checklists have their
    // answers in one place, the one that was assessed first comes first.
    std::map<const Question*, std::size_t> checklists;  // by their first question
    for (const ChecklistResult& checklist : assessment.checklists)
        checklists.try_emplace(checklist.sheet->group->questions.data(), checklists.size());
    const auto turn = [&](const Question* question) {
        const auto next = checklists.upper_bound(question);
        return next == checklists.begin() ? checklists.size() : std::prev(next)->second;
    };
    std::ranges::stable_sort(missing, {}, [&](const Evidence& item) {
        const Question* asked = item.list ? item.list : item.question;
        return std::tuple(groups.find(item.about)->second, turn(asked), asked, item.list ? item.answer->place : Place{},
                          item.question);
    });
    return missing;
}

std::vector<Evidence> ruled_out_by(const NoteResult& note) {
    std::vector<Evidence> all;
    for (const CheckResult& check : note.checks) all.insert(all.end(), check.evidence.begin(), check.evidence.end());
    sort_unique(all);
    std::map<decltype(Evidence().identity()), std::size_t> checks_ruled_out;
    for (const CheckResult& check : note.checks)
        for (const Evidence& item : check.evidence) ++checks_ruled_out[item.identity()];
    std::vector<Evidence> shared;
    std::ranges::copy_if(all, std::back_inserter(shared),
                         [&](const Evidence& item) { return checks_ruled_out[item.identity()] == note.checks.size(); });
    return shared.empty() ? all : shared;
}

bool is_about_product(const ChecklistResult& checklist) { return checklist.sheet->about.starts_with("products."); }

std::string product_name(const ChecklistResult& checklist) { return subject_name(*checklist.sheet); }

std::string note_name(const NoteEntry& note, const Assessment& assessment) {
    const std::string name = fmt::format("note {}", note.result->note->number);
    return assessment.checklists.size() < 2 ? name : fmt::format("{}, {}", product_name(*note.checklist), name);
}

std::string basis_label(Basis basis, const Assessment& assessment) {
    if (!rests_on_law(basis) || !assessment.hipaa_may_not_bind) return std::string(label(basis));
    return fmt::format("{} ({})", label(basis), may_not_bind);
}

std::string_view first_sentences(std::string_view text, std::size_t count) {
    for (std::size_t space = text.find(' ', 1); space < text.size() - 1; space = text.find(' ', space + 1)) {
        const char end = text[space - 1];
        const char begin = text[space + 1];
        if ((end == '.' || end == '?' || end == '!') && is_capital_letter(begin) && --count == 0)
            return text.substr(0, space);
    }
    return text;
}

Triage triage(const Assessment& assessment) {
    Triage result;
    for (const ChecklistResult& checklist : assessment.checklists) {
        add_caveats(checklist, result.todos);
        add_contradictions(checklist, result.todos);
        for (const NoteResult& note : checklist.notes) {
            const NoteEntry entry{&checklist, &note};
            result.notes[standing_of(note)].push_back(entry);
            add_checks(entry, assessment, result.todos);
            result.decisions +=
                static_cast<std::size_t>(std::ranges::count(note.checks, Result::accepted, &CheckResult::result));
        }
    }
    result.questions = missing_answers(assessment).size();
    std::ranges::stable_sort(result.todos, {}, rank);
    put_prerequisites_first(result.todos, assessment);
    name_related(result.todos);
    const Turns turns = turns_of(result.todos);
    for (const Standing failing : {Standing::duty, Standing::recommendation})
        std::ranges::stable_sort(result.notes[failing], {}, [&](const NoteEntry& entry) {
            const auto turn = turns.find({entry.checklist->sheet, entry.result->note});
            return turn == turns.end() ? result.todos.size() : turn->second;
        });
    return result;
}

}  // namespace hipaa
