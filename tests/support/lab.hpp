// A small checklist with a question of every type, for trying one condition at a time.
#pragma once

#include <string>

#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {

/// The checklist `lab` about `products.lab`, with one note `n` and one check `c` that requires `condition`.
/// The condition begins at line 19, column 18.
std::string lab_checklist(const std::string& condition);

/// A practice whose answers are `answers`, as the inside of a flow map; they begin at line 3, column 9.
std::string lab_practice(const std::string& answers);

/// What is wrong with the checklist, given with --rules as `lab.yaml`: the error output without excerpts, `lab.yaml:`
/// and the last line, which says that nothing was checked.
std::string refusal_of(const std::string& checklist);

/// The same for the lab checklist with this condition.
std::string refusal(const std::string& condition);

/// An error output without its excerpts, which are the lines that begin with two blanks.
std::string headlines(const std::string& err);

}  // namespace hipaa::testing
