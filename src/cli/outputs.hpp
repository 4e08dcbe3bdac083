// The reports that -o asks for.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output_file.hpp"
#include "report/format.hpp"

namespace hipaa {

struct OutputRequest {
    const Format* format = nullptr;
    std::string path;
};

/// What one -o says: `FILE`, whose ending names the format, or `FORMAT=FILE`. Throws WrongUsage.
OutputRequest parse_output(const std::string& text);

/// Throws WrongUsage if two reports go to one file, or if one would take the place of something that is read: `inputs`.
void refuse_clashes(const std::vector<OutputRequest>& requests, const std::vector<std::string>& inputs);

/// The help text of -o: which endings there are.
std::string known_endings();

/// The files being written, each by a writer of its own, all told the same.
class Outputs final : public Writer {
public:
    Outputs(const std::vector<OutputRequest>& requests, const Appearance& appearance);

    /// Why files could not be opened or written, a sentence each.
    std::vector<std::string> failures() const;
    /// Puts the files in place.
    void finish();

    void begin(const Run& run) override;
    void practice(const PracticeReport& report) override;
    void end(const Totals& totals) override;

private:
    struct Output {
        explicit Output(const OutputRequest& request, const Appearance& appearance)
            : file(request.path), writer(request.format->make(file.stream(), appearance)) {}
        OutputFile file;
        std::unique_ptr<Writer> writer;
    };
    std::vector<std::unique_ptr<Output>> outputs_;
};

}  // namespace hipaa
