// Names of questions and notes that another one has already.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "yaml/problem.hpp"

namespace hipaa {

/// Refuses a question that is the group of another, and a former key that is another question, lies in the group of one,
/// is the group of one, or belongs to two. The first `inherited` questions are those of an extended checklist, where their
/// mistakes were told.
void refuse_colliding_names(const std::vector<Question>& questions, std::size_t inherited, yaml::Problems& problems);

/// Refuses ids and former ids of the notes `own` that something other than a check has in `extended`.
void refuse_taken_ids(const Checklist& extended, const std::vector<Note>& own, yaml::Problems& problems);

}  // namespace hipaa
