// Where a practice file uses names of earlier versions.
#pragma once

#include <string>
#include <vector>

#include "checklist/question.hpp"
#include "practice/practice.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The former words and keys in the answer that `node` gives to the question at `path`.
std::vector<Renamed> former_names_in(const Question& question, const std::string& path, yaml::Node node);

}  // namespace hipaa
