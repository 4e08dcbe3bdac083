// Interviews with the answers one a line on standard input.
#include "cli/asking.hpp"

#include <sstream>

namespace hipaa::testing {

Outcome ask(const std::string& input, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "ask");
    return run_program(arguments, {.in = input});
}

std::string asked(const std::string& transcript) {
    std::istringstream lines(transcript);
    std::string keys;
    for (std::string line; std::getline(lines, line);)
        if (line.ends_with(']')) keys += line.substr(line.rfind(" [") + 1) + '\n';
    return keys;
}

}  // namespace hipaa::testing
