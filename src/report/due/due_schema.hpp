// The JSON Schema of what falls due.
#pragma once

#include <string>

namespace hipaa {

/// Draft 2020-12, of what `hipaa-check due -f json` writes.
std::string due_schema();

}  // namespace hipaa
