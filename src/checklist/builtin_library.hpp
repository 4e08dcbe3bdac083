// Loading built-in checklists without reading their YAML.
#pragma once

#include <cstddef>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// The built-in checklists whose index in `builtin_images()` is in `wanted`, which is sorted.
Library load_builtin(const std::vector<std::size_t>& wanted);

Library load_all_builtin();

}  // namespace hipaa
