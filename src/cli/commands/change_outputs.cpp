// The reports of changes that a command line asks for.
#include "cli/commands/change_outputs.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hipaa {
namespace {

/// The same formats as -o knows them, which makes nothing itself.
std::span<const Format> output_formats() {
    static const std::vector<Format> formats = [] {
        std::vector<Format> all;
        for (const ChangeFormat& format : change_formats())
            all.push_back({format.name, format.endings, false, nullptr});
        return all;
    }();
    return formats;
}

}  // namespace

const ChangeFormat& change_format(std::string_view name) {
    return *std::ranges::find(change_formats(), name, &ChangeFormat::name);
}

void declare_change_outputs(CommandLine& line, ChangeOutputOptions& options) {
    line.option("-f,--format", "F", options.format, "Report on standard output");
    line.one_of("--format", format_names(output_formats()));
    line.option("-o,--output", "FILE", options.words,
                fmt::format("Also write a report to FILE (repeatable); its ending names the format ({}), or write "
                            "FORMAT=FILE",
                            known_endings(output_formats())));
}

void interpret_change_outputs(ChangeOutputOptions& options, const std::vector<std::string>& inputs) {
    options.format = change_formats()[pick("--format", options.format, format_names(output_formats()))].name;
    for (const std::string& output : options.words) options.outputs.push_back(parse_output(output, output_formats()));
    refuse_clashes(options.outputs, inputs);
}

}  // namespace hipaa
