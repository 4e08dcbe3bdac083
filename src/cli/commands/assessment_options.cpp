// The options that decide what a practice file is checked against, and when.
#include "cli/commands/assessment_options.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "cli/command_table.hpp"
#include "cli/report_options.hpp"
#include "cli/show.hpp"
#include "text/path.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

void declare_assessment_options(CommandLine& line, AssessmentOptions& options, RawAssessmentOptions& raw) {
    declare_rules(line, options.rules);
    line.option("--checklist", "ID", options.checklists, "Assess only this checklist (repeatable)");
    line.proposes("--checklist", Proposal::checklists);
    line.option("--as-of", "DATE", raw.as_of, "The day that counts as today, YYYY-MM-DD (default: today)");
    line.option("--max-age", "DAYS", raw.max_age,
                "Answers confirmed longer ago prove nothing; this tool's limit, no rule's; 0: never too old");
}

ConfigRules config_of_check() {
    return {.harmless = {"rules", "checklist", "fail-on", "max-age", "format"},
            .paths = {"rules", "files-from", "baseline"},
            .outputs = {"output"}};
}

void declare_shared_config(CommandLine& line, ConfigFile& file, std::vector<std::string_view> shared) {
    ConfigRules rules = config_of_check();
    rules.shared = std::move(shared);
    rules.names_of_all = [](Environment& environment) {
        std::vector<std::string> names;
        for (const OptionDescription& option : describe_check(environment).options)
            for (const std::string_view name : option.names)
                if (name.starts_with("--")) names.emplace_back(name.substr(2));
        return names;
    };
    line.config(file, std::move(rules));
}

void interpret_assessment_options(const RawAssessmentOptions& raw, AssessmentOptions& options) {
    for (std::string& path : options.rules) path = normalize_path(path);
    options.max_age = parse_whole("--max-age", raw.max_age, 6, "a number of days such as 365");
    if (raw.as_of) options.as_of = parse_day("--as-of", *raw.as_of);
}

Date parse_day(std::string_view option, const std::string& text) {
    if (const auto day = parse_date(text)) return *day;
    throw WrongUsage(fmt::format("{} takes a day such as 2026-01-31, not {}", option, yaml::quote(text)));
}

std::string resolve_checklists(std::vector<std::string>& ids, const Library& library, std::ostream& remarks) {
    std::vector<std::string_view> known;
    for (const Checklist& checklist : library.checklists) known.push_back(checklist.id);
    for (std::string& id : ids) {
        if (std::ranges::find(known, id) != known.end()) continue;
        if (const Checklist* renamed = find_former_checklist(library, id)) {
            if (id != renamed->extends)
                remarks << fmt::format("hipaa-check: the checklist {} is now called `{}`; write --checklist {}\n",
                                       yaml::quote(id), renamed->id, renamed->id);
            id = renamed->id;
            continue;
        }
        std::string with_hyphens = id;
        std::ranges::replace(with_hyphens, '_', '-');
        if (std::ranges::find(known, with_hyphens) != known.end()) {  // as its key in the practice file is written
            id = with_hyphens;
            continue;
        }
        const auto meant = closest(id, known);
        return meant ? fmt::format("there is no checklist {}; did you mean `{}`?", yaml::quote(id), *meant)
                     : fmt::format("there is no checklist {}; there are {}", yaml::quote(id), yaml::one_of(known));
    }
    return {};
}

}  // namespace hipaa
