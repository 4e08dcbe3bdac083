// `hipaa-check list [WHAT]`
#include "authoring/explain/catalogue.hpp"
#include "cli/checklists.hpp"
#include "cli/command_functions.hpp"
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

int list(const std::vector<std::string>& arguments, Environment& environment) {
    ShowOptions options;
    std::string what = "overview";
    Listing listing = Listing::overview;
    ExitStatus status = ExitStatus::ok;
    CommandLine line("hipaa-check list", "Lists the checklists that are known, with their notes and questions.");
    line.word("WHAT", what, "What to list");
    declare_show_options(line, options);
    line.footer(list_footer);
    const auto interpret = [&] {
        interpret_show_options(options);
        listing = pick<Listing>("WHAT", what);
    };
    if (!line.parse(arguments, environment, status, interpret)) return static_cast<int>(status);
    const auto library = load_checklists(options.rules, environment);
    if (!library) return static_cast<int>(ExitStatus::invalid);
    return static_cast<int>(show(
        options, [&] { return catalogue_page(*library, listing); }, [&] { return catalogue_json(*library, listing); },
        environment));
}

}  // namespace hipaa
