// Conditions that no answers can make true, or false.
#include "authoring/lint/lint_answers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "authoring/search/answer_space.hpp"
#include "authoring/suite/coverage.hpp"

namespace hipaa {
namespace {

/// Tests that all searches of a checklist may come to, which take a second or two.
constexpr double most_tests_of_all = 200'000'000;

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

    /// False, with a remark, where a search would take too long.
    bool may_search(const AnswerSpace& space, Place place, std::string_view what) {
        std::string why;
        if (!space.is_searchable()) why = too_many(space);
        else if (tests_ + space.tests() > most_tests_of_all)
            why = "what was searched for others of this checklist leaves no time for it";
        else tests_ += space.tests();
        if (why.empty()) return true;
        findings_.push_back({place, "not_searched", fmt::format("{}: {}", what, why), {}, true});
        return false;
    }

    /// False, with a finding, if no answers make all `conditions` true.
    bool can_hold(const std::vector<const Condition*>& conditions, Place place, std::string_view kind,
                  const std::string& message) {
        AnswerSpace space(library_, index_, today_, conditions);
        if (!may_search(space, place, "whether this can be true was not found out")) return true;
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
        if (!may_search(
                space, site.check->place,
                fmt::format("whether the check `{}` can be met and can fail was not found out", site.check->id)))
            return;
        const std::vector<Outcome> possible = possible_outcomes(site, space);
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
    double tests_ = 0;  // that searches came to
};

}  // namespace

void judge_answers(const Library& library, std::size_t checklist, Date today, std::vector<Suspicion>& findings) {
    AnswerJudge(library, checklist, today, findings).judge();
}

}  // namespace hipaa
