// How one check comes out for some answers, told apart more finely than by its result.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/evaluate.hpp"
#include "text/enums.hpp"

namespace hipaa {

enum class Outcome : std::uint8_t { met, not_met, unanswered, not_applicable };

/// A check and where it stands; the same for every place that needs all three.
struct CheckSite {
    const Checklist* checklist;
    const Note* note;
    const Check* check;

    /// The `when`s above the check and its own, those that it has.
    std::vector<const Condition*> whens() const;
    /// The same, and what the check requires.
    std::vector<const Condition*> conditions() const;
};

std::vector<CheckSite> check_sites(const Checklist& checklist);

Truth all_hold(const std::vector<const Condition*>& whens, const Scope& scope);
Outcome outcome(const CheckSite& site, const Scope& scope);

}  // namespace hipaa
