// Every key of a test file: what the reader knows, and the guide says.
#pragma once

#include <span>
#include <vector>

#include "checklist/keys.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

/// Of the file itself, then of a case.
const std::vector<MapRow>& test_maps();

/// Those of the file; `product` is required where the checklist is about `products.*`.
std::vector<yaml::KeyRow> test_file_keys(yaml::Need product);
std::span<const yaml::KeyRow> test_case_keys();

}  // namespace hipaa
