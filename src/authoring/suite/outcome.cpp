// How one check comes out.
#include "authoring/suite/outcome.hpp"

namespace hipaa {

std::vector<const Condition*> CheckSite::whens() const {
    std::vector<const Condition*> conditions;
    for (const std::optional<Condition>* when : {&checklist->when, &note->when, &check->when})
        if (*when) conditions.push_back(&**when);
    return conditions;
}

std::vector<const Condition*> CheckSite::conditions() const {
    std::vector<const Condition*> conditions = whens();
    conditions.push_back(&check->require);
    return conditions;
}

std::vector<CheckSite> check_sites(const Checklist& checklist) {
    std::vector<CheckSite> sites;
    for (const Note& note : checklist.notes)
        for (const Check& check : note.checks) sites.push_back({&checklist, &note, &check});
    return sites;
}

Truth all_hold(const std::vector<const Condition*>& whens, const Scope& scope) {
    Truth result = Truth::yes;
    for (const Condition* when : whens) result = both(result, AppliedWhen(*when, scope).holds);
    return result;
}

Outcome outcome(const CheckSite& site, const Scope& scope) {
    const Truth applies = all_hold(site.whens(), scope);
    if (applies == Truth::no) return Outcome::not_applicable;
    if (applies == Truth::unknown) return Outcome::unanswered;
    switch (evaluate(site.check->require, scope)) {
        case Truth::yes:
            return Outcome::met;
        case Truth::no:
            return Outcome::not_met;
        case Truth::unknown:
            break;
    }
    return Outcome::unanswered;
}

}  // namespace hipaa
