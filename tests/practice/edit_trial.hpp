// An answer at random, written at random into a text, for tests that look at the file before and after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/edited.hpp"
#include "practice/leaves.hpp"
#include "yaml/mutants.hpp"

namespace hipaa::testing {

/// Names and items, each behind a slash.
std::string steps_text(const KeyPath& path);

struct Trial {
    std::string before;
    KeyPath path;
    NewValue value;
    bool was_list;
    bool is_mistaken;     // as a practice file
    bool had_value;       // there, or in place of a group on the way
    std::string problem;  // empty if the answer was written
    std::string after;
};

/// Checks that nothing but the answer differs in what the file says. Nothing where the text is not a document that a
/// practice could have.
std::optional<Trial> trial_of(std::string before, yaml::Random& random);

}  // namespace hipaa::testing
