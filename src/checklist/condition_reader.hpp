// Reading conditions, each test checked against the type of its question.
#pragma once

#include <optional>
#include <string_view>

#include "checklist/condition.hpp"
#include "checklist/vocabulary.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The operator of addressable questions: `addressed: yes` holds for what is implemented, or not but for documented
/// reasons. It is read as a condition on the two parts of the question.
inline constexpr std::string_view addressed_operator = "addressed";

/// The condition that `node` holds, or nothing if it has a mistake (`what` names the condition in messages: "`require`
/// of the check `paid`"; `place` is where it is missed).
std::optional<Condition> read_condition(std::string_view what, yaml::Node node, Place place,
                                        const Vocabulary& vocabulary, yaml::Problems& problems);

}  // namespace hipaa
