// A question as JSON, the same wherever questions are written.
#pragma once

#include <string>

#include "checklist/question.hpp"
#include "json/builder.hpp"

namespace hipaa {

/// An object with the key `path`, what is asked and what may be answered.
void question_json(JsonBuilder& json, const std::string& path, const Question& question);

}  // namespace hipaa
