// Reading all checklists of a run together, since their conditions may name each other's questions.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "checklist/checklist.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The mistakes of one file, with the text to show them in.
struct FileProblems {
    yaml::Source source;
    yaml::Problems problems;
};

/// The checklists in `sources`; one whose id was there before replaces that one, in its place. If any file has a
/// mistake there is no library, and `broken` holds every file that has one, in the order of `sources`.
std::optional<Library> read_library(std::vector<yaml::Source> sources, std::vector<FileProblems>& broken);

/// The checklists that come with the program, as sources.
std::vector<yaml::Source> builtin_sources();

}  // namespace hipaa
