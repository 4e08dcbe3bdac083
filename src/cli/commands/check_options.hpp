// The command line of the main job.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands/assessment_options.hpp"
#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/report_options.hpp"
#include "report/run.hpp"

namespace hipaa {

struct CheckOptions : ReportOptions, AssessmentOptions {
    std::vector<std::string> practices;
    std::optional<std::string> files_from;  // a list of more practices
    std::optional<Shard> shard;
    std::optional<std::string> baseline;  // an earlier report
    FailOn fail_on = FailOn::unknown;
    std::vector<std::string> set;  // KEY=VALUE, as given
    bool redact = false;           // reports have neither names nor free text
    bool strict = false;           // nothing is skipped in a directory
    std::string stdin_name = "<stdin>";
};

/// Reads the options in `arguments`. How the run ended if it does not go on: help or the version was asked for, or the
/// command line is wrong, which is said.
std::optional<ExitStatus> parse_check_options(const std::vector<std::string>& arguments, Environment& environment,
                                              CheckOptions& options);

}  // namespace hipaa
