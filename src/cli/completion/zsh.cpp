// Completion for zsh.
#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

constexpr std::string_view zsh_begin = R"(#compdef hipaa-check
# Completion of hipaa-check {0} for zsh, written by `hipaa-check completion zsh`.

_hipaa-check_first() {{
    local -a commands=(
{1}    )
    ((CURRENT > 2)) || _describe -t commands command commands
    _files
}}

_hipaa-check() {{
    local command=
    if ((CURRENT > 2)); then
        case $words[2] in
            ({2}) command=$words[2]; shift words; ((CURRENT--)) ;;
        esac
    fi
    case $command in
)";

// Run by the completion system, or read by a person's own start-up file.
constexpr std::string_view zsh_end = R"(    esac
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _hipaa-check "$@"
else
    compdef _hipaa-check hipaa-check
fi
)";

/// In single quotes. `special`: what has a meaning to `_arguments` at that place.
std::string zsh_text(std::string_view text, std::string_view special) {
    std::string quoted;
    for (const char c : text) {
        if (c == '\'') quoted += "'\\'";
        else if (c == '\\' || special.find(c) != special.npos) quoted += '\\';
        quoted += c;
    }
    return quoted;
}

std::string value_of(const OptionDescription& option, const Completions& completions) {
    const std::string name = zsh_text(option.value, ":");
    switch (option.proposal) {
        case Proposal::files:
            return name + ":_files";
        case Proposal::directories:
            return name + ":_files -/";
        case Proposal::nothing:
            return name + ": ";
        case Proposal::keys:
            return fmt::format("{}:{{compadd -S \"\" -- {}}}", name, proposed_words(option, completions));
        case Proposal::words:
        case Proposal::checklists:
        case Proposal::ids:
            break;
    }
    return fmt::format("{}:({})", name, proposed_words(option, completions));
}

/// The lines of `_arguments` for an option, one for each of its names.
std::string option_lines(const OptionDescription& option, const Completions& completions) {
    std::string lines;
    std::vector<std::string> excluded = option.names;
    excluded.insert(excluded.end(), option.excludes.begin(), option.excludes.end());
    for (const std::string& name : option.names) {
        const std::string before = option.repeatable ? "*" : fmt::format("({})", fmt::join(excluded, " "));
        const std::string_view behind = option.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
        const std::string value = option.value.empty() ? "" : ":" + value_of(option, completions);
        lines += fmt::format(" \\\n                '{}{}{}[{}]{}'", before, name, behind,
                             zsh_text(brief_help(option), "[]:"), value);
    }
    return lines;
}

}  // namespace

std::string zsh_completion(const Completions& completions) {
    std::string described;
    for (const CommandDescription& command : completions.commands) {
        if (command.name.empty()) continue;
        described += fmt::format("        '{}:{}'\n", command.name, zsh_text(command.summary, ":"));
    }
    std::string script = fmt::format(zsh_begin, version, described, fmt::join(names_of_commands(completions), "|"));
    for (const CommandDescription& command : completions.commands) {
        script += fmt::format("        ({})\n            _arguments -s -S",
                              command.name.empty() ? "''" : std::string_view(command.name));
        for (const OptionDescription& option : command.options) script += option_lines(option, completions);
        for (const OptionDescription& word : command.words)
            script += fmt::format(" \\\n                '{}{}'", word.repeatable ? "*:" : "1:",
                                  command.name.empty() ? "PRACTICE:_hipaa-check_first" : value_of(word, completions));
        script += "\n            ;;\n";
    }
    return script + std::string(zsh_end);
}

}  // namespace hipaa
