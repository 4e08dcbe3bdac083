// Reading the `questions` of a checklist.
#pragma once

#include <string_view>
#include <vector>

#include "checklist/question.hpp"
#include "checklist/texts.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The questions in `node`, in order, whose texts are kept in `texts`; those with a mistake are left out, each mistake
/// told.
std::vector<Question> read_questions(yaml::Node node, Place place, Texts& texts, yaml::Problems& problems);

}  // namespace hipaa
