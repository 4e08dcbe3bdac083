// Choosing the command.
#include "cli/run.hpp"

#include <algorithm>
#include <string_view>

#include "cli/check.hpp"
#include "cli/commands.hpp"

namespace hipaa {
namespace {

struct Command {
    std::string_view name;
    int (*run)(const std::vector<std::string>& arguments, Surroundings& surroundings);
};

constexpr Command commands[] = {
    {"lint", lint},
    {"test", test},
    {"explain", explain},
    {"list", list},
    {"new", new_checklist},
    {"schema", schema},
    {"merge", merge},
};

}  // namespace

int run(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    const auto command =
        arguments.empty() ? std::end(commands) : std::ranges::find(commands, arguments.front(), &Command::name);
    if (command == std::end(commands)) return check(arguments, surroundings);
    return command->run({arguments.begin() + 1, arguments.end()}, surroundings);
}

}  // namespace hipaa
