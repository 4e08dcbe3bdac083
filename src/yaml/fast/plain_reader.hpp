// Reads the YAML that people usually write, quickly, and leaves the rest to read_with_yaml_cpp.
#pragma once

#include <optional>

#include "text/place.hpp"
#include "yaml/problem.hpp"

namespace hipaa::yaml {

struct Tree;

/// Fills `tree` from its source, which has been cleaned. False, with nothing in the tree, for text with anything in it
/// that is rarely written, that is understood in more than one way, or that is a mistake. For all other text the tree
/// is the one that `read_with_yaml_cpp` would make of it, and there are no problems.
bool read_plain(Tree& tree);

/// For where there is no other reader: text that is plain is read even if it has mistakes, which go to `problems`. False if
/// the tree is of no use; `not_plain` is the place at which text ceases to be plain, if it does.
bool read_only_plain(Tree& tree, Problems& problems, std::optional<Place>& not_plain);

}  // namespace hipaa::yaml
