// What to do about a check, with the place in the practice file of each line that has to change.
#pragma once

#include <string>
#include <string_view>

#include "engine/assessment.hpp"

namespace hipaa {

/// True if `text` names an answer to change, as `"other: secure_conversation"` or `"executed_on"`.
bool names_answer(std::string_view text);

/// `fix`, which is that of `check` or a part of it, in which each line to write, such as "other: secure_conversation", is
/// followed by where the answer to it is now: `(line 37, now standard)`. Only for answers among the evidence that are in
/// the file, and for items of a list only if all of them have to change, and are few.
std::string located_fix(std::string_view fix, const CheckResult& check);

}  // namespace hipaa
