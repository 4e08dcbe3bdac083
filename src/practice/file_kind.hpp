// Telling practice files, checklists and other files apart.
#pragma once

#include <string_view>

#include "practice/key_tree.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// True if the first line that is not blank, a comment or `---` begins with the key `checklist`. The text may be no YAML.
bool begins_as_checklist(std::string_view text);

/// True if it begins as JSON that hipaa-check writes. The text may be no JSON.
bool begins_as_report(std::string_view text);

/// As `begins_as_checklist`, for a key in whichever line.
bool has_line_of(std::string_view key, std::string_view text);

/// True if at the top, or at the top of an item if all is a list, there is a key of a practice file, as it is or with a
/// slip of the keyboard in it.
bool is_meant_as_practice(yaml::Node root, const KeyTree& keys);

}  // namespace hipaa
