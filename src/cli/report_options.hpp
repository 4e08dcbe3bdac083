// The options of all commands that write reports: which, where, and what fails the run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/outputs.hpp"
#include "report/format.hpp"

namespace hipaa {

enum class ColorWhen : std::uint8_t { automatic, always, never };

struct ReportOptions {
    const Format* format = nullptr;
    std::vector<OutputRequest> outputs;
    bool sarif_all = false;
    bool sarif_all_by_file = false;  // the file of options says so, for whichever run has a report in sarif
    ColorWhen color = ColorWhen::automatic;
    bool quiet = false;
    bool verbose = false;
    bool brief = false;
    std::optional<std::size_t> jobs;  // as many threads as the user wants

    /// How many threads to use for `files`; by itself one per core.
    std::size_t threads(std::size_t files) const;

    /// What was written on the command line, until it is interpreted.
    struct Words {
        std::string format = "text";
        std::vector<std::string> outputs;
        std::string color = "auto";
        std::optional<std::string> jobs;
    } words;
};

void declare_report_options(CommandLine& line, ReportOptions& options);
void declare_jobs(CommandLine& line, ReportOptions& options);
/// May throw WrongUsage. Part of the next one.
void interpret_jobs(ReportOptions& options);
/// `inputs`: files that the run reads, and may not write. May throw WrongUsage.
void interpret_report_options(ReportOptions& options, const std::vector<std::string>& inputs);

/// A whole number of at most `digits` digits. `what` says what the option takes. Throws WrongUsage.
long parse_whole(std::string_view option, const std::string& text, std::size_t digits, std::string_view what);

}  // namespace hipaa
