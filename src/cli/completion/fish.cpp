// Completion for fish.
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

constexpr std::string_view fish_begin =
    R"(# Completion of hipaa-check {0} for fish, written by `hipaa-check completion fish`.

# True if the command line is one of this command; `check` is the main job, which has no name.
function __hipaa_check_is
    set -l words (commandline -opc)
    set -l command check
    if set -q words[2]; and contains -- $words[2] {1}
        set command $words[2]
    end
    test $command = $argv[1]
end

)";

std::string fish_text(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string value_of_fish_option(const OptionDescription& option, const Completions& completions) {
    switch (option.proposal) {
        case Proposal::files:
            return " -r -F";
        case Proposal::directories:
            return " -x -a '(__fish_complete_directories)'";
        case Proposal::nothing:
            return " -x";
        case Proposal::words:
        case Proposal::checklists:
        case Proposal::ids:
        case Proposal::keys:
            break;
    }
    return " -x -a " + fish_text(proposed_words(option, completions));
}

}  // namespace

std::string fish_completion(const Completions& completions) {
    const std::vector<std::string_view> names = names_of_commands(completions);
    std::string script = fmt::format(fish_begin, version, fmt::join(names, " "));
    for (const CommandDescription& command : completions.commands) {
        if (!command.name.empty())
            script += fmt::format("complete -c hipaa-check -n 'test (count (commandline -opc)) -eq 1' -a {} -d {}\n",
                                  command.name, fish_text(command.summary));
        const std::string begin = fmt::format("complete -c hipaa-check -n '__hipaa_check_is {}'",
                                              command.name.empty() ? "check" : command.name);
        for (const OptionDescription& option : command.options) {
            script += begin;
            for (const std::string& name : option.names)
                script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.value.empty()) script += value_of_fish_option(option, completions);
            script += fmt::format(" -d {}\n", fish_text(brief_help(option)));
        }
        for (const OptionDescription& word : command.words) {
            if (word.proposal == Proposal::files) continue;  // which fish proposes by itself
            script += begin + " -f";
            const std::string words = proposed_words(word, completions);
            if (!words.empty()) script += " -a " + fish_text(words);
            script += '\n';
        }
    }
    return script;
}

}  // namespace hipaa
