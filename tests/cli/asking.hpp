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

/// About a lab: whether it is in use, when it opened, and a list of people, each with a code and `left`.
extern const std::string_view people_checklist;

/// Interviews over that checklist, in a folder of their own.
class Lab {
public:
    Lab();

    /// With a practice file of these lines below `lab:`, or with none.
    std::string talk(const std::string& input, const std::string& answers = {}) const;

private:
    Scratch scratch_;
};

/// How a file begins that the interview made.
inline constexpr std::string_view head =
    "# Answers about your practice, read by hipaa-check. You may change them here by hand.\n"
    "# Never put client names or other client information in this file.\n"
    "\n";

}  // namespace hipaa::testing
