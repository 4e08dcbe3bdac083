// The options that decide what a practice file is checked against, and when.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "engine/assess.hpp"

namespace hipaa {

struct AssessmentOptions {
    std::vector<std::string> rules;
    std::vector<std::string> checklists;
    std::optional<Date> as_of;
    long max_age = 365;
    ConfigFile config;

    AssessmentSettings settings(Date today) const { return {as_of.value_or(today), max_age, checklists}; }
};

/// As they were typed.
struct RawAssessmentOptions {
    std::optional<std::string> as_of;
    std::string max_age = "365";
};

/// What a file of options may do in a check.
ConfigRules config_of_check();
/// --config and --no-config, for a command that takes the options `shared` from the file of options of checks.
void declare_shared_config(CommandLine& line, ConfigFile& file, std::vector<std::string_view> shared);
void declare_assessment_options(CommandLine& line, AssessmentOptions& options, RawAssessmentOptions& raw);
/// May throw WrongUsage.
Date parse_day(std::string_view option, const std::string& text);
/// May throw WrongUsage.
void interpret_assessment_options(const RawAssessmentOptions& raw, AssessmentOptions& options);

/// Replaces ids of earlier versions among the selected checklists, with a remark. The sentence that refuses an unknown
/// one, or nothing.
std::string resolve_checklists(std::vector<std::string>& ids, const Library& library, std::ostream& remarks);

}  // namespace hipaa
