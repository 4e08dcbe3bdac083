// What to do about a check, with the place in the practice file of each line that has to change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate.hpp"

namespace hipaa {

/// `fix` in which each line to write, such as "other: secure_conversation", is followed by where the answer to it is
/// now: `(line 37, now standard)`. Only for answers among `evidence` that are in the file.
std::string located_fix(std::string_view fix, const std::vector<Evidence>& evidence);

}  // namespace hipaa
