// What the scripts for all shells have in common.
#include "cli/completion/completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hipaa {

std::vector<std::string_view> names_of_commands(const Completions& completions) {
    std::vector<std::string_view> names;
    for (const CommandDescription& command : completions.commands)
        if (!command.name.empty()) names.push_back(command.name);
    return names;
}

std::string proposed_words(const OptionDescription& option, const Completions& completions) {
    switch (option.proposal) {
        case Proposal::words:
            return fmt::format("{}", fmt::join(option.words, " "));
        case Proposal::checklists:
            return fmt::format("{}", fmt::join(completions.checklists, " "));
        case Proposal::ids:
            return fmt::format("{} {}", fmt::join(completions.ids, " "), fmt::join(completions.keys, " "));
        case Proposal::keys:
            return fmt::format("{}=", fmt::join(completions.keys, "= "));
        case Proposal::nothing:
        case Proposal::files:
        case Proposal::directories:
            break;
    }
    return {};
}

std::string_view brief_help(const OptionDescription& option) {
    const std::string_view help = option.help;
    const std::string_view brief = help.substr(0, help.find_first_of(":;("));
    return brief.substr(0, brief.find_last_not_of(' ') + 1);
}

}  // namespace hipaa
