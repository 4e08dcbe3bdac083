// The program: `main` and the tests enter here.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.hpp"

namespace hipaa {

/// Runs the program with `arguments` (without its own name). Returns the exit status; throws nothing on purpose.
int run(const std::vector<std::string>& arguments, Environment& environment);

}  // namespace hipaa
