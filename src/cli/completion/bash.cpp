// Completion for bash 4 and later.
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

constexpr std::string_view bash_begin =
    R"(# Completion of hipaa-check {0} for bash, written by `hipaa-check completion bash`.
_hipaa_check() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command='' words=''
    # --option=value comes as three words.
    if [[ $current == = ]]; then
        current=''
    elif [[ $previous == = ]]; then
        previous=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    if ((COMP_CWORD > 1)); then
        case ${{COMP_WORDS[1]}} in
            {1}) command=${{COMP_WORDS[1]}} ;;
        esac
    fi
    COMPREPLY=()
    case $command:$previous in
)";

constexpr std::string_view bash_end = R"(            esac
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _hipaa_check hipaa-check
)";

/// What a shell does where the value of `option` is expected.
std::string action(const OptionDescription& option, const Completions& completions) {
    switch (option.proposal) {
        case Proposal::files:
            return "compopt -o default; return";
        case Proposal::directories:
            return "compopt -o dirnames; return";
        case Proposal::nothing:
            return "return";
        case Proposal::keys:
            return fmt::format("compopt -o nospace; words='{}'", proposed_words(option, completions));
        case Proposal::words:
        case Proposal::checklists:
        case Proposal::ids:
            break;
    }
    return fmt::format("words='{}'", proposed_words(option, completions));
}

std::string names_of_options(const CommandDescription& command) {
    std::string names;
    for (const OptionDescription& option : command.options)
        for (const std::string& name : option.names) names += (names.empty() ? "" : " ") + name;
    return names;
}

}  // namespace

std::string bash_completion(const Completions& completions) {
    const std::vector<std::string_view> names = names_of_commands(completions);
    std::string script = fmt::format(bash_begin, version, fmt::join(names, " | "));
    for (const CommandDescription& command : completions.commands) {
        for (const OptionDescription& option : command.options) {
            if (option.value.empty()) continue;
            std::string patterns;
            for (const std::string& name : option.names)
                patterns += fmt::format("{}{}:{}", patterns.empty() ? "" : " | ", command.name, name);
            script += fmt::format("        {}) {} ;;\n", patterns, action(option, completions));
        }
    }
    script += "        *)\n            case $command:$current in\n";
    for (const CommandDescription& command : completions.commands)
        script += fmt::format("                {}:-*) words='{}' ;;\n", command.name, names_of_options(command));
    for (const CommandDescription& command : completions.commands) {
        if (command.name.empty()) continue;
        const std::string then = command.words.empty() ? "return" : action(command.words.front(), completions);
        script += fmt::format("                {}:*) {} ;;\n", command.name, then);
    }
    // The first word is a command or a file.
    script += fmt::format(R"(                *)
                    compopt -o filenames
                    ((COMP_CWORD > 1)) || words='{}'
                    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"; compgen -f -- "$current")
                    return
                    ;;
)",
                          fmt::join(names, " "));
    return script + std::string(bash_end);
}

}  // namespace hipaa
