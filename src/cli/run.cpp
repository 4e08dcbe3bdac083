// Choosing the command.
#include "cli/run.hpp"

#include <fmt/format.h>

#include "cli/command_functions.hpp"
#include "cli/command_table.hpp"
#include "cli/exit_status.hpp"
#include "report/spill_file.hpp"

namespace hipaa {

int run(const std::vector<std::string>& arguments, Environment& environment) {
    const Command* command = arguments.empty() ? nullptr : find_command(arguments.front());
    try {
        if (!command) return check(arguments, environment);
        return command->run({arguments.begin() + 1, arguments.end()}, environment);
    } catch (const SpillFailure& failure) {
        environment.err << fmt::format("hipaa-check: {}\n", failure.what());
    }
    return static_cast<int>(ExitStatus::invalid);
}

}  // namespace hipaa
