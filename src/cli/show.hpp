// Options and output of the commands that show something about checklists.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/write_out.hpp"
#include "page/page.hpp"

namespace hipaa {

enum class ShowFormat : std::uint8_t { text, markdown, json };

struct ShowOptions {
    std::string format_name = "text";
    ShowFormat format = ShowFormat::text;
    std::vector<std::string> rules;
    ConfigFile config;
};

void declare_rules(CommandLine& line, std::vector<std::string>& rules);
void declare_show_options(CommandLine& line, ShowOptions& options);
/// May throw WrongUsage.
void interpret_show_options(ShowOptions& options);

/// Writes the page or the JSON, whichever is asked for.
ExitStatus show(const ShowOptions& options, const std::function<page::Page()>& page,
                const std::function<std::string()>& json, Environment& environment);

}  // namespace hipaa
