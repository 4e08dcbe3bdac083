// Choosing the command.
#include "cli/run.hpp"

#include <fmt/format.h>

#include "cli/check.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "report/spill.hpp"

namespace hipaa {

int run(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    const Command* command = arguments.empty() ? nullptr : find_command(arguments.front());
    try {
        if (!command) return check(arguments, surroundings);
        return command->run({arguments.begin() + 1, arguments.end()}, surroundings);
    } catch (const SpillFailure& failure) {
        surroundings.err << fmt::format("hipaa-check: {}\n", failure.what());
    }
    return static_cast<int>(ExitStatus::invalid);
}

}  // namespace hipaa
