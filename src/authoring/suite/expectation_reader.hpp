// Reading what a case of a test file expects.
#pragma once

#include <string>
#include <vector>

#include "authoring/suite/test_suite.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

/// What the case called `name`, whose keys are `fields`, expects of `checklist`. If `complete`, one that expects nothing is
/// a mistake.
std::vector<Expectation> read_expectations(yaml::Fields& fields, const std::string& name, const Checklist& checklist,
                                           bool complete, yaml::Problems& problems);

}  // namespace hipaa
