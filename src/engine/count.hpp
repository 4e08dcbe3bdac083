// `count`: how many items of a list meet a condition.
#pragma once

#include <vector>

#include "engine/scope.hpp"

namespace hipaa {

/// `list` is what the test found at its question. An item that is undecided leaves the whole undecided only where it
/// could make a difference.
Truth test_count(const Condition& test, const Evidence& list, const Scope& scope);

/// True if no number of items is within both limits, as far as these are known.
bool leaves_no_number(const Condition& test, const Scope& scope);

/// Appends what makes the test what it is. Where too many items, or too few, meet the condition, that is each of them.
void collect_from_count(const Condition& test, const Evidence& list, const Scope& scope,
                        std::vector<Evidence>& evidence);

}  // namespace hipaa
