// Text that ends up in the log of a CI system.
#pragma once

#include <string>

namespace hipaa {

/// `text`, with its line ends, changed as little as possible so that no line of it is a command to GitHub Actions
/// (`::error::` at its beginning, `##[group]` anywhere) or Azure Pipelines (`##vso[...]` anywhere).
std::string without_log_commands(std::string text);

}  // namespace hipaa
