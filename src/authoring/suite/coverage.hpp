// What the tests of a checklist have not shown.
#pragma once

#include <vector>

#include "authoring/search/answer_space.hpp"
#include "authoring/suite/outcome.hpp"
#include "authoring/suite/suite.hpp"

namespace hipaa {

struct CoverageGap {
    CheckSite site;
    std::vector<Outcome> missing;  // that the check can have, and that no case shows and expects
    bool searched = true;          // false: too many answers, so that some of these may be impossible
};

/// A case shows how a check comes out if it expects a result of the check or of its note.
std::vector<CoverageGap> coverage_gaps(const Suite& suite);

/// The checklist's own deadlines that no case expects to fall due.
std::vector<const Deadline*> deadlines_not_shown(const Suite& suite);

/// The outcomes that a check can have at all. `space` is that of its conditions, and searchable.
std::vector<Outcome> possible_outcomes(const CheckSite& site, AnswerSpace& space);

}  // namespace hipaa
