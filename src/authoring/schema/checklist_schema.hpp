// The JSON Schema of checklists.
#pragma once

#include <string>

#include "checklist/checklist.hpp"

namespace hipaa {

/// A JSON Schema (2020-12) of the files that checklists are written in, with all keys and operators. That conditions
/// name questions, and fit their types, only the reader of checklists can tell. The same for every library.
std::string checklist_schema(const Library& library);

}  // namespace hipaa
