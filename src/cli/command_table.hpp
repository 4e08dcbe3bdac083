// The commands beside the main job: one table, a row each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"

namespace hipaa {

inline constexpr std::string_view program_name = "hipaa-check";

struct Command {
    std::string_view name;
    std::string_view takes;        // what help texts show behind the name
    std::string_view summary;      // in a few words
    std::string_view description;  // what its own help begins with
    ExitStatus (*run)(CommandLine& line, Environment& environment);
};

/// The main job, which has no name: `hipaa-check [OPTIONS] PRACTICE...`
ExitStatus check(const std::vector<std::string>& arguments, Environment& environment);

/// What the main job understands.
CommandDescription describe_check(Environment& environment);

/// In the order in which help texts name them.
std::span<const Command> commands();

/// What the main job and all commands understand, the main job first.
std::vector<CommandDescription> described_commands(Environment& environment);

/// The command called `name`, or null.
const Command* find_command(std::string_view name);

/// Refuses `word`, which is no file and stands where one is expected, if it is close to a command or is one of other
/// tools: a sentence that names the command. Else nothing.
std::string command_meant_by(std::string_view word);

}  // namespace hipaa
