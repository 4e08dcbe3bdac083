// `hipaa-check explain ID...`
#include "authoring/explain.hpp"
#include "cli/checklists.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

namespace hipaa {
namespace {

constexpr std::string_view name = "hipaa-check explain";

constexpr std::string_view footer = R"(
ID is the id of a checklist, note, check, caveat or contradiction, as reports show it; `hipaa-check list notes` shows
all ids.

Exit status: 0 explained, 2 no such id or another mistake in the command line, 3 a checklist is broken.

Examples:
  hipaa-check explain spruce/paid-tier
  hipaa-check explain spruce/baa-requested/gap-assessed
  hipaa-check explain --all -f markdown
)";

struct ExplainOptions {
    ShowOptions show;
    std::vector<std::string> ids;
    bool all = false;
};

void interpret(ExplainOptions& options) {
    interpret_show_options(options.show);
    if (options.ids.empty() && !options.all)
        throw WrongUsage(
            "no id was named; write `hipaa-check explain spruce/paid-tier`, or see `hipaa-check list notes`");
    if (!options.ids.empty() && options.all) throw WrongUsage("--all explains everything; write it without an id");
}

}  // namespace

int explain(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    ExplainOptions options;
    ExitStatus status = ExitStatus::ok;
    CommandLine line("hipaa-check explain",
                     "Explains a checklist, note, check, caveat or contradiction in plain words.");
    line.words("ID", options.ids, "What to explain");
    line.flag("--all", options.all, "Explain all checklists, from first to last");
    declare_show_options(line, options.show);
    line.footer(footer);
    if (!line.parse(arguments, surroundings, status, [&] { interpret(options); })) return static_cast<int>(status);
    const auto library = load_checklists(options.show.rules, surroundings);
    if (!library) return static_cast<int>(ExitStatus::invalid);
    std::vector<Subject> wanted;
    for (const std::string& id : options.ids) {
        const auto found = find_subject(*library, id);
        if (!found) return static_cast<int>(refuse_usage(unknown_subject(*library, id), name, surroundings));
        wanted.push_back(*found);
    }
    if (options.all)
        for (const Checklist& checklist : library->checklists) wanted.push_back({&checklist});
    return static_cast<int>(show(
        options.show, [&] { return explanation_page(*library, wanted); },
        [&] { return explanation_json(*library, wanted); }, surroundings));
}

}  // namespace hipaa
