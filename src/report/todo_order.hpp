// What has to be done before what else.
#pragma once

#include <vector>

#include "report/triage.hpp"

namespace hipaa {

/// Moves what has to be done first (`after`) ahead of what needs it, also by way of what is not open itself. The rest stays
/// in its order.
void put_prerequisites_first(std::vector<Todo>& todos, const Assessment& assessment);

}  // namespace hipaa
