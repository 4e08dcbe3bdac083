// What a document says, place by place.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "yaml/document.hpp"

namespace hipaa::testing {

/// All leaves of a document, each with the way to it.
using Leaves = std::vector<std::pair<std::string, std::string>>;

Leaves leaves_of(yaml::Node root);

}  // namespace hipaa::testing
