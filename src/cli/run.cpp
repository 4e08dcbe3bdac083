// Choosing the command.
#include "cli/run.hpp"

#include "cli/check.hpp"
#include "cli/commands.hpp"

namespace hipaa {

int run(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    const Command* command = arguments.empty() ? nullptr : find_command(arguments.front());
    if (!command) return check(arguments, surroundings);
    return command->run({arguments.begin() + 1, arguments.end()}, surroundings);
}

}  // namespace hipaa
