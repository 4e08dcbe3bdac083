// The reports of changes that a command line asks for.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
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

/// The row of a format.
const ChangeFormat& change_format(std::string_view name);

/// The reports being written, each by a writer of its own: of changes, or of a timeline.
template <typename ReportWriter>
class ChangeOutputs {
public:
    /// What makes a writer of a format.
    using Make = std::unique_ptr<ReportWriter> (*ChangeFormat::*)(std::ostream& out, const Appearance& appearance);

    ChangeOutputs(const ChangeOutputOptions& options, Make make, Environment& environment)
        : files_(options.outputs), environment_(environment) {
        for (std::size_t i = 0; i < options.outputs.size(); ++i) {
            Appearance in_file;
            in_file.to_file = files_[i].is_file();
            add(options.outputs[i].format->name, make, files_[i].stream(), in_file);
        }
        Appearance here;
        here.width = environment.width;
        here.color = environment.shows_color();
        add(options.format, make, environment.out, here);
    }

    /// False, with sentences on standard error, if something could not be opened: nothing is to be written then.
    bool are_open() const { return files_.all_written(environment_); }
    /// Calls `write` with each writer.
    template <typename Write>
    void each(Write&& write) {
        for (const auto& writer : writers_) write(*writer);
    }
    /// Puts the files in place. False, with sentences on standard error, if something could not be written.
    bool finish() {
        environment_.out.flush();  // before a report that goes to the same place
        files_.finish();
        return files_.all_written(environment_);
    }

private:
    void add(std::string_view format, Make make, std::ostream& out, const Appearance& appearance) {
        writers_.push_back((change_format(format).*make)(out, appearance));
    }

    OutputFiles files_;
    Environment& environment_;
    std::vector<std::unique_ptr<ReportWriter>> writers_;
};

}  // namespace hipaa
