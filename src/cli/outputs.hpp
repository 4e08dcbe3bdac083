// The reports that -o asks for.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.hpp"
#include "cli/io/file_list.hpp"
#include "cli/io/output_file.hpp"
#include "report/format.hpp"

namespace hipaa {

struct OutputRequest {
    const Format* format = nullptr;
    std::string path;
};

/// As help texts and -f name them.
std::vector<std::string_view> format_names(std::span<const Format> among = formats());

/// Where the path begins in what one -o says: behind `FORMAT=`, if a format is named, else 0.
std::size_t begin_of_path(std::string_view text, std::span<const Format> among = formats());

/// What one -o says: `FILE`, whose ending, in large or small letters, names the format, or `FORMAT=FILE`. Throws WrongUsage.
OutputRequest parse_output(const std::string& text, std::span<const Format> among = formats());

/// Throws WrongUsage if two reports go to one file, or if one would take the place of something that is read: `inputs`.
void refuse_clashes(const std::vector<OutputRequest>& requests, const std::vector<std::string>& inputs);

/// Throws WrongUsage if a report would take the place of one of `files`, which are read.
void refuse_overwriting(const std::vector<OutputRequest>& requests, const FileList& files);

/// The help text of -o: which endings there are.
std::string known_endings(std::span<const Format> among = formats());

/// The files that -o names, opened.
class OutputFiles {
public:
    explicit OutputFiles(const std::vector<OutputRequest>& requests);

    OutputFile& operator[](std::size_t index) const { return *files_[index]; }
    /// Says on standard error what could not be opened or written, standard output among it. True if nothing went wrong
    /// so far.
    bool all_written(Environment& environment) const;
    /// Puts them in place.
    void finish() const;

private:
    std::vector<std::unique_ptr<OutputFile>> files_;
};

/// The reports being written, each by a writer of its own, all told the same.
class Outputs {
public:
    /// What one practice adds to those of the reports that take drafts, by their order.
    using Drafts = std::vector<std::string>;
    using Drafters = std::vector<std::unique_ptr<Drafter>>;

    explicit Outputs(const std::vector<OutputRequest>& requests, const Appearance& appearance);

    /// Adds the report on standard output.
    void add(std::unique_ptr<Writer> writer);

    const OutputFiles& files() const { return files_; }

    void begin(const Run& run);
    /// For one thread, after `begin`.
    Drafters drafters() const;
    void practice(const PracticeReport& report, const Drafts& drafts);
    void end(const Totals& totals);

private:
    OutputFiles files_;
    std::vector<std::unique_ptr<Writer>> writers_;
};

/// The drafts of one practice; an empty one where a report takes none.
Outputs::Drafts draft(const Outputs::Drafters& drafters, const PracticeReport& report);

}  // namespace hipaa
