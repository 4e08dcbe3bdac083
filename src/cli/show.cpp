// Options and output of the commands that show something about checklists.
#include "cli/show.hpp"

#include "page/markdown_page.hpp"
#include "page/text_page.hpp"

namespace hipaa {
void declare_rules(CommandLine& line, std::vector<std::string>& rules) {
    line.option("--rules", "PATH", rules,
                "Load checklists from a file or directory too; one whose id is known replaces that one");
}

void declare_show_options(CommandLine& line, ShowOptions& options) {
    line.option("-f,--format", "F", options.format_name, "How to show it");
    line.one_of("--format", names_of<ShowFormat>);
    declare_rules(line, options.rules);
}

void interpret_show_options(ShowOptions& options) {
    options.format = pick<ShowFormat>("--format", options.format_name);
}

ExitStatus show(const ShowOptions& options, const std::function<page::Page()>& page,
                const std::function<std::string()>& json, Environment& environment) {
    switch (options.format) {
        case ShowFormat::json:
            return write_out(json(), environment);
        case ShowFormat::markdown:
            return write_out(markdown_page(page()), environment);
        case ShowFormat::text:
            break;
    }
    return write_out(text_page(page(), environment.width, environment.shows_color()), environment);
}

}  // namespace hipaa
