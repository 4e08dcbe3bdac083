// How many items of a list matter.
#include "engine/interview/item_limits.hpp"

#include <algorithm>
#include <optional>

namespace hipaa {
namespace {

class HighestLimit {
public:
    HighestLimit(const Library& library, const Practice& practice) : library_(library), practice_(practice) {
        for (const Checklist& checklist : library.checklists) add(checklist);
    }

    double value() const { return highest_; }

private:
    void add(const Checklist& checklist) {
        checklist_ = &checklist;
        add(checklist.when);
        for (const Note& note : checklist.notes) {
            add(note.when);
            for (const Check& check : note.checks) {
                add(check.when);
                add(check.require);
            }
        }
        for (const Caveat& caveat : checklist.caveats) add(caveat.when);
    }

    void add(const std::optional<Condition>& condition) {
        if (condition) add(*condition);
    }

    void add(const Condition& condition) {
        for (const Condition& part : condition.parts) add(part);
        const auto* bounds = std::get_if<Bounds>(&condition.operand);
        if (!bounds) return;
        add(bounds->at_least);
        add(bounds->at_most);
    }

    void add(const Bound& bound) {
        if (const double* number = std::get_if<double>(&bound)) highest_ = std::max(highest_, *number);
        if (const QuestionRef* ref = std::get_if<QuestionRef>(&bound)) add_answers_to(*ref);
    }

    void add_answers_to(const QuestionRef& ref) {
        const bool is_elsewhere = ref.scope == QuestionRef::Scope::elsewhere;
        const Checklist* asking = is_elsewhere ? &library_.checklists[ref.checklist] : checklist_;
        for (const Sheet& sheet : practice_.sheets) {
            if (sheet.checklist != asking) continue;
            const Answer& answer = sheet.answers[ref.index];
            const Scalar* scalar = answer.known() ? std::get_if<Scalar>(&answer.value) : nullptr;
            if (const double* number = scalar ? std::get_if<double>(scalar) : nullptr)
                highest_ = std::max(highest_, *number);
        }
    }

    const Library& library_;
    const Practice& practice_;
    const Checklist* checklist_ = nullptr;
    double highest_ = 0;
};

}  // namespace

double highest_item_limit(const Library& library, const Practice& practice) {
    return HighestLimit(library, practice).value();
}

}  // namespace hipaa
