// The reports of changes that a command line asks for.
#include "cli/commands/change_outputs.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/write_out.hpp"

namespace hipaa {
namespace {

/// What -o understands. Who writes them is in the table of change_report.cpp.
constexpr Format output_formats[]{
    {"text", ".txt", false, nullptr},
    {"markdown", ".md", false, nullptr},
    {"html", ".html .htm", false, nullptr},
    {"json", ".json", false, nullptr},
};

std::vector<std::string_view> change_format_names() {
    std::vector<std::string_view> names;
    for (const ChangeFormat& format : change_formats()) names.push_back(format.name);
    return names;
}

}  // namespace

void declare_change_outputs(CommandLine& line, ChangeOutputOptions& options) {
    line.option("-f,--format", "F", options.format,
                fmt::format("Report on standard output: {}", fmt::join(change_format_names(), ", ")));
    line.option("-o,--output", "FILE", options.words,
                fmt::format("Also write a report to FILE (repeatable); its ending names the format ({}), or write "
                            "FORMAT=FILE",
                            known_endings(output_formats)));
}

void interpret_change_outputs(ChangeOutputOptions& options, const std::vector<std::string>& inputs) {
    options.format = change_format_names()[pick("--format", options.format, change_format_names())];
    for (const std::string& output : options.words) options.outputs.push_back(parse_output(output, output_formats));
    refuse_clashes(options.outputs, inputs);
}

ChangeFiles::ChangeFiles(const ChangeOutputOptions& options, Environment& environment) : environment_(environment) {
    for (const OutputRequest& output : options.outputs) files_.push_back(std::make_unique<OutputFile>(output.path));
}

Appearance ChangeFiles::appearance_of_file() {
    Appearance appearance;
    appearance.to_file = true;
    return appearance;
}

Appearance ChangeFiles::appearance_here() const {
    Appearance appearance;
    appearance.width = environment_.width;
    appearance.color = environment_.shows_color();
    return appearance;
}

bool ChangeFiles::finish() {
    environment_.out.flush();
    for (const auto& file : files_) file->finish();
    return all_written();
}

bool ChangeFiles::all_written() {
    bool failed = false;
    for (const auto& file : files_) {
        if (!file->failure().empty()) environment_.err << fmt::format("hipaa-check: {}\n", file->failure());
        failed = failed || file->failed();
    }
    return flush_out(environment_, "the report could not be written to standard output") && !failed;
}

}  // namespace hipaa
