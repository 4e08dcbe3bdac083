// Scripts that complete command lines in shells. They are made from what the commands declare, and run nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"

namespace hipaa {

struct Completions {
    std::vector<CommandDescription> commands;  // the main job first
    std::vector<std::string> checklists;       // their ids
    std::vector<std::string> ids;              // of all that `explain` knows, but for questions
    std::vector<std::string> keys;             // of questions, as `--set` and `explain` take them
};

/// The main job has none.
std::vector<std::string_view> names_of_commands(const Completions& completions);

/// What the value of `option` is picked from: words with blanks between, none if it is anything else.
std::string proposed_words(const OptionDescription& option, const Completions& completions);

/// The help of an option without what it lists or adds, for a line in a menu.
std::string_view brief_help(const OptionDescription& option);

std::string bash_completion(const Completions& completions);
std::string zsh_completion(const Completions& completions);
std::string fish_completion(const Completions& completions);

}  // namespace hipaa
