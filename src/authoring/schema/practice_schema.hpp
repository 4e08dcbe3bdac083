// The JSON Schema of practice files.
#pragma once

#include <string>

#include "checklist/checklist.hpp"

namespace hipaa {

/// A JSON Schema (2020-12) that accepts what the reader of practice files accepts and, as far as a schema can say it,
/// nothing else. What it cannot say stands in its `$comment`.
std::string practice_schema(const Library& library);

}  // namespace hipaa
