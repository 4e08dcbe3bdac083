// Reads all of YAML, by way of yaml-cpp.
#pragma once

#include "yaml/problem.hpp"

namespace hipaa::yaml {

struct Tree;

/// Fills `tree` from its source, which has been cleaned. False if the text could not be read to its end.
bool read_with_yaml_cpp(Tree& tree, Problems& problems);

}  // namespace hipaa::yaml
