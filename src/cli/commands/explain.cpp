// `hipaa-check explain ID...`
#include "authoring/explain/explain.hpp"

#include <algorithm>

#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/show.hpp"
#include "text/path.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view explain_footer = R"(
ID is what reports call a thing: the id of a checklist, note, check, caveat or contradiction; the number of a note, as 6,
note 6 or spruce/6; the key of a question, or its end; a word of an id; or a checklist file. What fits several things shows each
of them. `hipaa-check list notes` and `hipaa-check list questions` show what there is.

Exit status: 0 explained, 2 nothing has that name, or the command line is wrong, 3 a checklist is broken.

Examples:
  hipaa-check explain spruce/paid-tier
  hipaa-check explain note 6
  hipaa-check explain baa
  hipaa-check explain sends.other
  hipaa-check explain --all -f markdown
)";

struct ExplainOptions {
    ShowOptions show;
    std::vector<std::string> ids;
    bool all = false;
};

/// `note` and `6` are what a shell makes of `note 6`.
void join_numbered_notes(std::vector<std::string>& ids) {
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
        const bool number = ids[i + 1].find_first_not_of("0123456789") == std::string::npos;
        if (!yaml::is_same_word(ids[i], "note") || !number) continue;
        ids[i] += " " + ids[i + 1];
        ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

bool is_file(const std::string& id) { return has_yaml_ending(id); }

std::vector<Subject> checklists_of(const std::string& file, const Library& library) {
    std::vector<Subject> found;
    for (const Checklist& checklist : library.checklists)
        if (checklist.file == utf8::escape_malformed(normalize_path(file))) found.push_back({&checklist});
    return found;
}

void interpret(ExplainOptions& options) {
    interpret_show_options(options.show);
    if (options.ids.empty() && !options.all)
        throw WrongUsage(
            "no id was named; write `hipaa-check explain spruce/paid-tier`, or see `hipaa-check list notes`");
    if (!options.ids.empty() && options.all) throw WrongUsage("--all explains everything; write it without an id");
    join_numbered_notes(options.ids);
    for (const std::string& id : options.ids)
        if (is_file(id)) options.show.rules.push_back(id);
}

/// Everything that the command line names, each once; nothing if it names what is not there, which is said.
std::optional<std::vector<Subject>> find_all(const ExplainOptions& options, const Library& library,
                                             const CommandLine& line) {
    std::vector<Subject> wanted;
    for (const std::string& id : options.ids) {
        const std::vector<Subject> found = is_file(id) ? checklists_of(id, library) : find_subjects(library, id);
        if (found.empty()) {
            line.refuse(unknown_subject(library, id));
            return std::nullopt;
        }
        for (const Subject& subject : found)
            if (std::ranges::find(wanted, subject.id(), &Subject::id) == wanted.end()) wanted.push_back(subject);
    }
    if (options.all)
        for (const Checklist& checklist : library.checklists) wanted.push_back({&checklist});
    return wanted;
}

}  // namespace

ExitStatus explain(CommandLine& line, Environment& environment) {
    ExplainOptions options;
    line.words("ID", options.ids, "What to explain");
    line.proposes("ID", Proposal::ids);
    line.flag("--all", options.all, "Explain all checklists, from first to last");
    declare_show_options(line, options.show);
    declare_shared_config(line, options.show.config, {"rules"});
    line.footer(explain_footer);
    if (const auto ended = line.parse([&] { interpret(options); })) return *ended;
    const auto library = load_checklists(options.show.rules, environment);
    if (!library) return ExitStatus::invalid;
    const auto wanted = find_all(options, *library, line);
    if (!wanted) return ExitStatus::usage;
    return show(
        options.show, [&] { return explanation_page(*library, *wanted); },
        [&] { return explanation_json(*library, *wanted); }, environment);
}

}  // namespace hipaa
