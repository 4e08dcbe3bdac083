// Every key of a checklist file, with what it holds: what the readers know, and the schema and the guide say.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/fields.hpp"

namespace hipaa {

struct MapRow {
    std::string_view name;  // of its definition in the schema
    std::string_view title;
    std::vector<yaml::KeyRow> keys;
};

/// The checklist itself first, then the maps inside it.
const std::vector<MapRow>& checklist_maps();

/// What stands under a key, in words: "a list of texts", "law, guidance, vendor_condition or recommendation".
std::string describe_value(const yaml::KeyRow& key);

/// The keys of the map of that name.
std::span<const yaml::KeyRow> keys_of(std::string_view map);

}  // namespace hipaa
