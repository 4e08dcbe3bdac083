// What the system says went wrong, in words.
#pragma once

#include <string>

namespace hipaa {

/// `error` is an `errno`.
std::string error_text(int error);

}  // namespace hipaa
