// Whether the checkers that are compared do the same work.
#pragma once

#include <filesystem>

#include "scenarios.hpp"

namespace bench {

/// Throws unless hipaa-check and the naive checker give the same result for each note of each file in the directory.
/// Returns the number of files.
std::size_t require_agreement(const Setup& setup, const std::filesystem::path& directory);

}  // namespace bench
