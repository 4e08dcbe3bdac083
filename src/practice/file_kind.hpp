// Telling practice files, checklists and other files apart.
#pragma once

#include <string_view>

#include "practice/key_tree.hpp"
#include "yaml/document.hpp"
#include "yaml/problem.hpp"

namespace hipaa {

/// True if the first line that is not blank, a comment or `---` begins with the key `checklist`. The text may be no YAML.
bool begins_as_checklist(std::string_view text);

/// As `begins_as_checklist`, for a key in whichever line.
bool has_line_of(std::string_view key, std::string_view text);

/// True if at the top, or at the top of an item if all is a list, there is a key of a practice file, as it is or with a
/// slip of the keyboard in it.
bool is_meant_as_practice(yaml::Node root, const KeyTree& keys);

/// The kind of the mistake that a file is no practice file at all. Its sentence tells nothing of what the file says.
inline constexpr std::string_view no_practice = "no_practice";
inline constexpr std::string_view is_a_checklist =
    "this is a checklist, not a practice file; give it with --rules, and check it with lint";

/// Makes it the only mistake of what somebody takes for a practice file that it is plainly another kind of file, and returns
/// true; else changes nothing. `document`: of `text`, or null if that could not be read.
bool refuse_other_kind(std::string_view text, const yaml::Document* document, const KeyTree& keys,
                       yaml::Problems& problems);

}  // namespace hipaa
