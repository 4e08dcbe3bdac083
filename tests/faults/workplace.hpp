// A folder with files for each command, and a line for each.
#pragma once

#include <string>
#include <vector>

#include "support/program.hpp"

namespace hipaa::testing {

class Workplace : public Scratch {
public:
    Workplace();
    /// What is in it, as `names_here()` says it.
    static const std::string names;
    /// An option for commands that depend on the day, so that two runs are alike though midnight is between them.
    static const std::string on_its_day;
};

struct CommandRow {
    std::string line;       // without the program
    std::string unwritten;  // what it says if it cannot write to standard output, up to the reason
};

/// Each command, with something to say.
const std::vector<CommandRow>& command_rows();

}  // namespace hipaa::testing
