// RapidJSON's documents with memory that is checked.
#pragma once

#include <rapidjson/document.h>

#include "json/memory.hpp"

namespace hipaa {

using JsonPool = rapidjson::MemoryPoolAllocator<CheckedAllocator>;
using JsonDocument = rapidjson::GenericDocument<rapidjson::UTF8<>, JsonPool, CheckedAllocator>;
using JsonValue = JsonDocument::ValueType;

}  // namespace hipaa
