// The options that decide what a practice file is checked against, and when.
#include "cli/commands/assessment_options.hpp"

#include <fmt/format.h>

#include "cli/report_options.hpp"
#include "cli/show.hpp"
#include "text/path.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

void declare_assessment_options(CommandLine& line, AssessmentOptions& options, RawAssessmentOptions& raw) {
    declare_rules(line, options.rules);
    line.option("--checklist", "ID", options.checklists, "Assess only this checklist (repeatable)");
    line.option("--as-of", "DATE", raw.as_of, "The day that counts as today, YYYY-MM-DD (default: today)");
    line.option("--max-age", "DAYS", raw.max_age,
                "Answers confirmed longer ago prove nothing; this tool's limit, no rule's; 0: never too old");
}

void interpret_assessment_options(const RawAssessmentOptions& raw, AssessmentOptions& options) {
    for (std::string& path : options.rules) path = normalize_path(path);
    options.max_age = parse_whole("--max-age", raw.max_age, 6, "a number of days such as 365");
    if (!raw.as_of) return;
    options.as_of = parse_date(*raw.as_of);
    if (!options.as_of)
        throw WrongUsage(fmt::format("--as-of takes a day such as 2026-01-31, not {}", yaml::quote(*raw.as_of)));
}

}  // namespace hipaa
