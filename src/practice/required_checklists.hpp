// Which checklists a practice file calls for.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "checklist/builtin/builtin.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// Indexes in `known`, sorted: of the checklists whose questions the file answers, and of those that its decisions name.
/// Nothing if the file has a key or an id that `known` does not explain.
std::optional<std::vector<std::size_t>> required_checklists(yaml::Node root, std::span<const BuiltinImage> known);

}  // namespace hipaa
