// What was known of practices at one time: a report, or practice files as they are checked now.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "checklist/read/library_reader.hpp"
#include "compare/practice_index.hpp"
#include "report/json/recorded_practice.hpp"

namespace hipaa {

class Snapshot {
public:
    virtual ~Snapshot() = default;

    /// From any thread. `why` says why it cannot be had any more, as a sentence without a full stop; else it stays empty.
    virtual RecordedPractice practice(std::size_t index, std::string& why) const = 0;

    /// The SHA-256 of what was read, in hexadecimal; empty for practice files.
    virtual std::string digest() const { return {}; }

    const PracticeIndex& index() const { return index_; }
    const Run& run() const { return run_; }
    /// Of its checklists, by the names of their files; perhaps of the practice files, too.
    const std::map<std::string, std::string>& digests() const { return digests_; }
    /// What keeps it from being compared.
    const std::vector<FileProblems>& mistakes() const { return mistakes_; }
    /// True if a practice file was read that has mistakes.
    bool has_broken_files() const { return has_broken_files_; }

protected:
    PracticeIndex index_;
    Run run_;
    std::map<std::string, std::string> digests_;
    std::vector<FileProblems> mistakes_;
    bool has_broken_files_ = false;
};

}  // namespace hipaa
