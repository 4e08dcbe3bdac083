// What keeps a requirement from being met, where the answers that decide it do not show that by themselves.
#pragma once

#include <string>
#include <vector>

#include "engine/scope.hpp"

namespace hipaa {

/// Of a condition that is false: how many items each `count` found, and what is picked beyond what `only` allows; each as
/// the beginning of a sentence.
std::vector<std::string> shortfalls_of(const Condition& condition, const Scope& scope);

}  // namespace hipaa
