// The reports of changes that a command line asks for.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/io/output_file.hpp"
#include "cli/outputs.hpp"
#include "compare/report/change_report.hpp"

namespace hipaa {

struct ChangeOutputOptions {
    std::string format = "text";
    std::vector<std::string> words;  // as typed behind -o
    std::vector<OutputRequest> outputs;
};

void declare_change_outputs(CommandLine& line, ChangeOutputOptions& options);
/// `inputs`: files that are read, and may not be written. May throw WrongUsage.
void interpret_change_outputs(ChangeOutputOptions& options, const std::vector<std::string>& inputs);

/// The files of -o, and standard output.
class ChangeFiles {
public:
    ChangeFiles(const ChangeOutputOptions& options, Environment& environment);

    std::ostream& stream(std::size_t output) { return files_[output]->stream(); }
    static Appearance appearance_of_file();
    Appearance appearance_here() const;
    bool all_written();
    bool finish();

private:
    Environment& environment_;
    std::vector<std::unique_ptr<OutputFile>> files_;
};

/// The reports being written, each by a writer of its own.
template <typename ReportWriter>
class ChangeOutputs {
public:
    /// `formats`: a table with a row for each of `change_formats()`.
    ChangeOutputs(const ChangeOutputOptions& options, const auto& formats, Environment& environment)
        : files_(options, environment) {
        const auto make = [&](std::string_view name, std::ostream& out, const Appearance& appearance) {
            for (const auto& format : formats)
                if (format.name == name) writers_.push_back(format.make(out, appearance));
        };
        for (std::size_t i = 0; i < options.outputs.size(); ++i)
            make(options.outputs[i].format->name, files_.stream(i), files_.appearance_of_file());
        make(options.format, environment.out, files_.appearance_here());
    }

    /// False, with sentences on standard error, if something could not be opened: nothing is to be written then.
    bool are_open() { return files_.all_written(); }
    /// Calls `write` with each writer.
    template <typename Write>
    void each(Write&& write) {
        for (const auto& writer : writers_) write(*writer);
    }
    /// Puts the files in place. False, with sentences on standard error, if something could not be written.
    bool finish() { return files_.finish(); }

private:
    ChangeFiles files_;
    std::vector<std::unique_ptr<ReportWriter>> writers_;
};

}  // namespace hipaa
