// Reading what a test in a condition compares with.
#pragma once

#include <optional>
#include <string_view>

#include "checklist/vocabulary.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The operand of `op` on `question` (written as `key`), or nothing if it has a mistake. `list` is the question whose
/// items the condition looks at, or null.
std::optional<Operand> read_operand(const Vocabulary::Found& question, Operator op, std::string_view key,
                                    const yaml::Entry& operand, const Question* list, const Vocabulary& vocabulary,
                                    yaml::Problems& problems);

}  // namespace hipaa
