// Loading built-in checklists without reading their YAML.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "checklist/builtin/builtin.hpp"
#include "checklist/checklist.hpp"

namespace hipaa {

/// A library of `images`, in which those are loaded whose index is in `wanted`, and what their conditions refer to.
Library load_images(std::span<const BuiltinImage> images, const std::vector<std::size_t>& wanted);

Library load_all_builtin();

}  // namespace hipaa
