// A checklist changed in every small way, to see whether its tests notice.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "authoring/suite/outcome.hpp"

namespace hipaa {

/// One small change. Refers to the checklist, whose vectors must not move.
struct Mutant {
    Place place;
    bool inherited = false;                        // its place is in the checklist that this one extends
    std::string what;                              // "`plan.tier: free` becomes `plan.tier: trial`"
    std::function<void()> toggle;                  // makes the change; the second time, takes it back
    std::vector<CheckSite> sites;                  // the checks that it can touch
    const Contradiction* contradiction = nullptr;  // or the contradiction
    const Caveat* caveat = nullptr;                // or the caveat
    const Deadline* deadline = nullptr;            // or the deadline
    bool spares_note = false;                      // it changes which notes a contradiction affects, and no condition
};

/// All of them: a part of a condition dropped, a value swapped or taken out of a list or added to it, all and any and
/// not turned around, an operator replaced by its neighbours, a number or a date off by one, a `when` dropped,
/// `otherwise` made stricter or milder, a contradiction that spares one of its notes, a deadline a day earlier or later or
/// not from the end of the year. `checklist` belongs to `library`.
std::vector<Mutant> mutants(Checklist& checklist, const Library& library);

}  // namespace hipaa
