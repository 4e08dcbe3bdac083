// `hipaa-check completion bash|zsh|fish`
#include "cli/completion/completion.hpp"

#include <array>

#include "authoring/explain/subject.hpp"
#include "cli/checklists.hpp"
#include "cli/command_table.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/show.hpp"

namespace hipaa {
namespace {

constexpr std::string_view completion_footer = R"(
Writes a script to standard output. With it the Tab key completes commands, options, their values, and the ids of
checklists, notes, checks, caveats and questions; give --rules for those of your own checklists. A package of the
program has these scripts. The script runs nothing and reads no file; write it again after an update.

Exit status: 0 written, 2 the command line is wrong, 3 a checklist is broken.

Examples:
  hipaa-check completion bash > ~/.local/share/bash-completion/completions/hipaa-check
  hipaa-check completion zsh > ~/.zsh/_hipaa-check      # in ~/.zshrc, before compinit: fpath+=~/.zsh
  hipaa-check completion fish > ~/.config/fish/completions/hipaa-check.fish
)";

struct Shell {
    std::string_view name;
    std::string (*script)(const Completions& completions);
};

constexpr std::array shells{
    Shell{"bash", bash_completion},
    Shell{"zsh", zsh_completion},
    Shell{"fish", fish_completion},
};

constexpr auto shell_names = names_in(shells);

}  // namespace

ExitStatus completion(CommandLine& line, Environment& environment) {
    std::string shell;
    std::size_t chosen = 0;
    std::vector<std::string> rules;
    line.word("SHELL", shell, "Whose command lines");
    line.one_of("SHELL", shell_names);
    declare_rules(line, rules);
    line.footer(completion_footer);
    const auto interpret = [&] {
        if (shell.empty()) throw WrongUsage("say which shell: `hipaa-check completion bash`, zsh or fish");
        chosen = pick("SHELL", shell, shell_names);
    };
    if (const auto ended = line.parse(interpret)) return *ended;
    const auto library = load_checklists(rules, environment);
    if (!library) return ExitStatus::invalid;
    Completions completions;
    completions.commands = described_commands(environment);
    for (const Checklist& checklist : library->checklists) completions.checklists.push_back(checklist.id);
    for (const Subject& subject : subjects(*library)) completions.ids.push_back(subject.id());
    for (const Subject& question : questions(*library)) {
        // What begins with products.* is a key of any product.
        if (std::string id = question.id(); id.find('*') == std::string::npos)
            completions.keys.push_back(std::move(id));
    }
    return write_out(shells[chosen].script(completions), environment);
}

}  // namespace hipaa
