// Every key of a checklist file, with what it holds: what the schema and the guide to checklists say.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hipaa {

enum class Need : std::uint8_t { optional, required };

/// A key of a map. What it holds is the name of a definition in the schema; `[name]` for a list of it, `[name]+` for one
/// that may not be empty.
struct KeyRow {
    std::string_view name;
    Need need;
    std::string_view holds;
    std::string_view title;
};

struct MapRow {
    std::string_view name;  // of the definition
    std::string_view title;
    std::vector<KeyRow> keys;
};

/// The checklist itself first, then the maps inside it.
const std::vector<MapRow>& checklist_maps();

}  // namespace hipaa
