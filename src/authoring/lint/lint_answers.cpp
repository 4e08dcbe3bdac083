// Conditions that no answers can make true, or false.
#include "authoring/lint/lint_answers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "authoring/search/answer_space.hpp"
#include "authoring/suite/coverage.hpp"

namespace hipaa {
namespace {

class AnswerJudge {
public:
    AnswerJudge(const Library& library, std::size_t index, Date today, std::vector<Suspicion>& findings)
        : library_(library), index_(index), checklist_(library.checklists[index]), today_(today), findings_(findings) {}

    void judge() {
        if (checklist_.when && !can_hold({&*checklist_.when}, checklist_.when->place, "never_applies",
                                         "the `when` of the checklist is never true, so no note of it ever applies"))
            return;
        for (const Note& note : checklist_.notes) judge_note(note);
        for (const Caveat& caveat : checklist_.caveats)
            if (caveat.when)
                can_hold(with_checklist(*caveat.when), caveat.when->place, "never_applies",
                         fmt::format("the `when` of the caveat `{}` is never true", caveat.id));
        for (const Contradiction& contradiction : checklist_.contradictions)
            can_hold({&contradiction.condition}, contradiction.condition.place, "never_true",
                     fmt::format("the contradiction `{}` is never true", contradiction.id));
    }

private:
    std::vector<const Condition*> with_checklist(const Condition& condition) const {
        std::vector<const Condition*> all{&condition};
        if (checklist_.when) all.push_back(&*checklist_.when);
        return all;
    }

    static std::vector<std::string> proof_of(const AnswerSpace& space) {
        std::vector<std::string> lines{fmt::format("tried: {:.0f} combinations of these answers", space.size())};
        for (std::string& line : space.tried()) lines.push_back(std::move(line));
        return lines;
    }

    void add(Place place, std::string_view kind, std::string message, std::vector<std::string> proof) {
        findings_.push_back({place, std::string(kind), std::move(message), std::move(proof), false});
    }

    void add_unsearched(Place place, std::string_view what, const AnswerSpace& space) {
        findings_.push_back({place, "not_searched", fmt::format("{}: {}", what, too_many(space)), {}, true});
    }

    /// False, with a finding, if no answers make all `conditions` true.
    bool can_hold(const std::vector<const Condition*>& conditions, Place place, std::string_view kind,
                  const std::string& message) {
        AnswerSpace space(library_, index_, today_, conditions);
        if (!space.is_searchable()) {
            add_unsearched(place, "whether this can be true was not found out", space);
            return true;
        }
        if (space.find([&](const Scope& scope) { return all_hold(conditions, scope) == Truth::yes; })) return true;
        add(place, kind, message, proof_of(space));
        return false;
    }

    void judge_note(const Note& note) {
        if (note.when && !can_hold(with_checklist(*note.when), note.when->place, "never_applies",
                                   fmt::format("the `when` of the note `{}` is never true, so no check of it ever "
                                               "applies",
                                               note.id)))
            return;
        for (const Check& check : note.checks) {
            const CheckSite site{&checklist_, &note, &check};
            if (check.when && !can_hold(site.whens(), check.when->place, "never_applies",
                                        fmt::format("the `when` of the check `{}` is never true{}", check.id,
                                                    note.when ? ", together with that of its note" : "")))
                continue;
            judge_check(site);
        }
    }

    void judge_check(const CheckSite& site) {
        AnswerSpace space(library_, index_, today_, site.conditions());
        bool searched = false;
        const std::vector<Outcome> possible = possible_outcomes(site, library_, index_, today_, searched);
        if (!searched)
            return add_unsearched(
                site.check->place,
                fmt::format("whether the check `{}` can be met and can fail was not found out", site.check->id), space);
        const auto can_be = [&](Outcome outcome) { return std::ranges::find(possible, outcome) != possible.end(); };
        if (!can_be(Outcome::met))
            add(site.check->require.place, "never_met",
                fmt::format("the check `{}` can never be met, whatever is answered", site.check->id), proof_of(space));
        else if (!can_be(Outcome::not_met))
            add(site.check->require.place, "never_fails",
                fmt::format("the check `{}` can never fail where it applies, whatever is answered", site.check->id),
                proof_of(space));
    }

    const Library& library_;
    std::size_t index_;
    const Checklist& checklist_;
    Date today_;
    std::vector<Suspicion>& findings_;
};

}  // namespace

void judge_answers(const Library& library, std::size_t checklist, Date today, std::vector<Suspicion>& findings) {
    AnswerJudge(library, checklist, today, findings).judge();
}

}  // namespace hipaa
