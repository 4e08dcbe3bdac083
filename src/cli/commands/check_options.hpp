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
    FailOn fail_on = FailOn::unknown;
    bool strict = false;  // nothing is skipped in a directory
    std::string stdin_name = "<stdin>";
};

/// The options in `arguments`, or nothing if the run ends here: help or the version was asked for (`status` is ok then,
/// the text went to the output), or the command line is wrong (usage; the sentence went to the error output).
std::optional<CheckOptions> parse_check_options(const std::vector<std::string>& arguments, Environment& environment,
                                                ExitStatus& status);

}  // namespace hipaa
