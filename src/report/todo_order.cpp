// What has to be done before what else.
#include "report/todo_order.hpp"

#include <algorithm>
#include <compare>
#include <functional>
#include <limits>
#include <map>
#include <queue>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace hipaa {
namespace {

constexpr std::size_t not_open = std::numeric_limits<std::size_t>::max();

/// In place of a sheet: the steps of all of them.
constexpr const Sheet* everyone = nullptr;

/// A check of one product or subject.
struct Step {
    const Sheet* sheet;
    const Note* note;
    const Check* check;

    std::pair<const Sheet*, const Check*> identity() const { return {sheet, check}; }
};

class Sorter {
public:
    Sorter(std::vector<Todo>& todos, const Assessment& assessment) : todos_(todos) {
        for (std::size_t i = 0; i < todos.size(); ++i)
            if (todos[i].check) todo_of_[{todos[i].origin, todos[i].check}] = i;
        for (const ChecklistResult& checklist : assessment.checklists)
            for (const NoteResult& note : checklist.notes)
                for (const CheckResult& check : note.checks) {
                    const Step step{checklist.sheet, note.note, check.check};
                    for (const std::string_view id : {note.note->full_id, check.check->full_id})
                        for (const Sheet* viewer : {step.sheet, everyone}) groups_[{id, viewer}].steps.push_back(step);
                }
        for (auto& [key, group] : groups_)
            std::ranges::stable_sort(group.steps, {}, [&](const Step& step) { return todo_of(step); });
    }

    void sort() {
        for (Todo& todo : todos_) {
            if (todo.check) take({todo.origin, todo.about, todo.check});
            else sorted_.push_back(&todo);
        }
        std::vector<Todo> result;
        for (Todo* todo : sorted_) result.push_back(std::move(*todo));
        todos_ = std::move(result);
    }

private:
    std::size_t todo_of(const Step& step) const {
        const auto found = todo_of_.find(step.identity());
        return found == todo_of_.end() ? not_open : found->second;
    }

    /// What an id under `after` names: one check, or all of a note.
    struct Group {
        std::vector<Step> steps;  // in the order of the todos
        std::size_t taken = 0;    // that many of `steps` have been taken
    };

    /// A group that has to be done first, by the todo of its next step; of equal ones in the order of `after`.
    struct Pending {
        std::size_t todo;
        std::size_t position;
        Group* group;

        friend auto operator<=>(const Pending&, const Pending&) = default;
    };

    /// A step that is being taken. A long chain is no recursion, so that it cannot overflow the stack.
    struct Link {
        Step step;
        std::priority_queue<Pending, std::vector<Pending>, std::greater<>> pending = {};
    };

    void take(const Step& start) {
        enter(start);
        while (!way_.empty()) {
            if (const Step* first = next_step(way_.back())) enter(*first);
            else leave();
        }
    }

    void enter(const Step& step) {
        if (!taken_.insert(step.identity()).second) return;
        Link& link = way_.emplace_back(Link{step});
        const auto& prerequisites = prerequisites_of(*step.note, *step.check);
        if (met_.contains({step.sheet, &prerequisites})) return;
        for (std::size_t i = 0; i < prerequisites.size(); ++i)
            if (Group* group = find_group(prerequisites[i].id, step.sheet)) add_pending(link, i, *group);
    }

    void leave() {
        const Step step = way_.back().step;
        way_.pop_back();
        met_.insert({step.sheet, &prerequisites_of(*step.note, *step.check)});
        if (const std::size_t todo = todo_of(step); todo != not_open) sorted_.push_back(&todos_[todo]);
    }

    /// Of one's own checklist for the same product; of another for all of them.
    Group* find_group(std::string_view id, const Sheet* viewer) {
        auto found = groups_.find({id, viewer});
        if (found == groups_.end()) found = groups_.find({id, everyone});
        return found == groups_.end() ? nullptr : &found->second;
    }

    /// The next step that comes before that of `link` and is not taken; null if there is none.
    const Step* next_step(Link& link) {
        while (!link.pending.empty()) {
            const auto [todo, position, group] = link.pending.top();
            if (const Step* step = next_of(*group); step && todo_of(*step) == todo) return step;
            link.pending.pop();
            add_pending(link, position, *group);
        }
        return nullptr;
    }

    void add_pending(Link& link, std::size_t position, Group& group) {
        if (const Step* step = next_of(group)) link.pending.push({todo_of(*step), position, &group});
    }

    const Step* next_of(Group& group) const {
        auto& [steps, taken] = group;
        while (taken < steps.size() && taken_.contains(steps[taken].identity())) ++taken;
        return taken < steps.size() ? &steps[taken] : nullptr;
    }

    std::vector<Todo>& todos_;
    std::map<std::pair<const Sheet*, const Check*>, std::size_t> todo_of_;
    std::map<std::pair<std::string_view, const Sheet*>, Group> groups_;  // by full id, and whose steps these are
    std::set<std::pair<const Sheet*, const Check*>> taken_;
    std::set<std::pair<const Sheet*, const std::vector<Prerequisite>*>> met_;  // the checks of a note share one
    std::vector<Link> way_;
    std::vector<Todo*> sorted_;
};

}  // namespace

void put_prerequisites_first(std::vector<Todo>& todos, const Assessment& assessment) {
    Sorter(todos, assessment).sort();
}

}  // namespace hipaa
