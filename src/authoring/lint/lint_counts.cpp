// Numbers of items that no list can have.
#include "authoring/lint/lint_counts.hpp"

#include <set>

#include <fmt/format.h>

#include "checklist/number.hpp"

namespace hipaa {
namespace {

class RangeJudge {
public:
    explicit RangeJudge(std::vector<Suspicion>& findings) : findings_(findings) {}

    void judge(const Checklist& checklist) {
        walk(checklist.when);
        for (const Definition& definition : checklist.definitions) walk(definition.condition);
        for (const Note& note : checklist.notes) {
            walk(note.when);
            for (const Check& check : note.checks) {
                walk(check.when);
                walk(check.require);
                for (const CheckCase& one : check.cases) walk(one.when);
            }
        }
        for (const Caveat& caveat : checklist.caveats) walk(caveat.when);
        for (const Contradiction& contradiction : checklist.contradictions) walk(contradiction.condition);
        for (const Deadline& deadline : checklist.deadlines) walk(deadline.when);
    }

private:
    void walk(const std::optional<Condition>& condition) {
        if (condition) walk(*condition);
    }

    void walk(const Condition& condition) {
        for (const Condition& part : condition.parts) walk(part);
        const auto* bounds = std::get_if<Bounds>(&condition.operand);
        const auto* from = bounds ? std::get_if<double>(&bounds->at_least) : nullptr;
        const auto* to = bounds ? std::get_if<double>(&bounds->at_most) : nullptr;
        // What is met by several conditions stands in one place.
        if (!from || !to || *from <= *to || !told_.insert(condition.place).second) return;
        findings_.push_back({condition.place,
                             "empty_range",
                             fmt::format("no number of items is at least {} and at most {}, so this is never met",
                                         number_text(*from), number_text(*to)),
                             {},
                             false});
    }

    std::vector<Suspicion>& findings_;
    std::set<Place> told_;
};

}  // namespace

void find_empty_ranges(const Checklist& checklist, std::vector<Suspicion>& findings) {
    RangeJudge(findings).judge(checklist);
}

}  // namespace hipaa
