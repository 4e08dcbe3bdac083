// Where a practice file says what the practice itself is called, and where it is.
#pragma once

#include <string_view>
#include <vector>

#include "privacy/patterns.hpp"

namespace hipaa {

/// The stretches of `file` that stand below its key `practice`, in their order; also of a file that has mistakes. Comments
/// behind the last line of such an entry do not belong to it.
std::vector<Stretch> practice_entries(std::string_view file);

}  // namespace hipaa
