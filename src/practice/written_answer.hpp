// Answers as they are written into a practice file.
#pragma once

#include "checklist/question.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa {

/// `value` as an answer to `question`: `yes`, `2026-01-31`, `[care_team]`; records with the fields that they have.
yaml::NewValue written_answer(const Question& question, const Value& value);

/// What stands for "not sure" and "not answered".
yaml::NewValue written_unknown();

}  // namespace hipaa
