// Reading a practice file against the questions of all known checklists.
#pragma once

#include "practice/key_tree.hpp"
#include "practice/practice.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The answers in `document`. Every mistake goes to `problems`; with one, the practice is not fit to be assessed. The
/// result refers to `library`, not to the document.
Practice read_practice(const yaml::Document& document, const Library& library, const KeyTree& keys,
                       yaml::Problems& problems);

/// How many products a practice may have that no checklist of their own is about. Each takes as much of a report as any
/// other, and all of them are one line of a jsonl report.
inline constexpr std::size_t most_products = 200;

/// How many labels a practice may have, and how long their names and texts may be, in characters.
inline constexpr std::size_t most_labels = 20;
inline constexpr std::size_t longest_label_name = 40;
inline constexpr std::size_t longest_label = 200;
/// True for letters and digits of ASCII, `_` and `-`; not for what begins like the owner's own keys.
bool is_label_name(std::string_view name);

/// Notes as a mistake that the answers were confirmed after `today`, by more than the day between two time
/// zones.
void refuse_future_confirmation(const Practice& practice, Date today, yaml::Problems& problems);

}  // namespace hipaa
