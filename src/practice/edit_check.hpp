// Comparing a practice file before and after one answer was written into it.
#pragma once

#include <span>

#include "practice/key_path.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa {

/// `value` with the groups and lists around it that the steps lead through.
yaml::NewValue nested(std::span<const KeyStep> steps, yaml::NewValue value);

/// True if `after` has `value` at `path`, and is like `before` in everything else.
bool differs_only_at(const KeyPath& path, const yaml::NewValue& value, yaml::Node before, yaml::Node after);

/// True if `after` is `before` without what is at `path`.
bool lacks_only(const KeyPath& path, yaml::Node before, yaml::Node after);

}  // namespace hipaa
