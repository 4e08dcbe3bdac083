// Reading one checklist: its head and questions first, so that other checklists can name them, then the rest.
#pragma once

#include <string>

#include "checklist/checklist.hpp"
#include "checklist/read/condition_reader.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The version of the checklist format that this program reads.
inline constexpr int checklist_format = 1;

/// The head and the questions.
Checklist read_checklist_head(const yaml::Document& document, yaml::Problems& problems);

/// The notes, caveats and contradictions, whose conditions name the questions of `vocabulary`; adds to `checklist`.
void read_checklist_body(const yaml::Document& document, const Vocabulary& vocabulary, Checklist& checklist,
                         yaml::Problems& problems);

}  // namespace hipaa
