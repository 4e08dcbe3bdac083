// `hipaa-check schema practice|checklist|report|due`
#include <array>

#include "authoring/schema/checklist_schema.hpp"
#include "authoring/schema/practice_schema.hpp"
#include "cli/checklists.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/show.hpp"
#include "report/due/due_schema.hpp"
#include "report/json/report_schema.hpp"

namespace hipaa {
namespace {

constexpr std::string_view schema_footer = R"(
WHAT is practice, checklist, report or due. report: what -f json writes, and each line that -f jsonl writes, also the
last one, which says how many practices there are. due: what `hipaa-check due -f json` writes. The schema of practice
files follows the questions of all checklists that are known, those given with --rules too. For an editor, write it beside the practice file and put this line at the top of that:
  # yaml-language-server: $schema=./practice.schema.json

A schema can say less than hipaa-check: not that a day is in the calendar, not that a code stands once in its list, not
that dates fit together. So check a file with hipaa-check, too.

Exit status: 0 written, 2 the command line is wrong, 3 a checklist is broken.

Examples:
  hipaa-check schema practice > practice.schema.json
  hipaa-check schema checklist > checklist.schema.json
  hipaa-check schema report > report.schema.json
)";

struct Schema {
    std::string_view name;
    std::string (*write)(const Library& library);
};

constexpr std::array schemas{
    Schema{"practice", practice_schema},
    Schema{"checklist", checklist_schema},
    Schema{"report", [](const Library&) { return report_schema(); }},
    Schema{"due", [](const Library&) { return due_schema(); }},
};

constexpr auto schema_names = names_in(schemas);

}  // namespace

ExitStatus schema(CommandLine& line, Environment& environment) {
    std::string what;
    std::size_t chosen = 0;
    std::vector<std::string> rules;
    line.word("WHAT", what, "Whose schema");
    line.one_of("WHAT", schema_names);
    declare_rules(line, rules);
    ConfigFile config;
    declare_shared_config(line, config, {"rules"});
    line.footer(schema_footer);
    const auto interpret = [&] {
        if (what.empty()) throw WrongUsage("say whose schema: `hipaa-check schema practice`");
        chosen = pick("WHAT", what, schema_names);
    };
    if (const auto ended = line.parse(interpret)) return *ended;
    const auto library = load_checklists(rules, environment);
    if (!library) return ExitStatus::invalid;
    return write_out(schemas[chosen].write(*library), environment);
}

}  // namespace hipaa
