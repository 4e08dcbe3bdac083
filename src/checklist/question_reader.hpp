// Reading the `questions` of a checklist.
#pragma once

#include <string_view>
#include <vector>

#include "checklist/question.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The questions in `node`, in order; those with a mistake are left out, each mistake told.
std::vector<Question> read_questions(yaml::Node node, Place place, yaml::Problems& problems);

}  // namespace hipaa
