// `hipaa-check list [WHAT]`
#include <algorithm>
#include <array>

#include "authoring/controls/controls_page.hpp"
#include "authoring/controls/oscal_catalog.hpp"
#include "authoring/explain/catalogue.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/show.hpp"

namespace hipaa {
namespace {

constexpr std::string_view list_footer = R"(
WHAT is overview, checklists, notes, questions or controls. Controls are the paragraphs of the regulation that the
checklists rest on; with -f oscal they are an OSCAL catalog, in which the ids of an assessment in that format are found.

Exit status: 0 listed, 2 the command line is wrong, 3 a checklist is broken.

Examples:
  hipaa-check list
  hipaa-check list questions --rules my-checklists/
  hipaa-check list -f json
  hipaa-check list controls -f oscal > catalog.json
)";

constexpr std::string_view controls_word = "controls";
constexpr std::string_view oscal_word = "oscal";

/// The names of an enum, and one more.
template <typename Enum>
constexpr auto names_with(std::string_view last) {
    std::array<std::string_view, names_of<Enum>.size() + 1> words;
    std::ranges::copy(names_of<Enum>, words.begin());
    words.back() = last;
    return words;
}

constexpr auto list_words = names_with<Listing>(controls_word);
constexpr auto list_formats = names_with<ShowFormat>(oscal_word);

}  // namespace

ExitStatus list(CommandLine& line, Environment& environment) {
    ShowOptions options;
    std::string what = "overview";
    bool oscal = false;
    line.word("WHAT", what, "What to list");
    line.one_of("WHAT", list_words);
    line.option("-f,--format", "F", options.format_name, "How to show it");
    line.one_of("--format", list_formats);
    declare_rules(line, options.rules);
    declare_shared_config(line, options.config, {"rules"});
    line.footer(list_footer);
    const auto interpret = [&] {
        what = list_words[pick("WHAT", what, list_words)];
        oscal = list_formats[pick("--format", options.format_name, list_formats)] == oscal_word;
        if (!oscal) interpret_show_options(options);
        else if (what != controls_word)
            throw WrongUsage("-f oscal is for controls; write `hipaa-check list controls -f oscal`");
    };
    if (const auto ended = line.parse(interpret)) return *ended;
    const auto library = load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    if (oscal) return write_out(oscal_catalog(*library), environment);
    if (what == controls_word)
        return show(
            options, [&] { return controls_page(*library); }, [&] { return controls_json(*library); }, environment);
    const Listing listing = pick<Listing>("WHAT", what);
    return show(
        options, [&] { return catalogue_page(*library, listing); }, [&] { return catalogue_json(*library, listing); },
        environment);
}

}  // namespace hipaa
