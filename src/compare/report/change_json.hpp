// Rows that reports of changes in JSON are made of.
#pragma once

#include "compare/practice_changes.hpp"
#include "json/builder.hpp"

namespace hipaa {

/// One element of `changes`.
void write_change(JsonBuilder& json, const PracticeChanges& practice, const Change& change);
/// An element of `practices`, of one that was not compared; else nothing.
void write_practice_state(JsonBuilder& json, const PracticeChanges& practice);

}  // namespace hipaa
