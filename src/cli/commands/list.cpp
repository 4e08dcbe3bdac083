// `hipaa-check list [WHAT]`
#include "authoring/explain/catalogue.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/show.hpp"

namespace hipaa {
namespace {

constexpr std::string_view list_footer = R"(
WHAT is overview, checklists, notes or questions.

Exit status: 0 listed, 2 the command line is wrong, 3 a checklist is broken.

Examples:
  hipaa-check list
  hipaa-check list questions --rules my-checklists/
  hipaa-check list -f json
)";

}  // namespace

ExitStatus list(CommandLine& line, Environment& environment) {
    ShowOptions options;
    std::string what = "overview";
    Listing listing = Listing::overview;
    line.word("WHAT", what, "What to list");
    declare_show_options(line, options);
    line.footer(list_footer);
    const auto interpret = [&] {
        interpret_show_options(options);
        listing = pick<Listing>("WHAT", what);
    };
    if (const auto ended = line.parse(interpret)) return *ended;
    const auto library = load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    return show(
        options, [&] { return catalogue_page(*library, listing); }, [&] { return catalogue_json(*library, listing); },
        environment);
}

}  // namespace hipaa
