// hipaa-check(1)
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command_table.hpp"
#include "tools/manual/manual_pages.hpp"
#include "tools/manual/roff.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

/// What a help text ends with is blocks with blank lines between. The first line of some is what they are.
struct HelpBlock {
    std::string first;
    std::string rest;  // lines with what they are indented by

    std::string text() const {
        std::string all = first;
        for (const char c : "\n" + rest) all += c == '\n' ? ' ' : c;
        return all;
    }
};

std::vector<HelpBlock> blocks_of(std::string_view footer) {
    std::vector<HelpBlock> blocks;
    bool open = false;
    while (!footer.empty()) {
        const std::string line(take_line(footer));
        if (line.empty()) {
            open = false;
        } else if (!open) {
            blocks.push_back({line, {}});
            open = true;
        } else {
            blocks.back().rest += line + "\n";
        }
    }
    return blocks;
}

/// Lines such as `  0  nothing left to do`, and text that goes on until the next of them.
void add_indented(Roff& page, std::string_view lines) {
    while (!lines.empty()) {
        std::string_view line = take_line(lines);
        line.remove_prefix(std::min(line.size(), line.find_first_not_of(' ')));
        const std::size_t gap = line.find("  ");
        const std::size_t text = line.find_first_not_of(' ', std::min(gap, line.size()));
        if (gap == line.npos || text == line.npos) page.literal(line);
        else page.item(line.substr(0, gap), line.substr(text));
    }
}

void add_block(Roff& page, const HelpBlock& block) {
    if (block.first.ends_with(':') && block.rest.starts_with("  ")) {
        page.paragraph(block.first);
        if (block.first.starts_with("Example")) page.literal(block.rest);
        else add_indented(page, block.rest);
        return;
    }
    // Text, with lines to copy in it or at its end, or a table behind it.
    const std::size_t table = block.rest.find("\n  ");
    const bool begins_with_table = block.rest.starts_with("  ");
    if (table == std::string::npos && !begins_with_table) return page.paragraph(block.text());
    const std::size_t split = begins_with_table ? 0 : table + 1;
    page.paragraph(HelpBlock{block.first, block.rest.substr(0, split)}.text());
    add_indented(page, block.rest.substr(split));
}

void add_options(Roff& page, const CommandDescription& command) {
    for (const OptionDescription& option : command.options) {
        std::string term = fmt::format("{}", fmt::join(option.names, ", "));
        if (!option.value.empty()) term += " " + option.value;
        std::string text = option.help + ".";
        if (!option.preset.empty()) text += fmt::format(" Without it: `{}`.", option.preset);
        if (!option.excludes.empty())
            text += fmt::format(" Not together with `{}`.", fmt::join(option.excludes, "`, `"));
        page.item(term, text);
    }
}

std::string synopsis(const CommandDescription& command) {
    const Command* known = find_command(command.name);
    return known ? fmt::format("{} {} [OPTIONS] {}", program_name, known->name, known->takes)
                 : fmt::format("{} [OPTIONS] PRACTICE...", program_name);
}

}  // namespace

std::string program_manual(const std::vector<CommandDescription>& commands, std::string_view date) {
    Roff page(program_name, 1, date, version, "check how a small health practice uses its tools");
    page.section("SYNOPSIS");
    std::string lines;
    for (const CommandDescription& command : commands) lines += synopsis(command) + "\n";
    page.literal(lines);

    const CommandDescription& main = commands.front();
    const std::vector<HelpBlock> blocks = blocks_of(main.footer);
    page.section("DESCRIPTION");
    page.paragraph(main.description);
    for (const HelpBlock& block : blocks)
        if (!block.first.ends_with(':')) page.paragraph(block.text());
    page.paragraph(
        "A report repeats what the practice says about itself; nothing was verified. It is information, not legal "
        "advice, and none says that a practice complies with HIPAA.");
    page.section("OPTIONS");
    add_options(page, main);

    page.section("COMMANDS");
    for (const CommandDescription& command : commands) {
        if (command.name.empty()) continue;
        page.subsection(synopsis(command));
        page.paragraph(command.description);
        for (const HelpBlock& block : blocks_of(command.footer)) add_block(page, block);
        page.paragraph("Options:");
        add_options(page, command);
    }

    for (const HelpBlock& block : blocks) {
        if (block.first == "Exit status:") {
            page.section("EXIT STATUS");
            add_indented(page, block.rest);
        }
    }
    page.section("ENVIRONMENT");
    page.item("NO_COLOR", "If it is set and not empty, nothing is shown in color.");
    page.item("TERM", "If it is `dumb`, neither color nor progress is shown.");
    page.item("TMPDIR", "Where a long report is gathered first, in a file without a name.");
    page.item("TZ", "The time zone whose day counts as today, unless `--as-of` says which day does.");
    page.section("FILES");
    page.item("practice.yaml", "What `ask`, `due` and the examples call a practice file; hipaa-check-practice(5).");
    page.item("hipaa-check.toml",
              "Options, by their long names, that are read from the current directory if it is there: `rules`, "
              "`checklist`, `fail-on`, `max-age` and `format`. `--no-config` ignores it. A file named with `--config` "
              "may set all options.");
    for (const HelpBlock& block : blocks) {
        if (block.first == "Examples:") {
            page.section("EXAMPLES");
            page.literal(block.rest);
        }
    }
    page.section("SEE ALSO");
    page.paragraph("`hipaa-check-practice`(5), `hipaa-check-checklist`(5)");
    return page.take();
}

}  // namespace hipaa
