// The JSON Schema of the formats json and jsonl.
#pragma once

#include <string>

namespace hipaa {

/// Draft 2020-12. It knows every member that a report may have, and allows no other.
std::string report_schema();

}  // namespace hipaa
