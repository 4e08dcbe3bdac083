// The JSON Schema of the formats json and jsonl.
#pragma once

#include <string_view>

namespace hipaa {

/// Draft 2020-12. It knows every member that a report may have, and allows no other.
extern const std::string_view report_schema;

}  // namespace hipaa
