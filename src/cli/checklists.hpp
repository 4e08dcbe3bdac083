// Loading the checklists of a run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checklist/read/library_reader.hpp"
#include "cli/environment.hpp"
#include "cli/practice_checker.hpp"

namespace hipaa {

/// The sources of the checklists at `paths` (files or directories); what cannot be read is added to `broken`.
std::vector<yaml::Source> checklist_sources(const std::vector<std::string>& paths, std::vector<FileProblems>& broken);

/// The built-in checklists and those at `paths` (files or directories), later ones replacing earlier ones of the same
/// id. If one is broken or cannot be read, all mistakes are told on the error output and there is no library: a broken
/// checklist never runs half.
std::optional<Library> load_checklists(const std::vector<std::string>& paths, Environment& environment);

/// The built-in checklists that a practice file calls for; all of them if that cannot be told.
Library load_required(const InputFile& practice);

}  // namespace hipaa
