// A checklist changed in every small way.
#include "authoring/suite/mutants.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <span>

#include <fmt/format.h>

#include "authoring/search/condition_text.hpp"
#include "authoring/suite/condition_mutants.hpp"

namespace hipaa {
namespace {

template <typename Slot>
std::function<void()> swapping(Slot& slot, Slot replacement) {
    return [&slot, other = std::make_shared<Slot>(std::move(replacement))] { std::swap(slot, *other); };
}

class MutantMaker {
public:
    MutantMaker(Checklist& checklist, const Library& library) : checklist_(checklist), library_(library) {}

    std::vector<Mutant> make() {
        subject_ = {};
        subject_.sites = check_sites(checklist_);
        // What a checklist has of another one that it extends has tests of its own.
        if (checklist_.extends.empty()) change_when(checklist_.when);
        for (Note& note : std::span(checklist_.notes).subspan(checklist_.inherited_notes)) {
            subject_.sites.clear();
            for (Check& check : note.checks) subject_.sites.push_back({&checklist_, &note, &check});
            change_when(note.when);
            for (Check& check : note.checks) change_check(note, check);
        }
        if (!checklist_.extends.empty()) return std::move(all_);
        for (Contradiction& contradiction : checklist_.contradictions) change_contradiction(contradiction);
        for (Caveat& caveat : checklist_.caveats) {
            subject_ = {};
            subject_.caveat = &caveat;
            change_when(caveat.when);
        }
        for (Deadline& deadline : checklist_.deadlines) change_deadline(deadline);
        return std::move(all_);
    }

private:
    void add(Place place, std::string what, std::function<void()> toggle) {
        Mutant mutant = subject_;
        mutant.place = place;
        mutant.inherited = inherited_places_.contains(place);
        mutant.what = std::move(what);
        mutant.toggle = std::move(toggle);
        all_.push_back(std::move(mutant));
    }

    void change_when(std::optional<Condition>& when) {
        if (!when) return;
        find_inherited(*when);
        add(when->place, fmt::format("without the `when` `{}`", yaml_of(*when, library_, checklist_)),
            swapping(when, std::optional<Condition>()));
        change(*when);
    }

    void change_check(const Note& note, Check& check) {
        subject_.sites = {{&checklist_, &note, &check}};
        change_when(check.when);
        change(check.require);
        for (const Otherwise other : {Otherwise::fail, Otherwise::attention})
            if (other != check.otherwise)
                add(check.place, fmt::format("`otherwise: {}` becomes `{}`", name_of(check.otherwise), name_of(other)),
                    swapping(check.otherwise, other));
    }

    void change_contradiction(Contradiction& contradiction) {
        subject_ = {};
        subject_.contradiction = &contradiction;
        change(contradiction.condition);
        subject_.contradiction = nullptr;
        subject_.spares_note = true;
        for (std::size_t i = 0; i < contradiction.affects.size(); ++i) {
            const Note& note = checklist_.notes[contradiction.affects[i]];
            subject_.sites.clear();
            for (const Check& check : note.checks) subject_.sites.push_back({&checklist_, &note, &check});
            auto fewer = contradiction.affects;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            add(contradiction.place, fmt::format("`{}` does not affect `{}`", contradiction.id, note.id),
                swapping(contradiction.affects, std::move(fewer)));
        }
    }

    void change_deadline(Deadline& deadline) {
        subject_ = {};
        subject_.deadline = &deadline;
        change_when(deadline.when);
        for (const int shift : {-1, 1})
            if (deadline.days + shift >= 0)
                add(deadline.place, fmt::format("`days: {}` becomes `{}`", deadline.days, deadline.days + shift),
                    swapping(deadline.days, deadline.days + shift));
        add(deadline.place, deadline.end_of_year ? "without `end_of_year: yes`" : "with `end_of_year: yes`",
            swapping(deadline.end_of_year, !deadline.end_of_year));
    }

    /// A checklist that extends another meets the definitions of that one, and has none of its own.
    void find_inherited(const Condition& condition) {
        inherited_places_.clear();
        if (!checklist_.extends.empty()) collect_inherited(condition, false);
    }

    void collect_inherited(const Condition& condition, bool inside) {
        inside = inside || is_definition(condition);
        if (inside) inherited_places_.insert(condition.place);
        for (const Condition& part : condition.parts) collect_inherited(part, inside);
    }

    bool is_definition(const Condition& condition) const {
        return std::ranges::any_of(checklist_.definitions, [&](const Definition& definition) {
            return definition.condition.place == condition.place &&
                   yaml_of(definition.condition, library_, checklist_) == yaml_of(condition, library_, checklist_);
        });
    }

    void change(Condition& condition) {
        find_inherited(condition);
        for (ConditionMutant& mutant : condition_mutants(condition, library_, checklist_))
            add(mutant.place, std::move(mutant.what), swapping(*mutant.slot, std::move(mutant.replacement)));
    }

    Checklist& checklist_;
    const Library& library_;
    std::set<Place> inherited_places_;  // of the condition that is being changed
    Mutant subject_;                    // what the changes that are being made can touch
    std::vector<Mutant> all_;
};

}  // namespace

std::vector<Mutant> mutants(Checklist& checklist, const Library& library) {
    return MutantMaker(checklist, library).make();
}

}  // namespace hipaa
