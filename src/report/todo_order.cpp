// What has to be done before what else.
#include "report/todo_order.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace hipaa {
namespace {

constexpr std::size_t not_open = std::numeric_limits<std::size_t>::max();

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
                    steps_[note.note->full_id].push_back(step);
                    steps_[check.check->full_id].push_back(step);
                }
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

    /// Of one's own checklist for the same product; of another for all of them.
    std::vector<Step> before(const Step& step) const {
        std::vector<Step> found;
        for (const Prerequisite& first : prerequisites_of(*step.note, *step.check)) {
            const auto named = steps_.find(first.id);
            if (named == steps_.end()) continue;
            for (const Step& other : named->second)
                if (other.sheet->checklist != step.sheet->checklist || other.sheet == step.sheet)
                    found.push_back(other);
        }
        std::ranges::stable_sort(found, {}, [&](const Step& other) { return todo_of(other); });
        return found;
    }

    void take(const Step& step) {
        if (!taken_.insert(step.identity()).second) return;
        for (const Step& first : before(step)) take(first);
        if (const std::size_t todo = todo_of(step); todo != not_open) sorted_.push_back(&todos_[todo]);
    }

    std::vector<Todo>& todos_;
    std::map<std::pair<const Sheet*, const Check*>, std::size_t> todo_of_;
    std::map<std::string_view, std::vector<Step>, std::less<>> steps_;  // by full id; of a note all of its checks
    std::set<std::pair<const Sheet*, const Check*>> taken_;
    std::vector<Todo*> sorted_;
};

}  // namespace

void put_prerequisites_first(std::vector<Todo>& todos, const Assessment& assessment) {
    Sorter(todos, assessment).sort();
}

}  // namespace hipaa
