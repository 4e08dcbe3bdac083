// Reading one checklist: its head and questions first, so that other checklists can name them, then the rest.
#pragma once

#include <string>

#include "checklist/checklist.hpp"
#include "checklist/read/condition_reader.hpp"
#include "yaml/document.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

/// The version of the checklist format that this program reads.
inline constexpr int checklist_format = 1;

/// False if the rest is not to be read: a later format may mean anything, so other mistakes would only mislead.
bool read_format(yaml::Fields& fields, yaml::Problems& problems);

/// The head and the questions.
Checklist read_checklist_head(const yaml::Document& document, yaml::Problems& problems);

/// The notes, caveats and contradictions, whose conditions name the questions of `vocabulary`; adds to `checklist`.
void read_checklist_body(const yaml::Document& document, const Vocabulary& vocabulary, Checklist& checklist,
                         yaml::Problems& problems);

}  // namespace hipaa
