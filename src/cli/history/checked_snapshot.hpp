// Practice files, as they are checked now, as a snapshot.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/history/snapshot.hpp"
#include "cli/io/file_list.hpp"
#include "cli/practice_checker.hpp"

namespace hipaa {

/// What a JSON report says of the practice, on one line.
std::string json_of(const PracticeReport& report, const Run& run);

class CheckedSnapshot final : public Snapshot {
public:
    /// Checks all `files` once, on `threads` threads. What is wrong with practice files and what is passed over is said on
    /// standard error. `library` must live as long as this.
    CheckedSnapshot(FileList files, const Library& library, const AssessmentSettings& settings, Strictness strictness,
                    std::size_t threads, Environment& environment);

    /// Checks its file again.
    RecordedPractice practice(std::size_t index, std::string& why) const override;

private:
    CheckedFile check(std::size_t file) const;

    FileList files_;
    PracticeChecker checker_;
    InputReader reader_;
    std::vector<std::uint32_t> practices_;  // indexes of files
};

}  // namespace hipaa
