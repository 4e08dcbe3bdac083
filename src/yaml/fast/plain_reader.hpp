// Reads the YAML that people usually write, quickly, and leaves the rest to read_with_yaml_cpp.
#pragma once

namespace hipaa::yaml {

struct Tree;

/// Fills `tree` from its source, which has been cleaned. False, with nothing in the tree, for text with anything in it
/// that is rarely written, that is understood in more than one way, or that is a mistake. For all other text the tree
/// is the one that `read_with_yaml_cpp` would make of it, and there are no problems.
bool read_plain(Tree& tree);

}  // namespace hipaa::yaml
