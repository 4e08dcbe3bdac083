// What a recorded decision accepts, by another name.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace hipaa {

/// `decision` as `RecordedPractice::decisions` has it. `rename` gives the id that it is to accept in place of its own.
std::string rename_accepted(const std::string& decision, const std::function<std::string(std::string_view id)>& rename);

}  // namespace hipaa
