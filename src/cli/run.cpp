// Choosing the command.
#include "cli/run.hpp"

#include <fmt/format.h>

#include "cli/command_table.hpp"
#include "report/spill_file.hpp"

namespace hipaa {

int run(const std::vector<std::string>& arguments, Environment& environment) {
    const Command* command = arguments.empty() ? nullptr : find_command(arguments.front());
    try {
        if (!command) return static_cast<int>(check(arguments, environment));
        const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
        CommandLine line(fmt::format("hipaa-check {}", command->name), command->description, rest, environment);
        return static_cast<int>(command->run(line, environment));
    } catch (const SpillFailure& failure) {
        environment.err << fmt::format("hipaa-check: {}\n", failure.what());
    }
    return static_cast<int>(ExitStatus::invalid);
}

}  // namespace hipaa
