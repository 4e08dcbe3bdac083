// Interviews with the answers one a line on standard input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/program.hpp"

namespace hipaa::testing {

/// `hipaa-check ask` with `arguments`.
Outcome ask(const std::string& input, std::vector<std::string> arguments = {});

/// The keys of the questions in a transcript, one a line.
std::string asked(const std::string& transcript);

/// How a file begins that the interview made.
inline constexpr std::string_view head =
    "# Answers about your practice, read by hipaa-check. You may change them here by hand.\n"
    "# Never put client names or other client information in this file.\n"
    "\n";

}  // namespace hipaa::testing
