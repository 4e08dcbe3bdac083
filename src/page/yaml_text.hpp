// YAML to show as it stands in a file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "page/page.hpp"

namespace hipaa {

/// The lines as text of at most `width` cells, but for keys, which are never broken.
std::vector<std::string> yaml_text(const std::vector<page::YamlLine>& lines, std::size_t width);

}  // namespace hipaa
