// Names that cannot stand beside each other.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "yaml/problem.hpp"

namespace hipaa {

/// True if the key of a question lies in the group `above`: `plan.tier` in `plan`.
bool is_below(std::string_view key, std::string_view above);

/// Tells of each question that is the group of another, and of each former key that is, holds or is held by the key of
/// another question, or is the former key of two. The first `inherited` questions are those of an extended checklist,
/// where their mistakes were told.
void refuse_colliding_names(const std::vector<Question>& questions, std::size_t inherited, yaml::Problems& problems);

/// Tells of each id, or former id, of the notes `own` that `extended` has beside those of checks.
void refuse_taken_ids(const Checklist& extended, const std::vector<Note>& own, yaml::Problems& problems);

}  // namespace hipaa
