// What to do about an open point, in the same words in every format.
#pragma once

#include <string>

#include "engine/assessment.hpp"

namespace hipaa {

/// Empty if nothing is to be done.
std::string fix_of(const CheckResult& check);
/// The same for a deal-breaker.
std::string fix_of(const CaveatResult& caveat);
std::string fix_of(const ContradictionResult& contradiction);

}  // namespace hipaa
