// Comparing what two reports say of one practice.
#pragma once

#include <vector>

#include "compare/change.hpp"
#include "compare/side.hpp"

namespace hipaa {

/// Every check, deal-breaking caveat and contradiction whose result differs, in the order of the newer report, then what
/// only the older one has.
std::vector<Change> compare(const Moment& old, const Moment& now, const CurrentIds& ids);

}  // namespace hipaa
