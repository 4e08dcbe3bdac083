// Reading the documented decisions of a practice.
#pragma once

#include <vector>

#include "practice/practice.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The decisions under the key `decisions`, each resolved to what it accepts. `practice` has its sheets already.
std::vector<Decision> read_decisions(const yaml::Entry& decisions, const Library& library, const Practice& practice,
                                     yaml::Problems& problems);

}  // namespace hipaa
