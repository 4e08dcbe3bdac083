// How many of some conditions hold, as far as open answers leave them undecided.
#pragma once

#include <vector>

#include "engine/interview/levels.hpp"

namespace hipaa {

/// What it comes to that at least `needed` of conditions hold, which share no question.
LevelPairs enough_of(const std::vector<LevelPairs>& parts, double needed);

/// The same of any number of conditions, one at least, each of which can be what `part` says. If `every`, all but `count`
/// of them have to hold, else `count` of them.
LevelPairs enough_of_any_number(LevelPairs part, double count, bool every);

}  // namespace hipaa
