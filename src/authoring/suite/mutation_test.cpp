// Whether the tests of a checklist notice its mutants.
#include "authoring/suite/mutation_test.hpp"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "authoring/search/answer_space.hpp"
#include "authoring/suite/test_run.hpp"
#include "engine/assessment.hpp"
#include "engine/due.hpp"

namespace hipaa {
namespace {

Result result_of(const CheckSite& site, const Scope& scope) {
    switch (outcome(site, scope)) {
        case Outcome::met:
            return Result::pass;
        case Outcome::unanswered:
            return Result::unknown;
        case Outcome::not_applicable:
            return Result::not_applicable;
        case Outcome::not_met:
            break;
    }
    return site.check->otherwise == Otherwise::fail        ? Result::fail
           : site.check->otherwise == Otherwise::attention ? Result::attention
                                                           : Result::unknown;
}

bool is_true(const Contradiction& contradiction, const Scope& scope) {
    return evaluate(contradiction.condition, scope) == Truth::yes;
}

bool affects(const Contradiction& contradiction, const CheckSite& site) {
    const auto note = static_cast<std::size_t>(site.note - site.checklist->notes.data());
    return std::ranges::find(contradiction.affects, note) != contradiction.affects.end();
}

/// One thing in a report that a mutant may change: a check, or else a contradiction, a caveat, or a deadline.
struct MutatedPart {
    const CheckSite* site = nullptr;
    const Contradiction* contradiction = nullptr;
    const Caveat* caveat = nullptr;
    const Deadline* deadline = nullptr;
};

std::vector<MutatedPart> subjects_of(const Mutant& mutant) {
    std::vector<MutatedPart> subjects;
    for (const CheckSite& site : mutant.sites) subjects.push_back({.site = &site});
    if (mutant.contradiction) subjects.push_back({.contradiction = mutant.contradiction});
    if (mutant.caveat) subjects.push_back({.caveat = mutant.caveat});
    if (mutant.deadline) subjects.push_back({.deadline = mutant.deadline});
    return subjects;
}

/// What a report would show of a subject, for some answers.
class Observer {
public:
    Observer(const MutatedPart& subject, const Checklist& checklist, bool with_contradictions)
        : subject_(subject), checklist_(checklist), with_contradictions_(with_contradictions) {
        if (!subject.deadline) return;
        has_start_.kind = Condition::Kind::test;
        has_start_.question = subject.deadline->from;
        has_start_.op = Operator::answered;
        has_start_.operand = Scalar(true);
    }

    std::vector<const Condition*> conditions() const {
        std::vector<const Condition*> all;
        if (subject_.site) all = subject_.site->conditions();
        else if ((subject_.caveat || subject_.deadline) && checklist_.when) all.push_back(&*checklist_.when);
        if (subject_.contradiction) all.push_back(&subject_.contradiction->condition);
        if (subject_.caveat && subject_.caveat->when) all.push_back(&*subject_.caveat->when);
        if (subject_.deadline && subject_.deadline->when) all.push_back(&*subject_.deadline->when);
        if (subject_.deadline) all.push_back(&has_start_);
        for (const Contradiction& contradiction : checklist_.contradictions)
            if (takes_part(contradiction)) all.push_back(&contradiction.condition);
        return all;
    }

    std::string observe(const Scope& scope) const {
        if (subject_.site) return std::string(name_of(check_result(scope)));
        if (subject_.caveat) return std::string(caveat_outcome(scope));
        if (subject_.deadline) return deadline_outcome(scope);
        return is_true(*subject_.contradiction, scope) ? "a contradiction" : "no contradiction";
    }

private:
    bool takes_part(const Contradiction& contradiction) const {
        return with_contradictions_ && subject_.site && affects(contradiction, *subject_.site);
    }

    Result check_result(const Scope& scope) const {
        const Result result = result_of(*subject_.site, scope);
        if (!with_contradictions_ || result >= Result::unknown) return result;
        for (const Contradiction& contradiction : checklist_.contradictions)
            if (affects(contradiction, *subject_.site) && is_true(contradiction, scope)) return Result::unknown;
        return result;
    }

    std::string_view caveat_outcome(const Scope& scope) const {
        std::vector<const Condition*> whens;
        if (checklist_.when) whens.push_back(&*checklist_.when);
        if (subject_.caveat->when) whens.push_back(&*subject_.caveat->when);
        const Truth applies = all_hold(whens, scope);
        if (!subject_.caveat->deal_breaker) return name_of(applies);
        return name_of(applies == Truth::yes       ? Result::fail
                       : applies == Truth::unknown ? Result::unknown
                                                   : Result::not_applicable);
    }

    std::string deadline_outcome(const Scope& scope) const {
        const bool is_out = checklist_.when && AppliedWhen(*checklist_.when, scope).holds == Truth::no;
        const auto day = is_out ? std::nullopt : due_day(*subject_.deadline, scope);
        return day ? iso(*day) : "none";
    }

    const MutatedPart subject_;
    const Checklist& checklist_;
    bool with_contradictions_;
    Condition has_start_;  // of a deadline: there is a day to count from
};

/// Answers for which a mutant makes a difference.
struct Witness {
    std::string example;
    std::string to_paste;
};

/// What the search of all answers says of a mutant and one of its subjects.
enum class Finding : std::uint8_t { same, differs, not_searched };

class MutationTester {
public:
    explicit MutationTester(Suite& suite) : suite_(suite) {}

    MutationReport run() {
        for (const Mutant& mutant : mutants(suite_.subject(), suite_.library)) {
            ++report_.mutants;
            if (is_noticed(mutant)) ++report_.noticed;
            else judge(mutant);
        }
        return std::move(report_);
    }

private:
    bool is_noticed(const Mutant& mutant) {
        mutant.toggle();
        const auto noticing =
            std::ranges::find_if(order_, [&](const TestCase* test) { return !is_as_expected(*test, suite_.library); });
        mutant.toggle();
        if (noticing == order_.end()) return false;
        // What noticed one mutant often notices the next one.
        std::rotate(order_.begin(), noticing, noticing + 1);
        return true;
    }

    static std::deque<const TestCase*> all_cases(const Suite& suite) {
        std::deque<const TestCase*> all;
        for (const TestCase& test : suite.cases) all.push_back(&test);
        return all;
    }

    void judge(const Mutant& mutant) {
        const UnnoticedMutant unnoticed{mutant.place, mutant.inherited, mutant.what};
        for (const MutatedPart& subject : subjects_of(mutant)) {
            Witness witness;
            if (search(mutant, subject, witness) == Finding::same) continue;
            report_.survivors.push_back({unnoticed, std::move(witness.example), std::move(witness.to_paste)});
            return;
        }
        report_.equivalent.push_back(unnoticed);
    }

    /// Looks for answers that tell the mutant from the checklist. Those that come to light without the contradictions
    /// may be hidden by one, so these are looked at too, where that is not too much.
    Finding search(const Mutant& mutant, const MutatedPart& subject, Witness& witness) {
        if (!mutant.spares_note) {
            const Finding alone = search(mutant, subject, false, witness);
            if (alone == Finding::same) return alone;
        }
        Witness with_all;
        const Finding all = search(mutant, subject, true, with_all);
        if (all != Finding::not_searched || witness.example.empty()) witness = std::move(with_all);
        return all == Finding::same ? Finding::same : Finding::differs;
    }

    Finding search(const Mutant& mutant, const MutatedPart& subject, bool with_contradictions, Witness& witness) {
        const Observer observer(subject, suite_.subject(), with_contradictions);
        std::deque<Condition> copies;  // of the conditions before and after, as the mutant changes them in place
        const auto copy = [&] {
            for (const Condition* condition : observer.conditions()) copies.push_back(*condition);
        };
        copy();
        mutant.toggle();
        copy();
        mutant.toggle();
        std::vector<const Condition*> conditions;
        for (const Condition& condition : copies) conditions.push_back(&condition);
        AnswerSpace space(suite_.library, suite_.index, suite_.cases.front().today, conditions);
        if (!space.is_searchable()) {
            witness.example = too_many(space);
            return Finding::not_searched;
        }
        const bool found = space.find([&](const Scope& scope) {
            const std::string before = observer.observe(scope);
            mutant.toggle();
            const std::string after = observer.observe(scope);
            mutant.toggle();
            if (before == after) return false;
            const std::string what = subject.site       ? fmt::format("`{}` is ", subject.site->check->full_id)
                                     : subject.deadline ? fmt::format("the day of `{}` is ", subject.deadline->full_id)
                                                        : "there is ";
            witness.example = fmt::format("with it, where {}: {}{} instead of {}", space.shown(), what, after, before);
            witness.to_paste = case_of(mutant, subject, space, before, scope);
            return true;
        });
        return found ? Finding::differs : Finding::same;
    }

    std::string case_of(const Mutant& mutant, const MutatedPart& subject, const AnswerSpace& space,
                        std::string_view result, const Scope& scope) const {
        const Checklist& checklist = suite_.subject();
        std::string_view id = subject.site     ? std::string_view(subject.site->check->full_id)
                              : subject.caveat ? std::string_view(subject.caveat->full_id)
                                               : std::string_view();
        if (!id.empty()) id.remove_prefix(checklist.id.size() + 1);
        const std::string_view named = subject.deadline ? std::string_view(subject.deadline->id)
                                       : id.empty()     ? std::string_view(subject.contradiction->id)
                                                        : id;
        std::string text = fmt::format("- name: {}\n  set: {{{}}}\n",
                                       yaml_text(fmt::format("{}, line {}: {}", named, mutant.place.line, mutant.what)),
                                       space.as_settings());
        text += subject.deadline ? fmt::format("  due: {{{}: {}}}\n", named, result)
                : id.empty()     ? "  expect: {}  # hipaa-check test --fill says what comes out\n"
                                 : fmt::format("  expect: {{{}: {}}}\n", id, result);
        std::string contradictions;
        for (const Contradiction& contradiction : checklist.contradictions)
            if (is_true(contradiction, scope))
                contradictions += fmt::format("{}{}", contradictions.empty() ? "" : ", ", contradiction.id);
        if (!contradictions.empty()) text += fmt::format("  contradictions: [{}]\n", contradictions);
        return text;
    }

    Suite& suite_;
    std::deque<const TestCase*> order_ = all_cases(suite_);
    MutationReport report_;
};

}  // namespace

MutationReport test_mutants(Suite& suite) { return MutationTester(suite).run(); }

}  // namespace hipaa
