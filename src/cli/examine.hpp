// From one file to its report: read, understand, assess.
#pragma once

#include <istream>
#include <optional>
#include <string>

#include "cli/file_list.hpp"
#include "engine/assess.hpp"
#include "practice/key_tree.hpp"
#include "report/run.hpp"

namespace hipaa {

/// What became of a file.
struct Examination {
    enum class Kind {
        practice,
        checklist,   // found in a directory, and no practice file: passed over
        unknown_key  // found in a directory, with none of the keys of a practice file: skipped, and listed
    };
    Kind kind = Kind::practice;
    PracticeReport report;
};

/// Examines files one by one, from any thread; standard input once.
class Examiner {
public:
    /// `refuse_future`: answers that were confirmed after today are a mistake rather than a remark.
    Examiner(const Library& library, AssessmentSettings settings, bool refuse_future, std::istream& in,
             std::string stdin_name)
        : library_(library),
          keys_(library),
          settings_(std::move(settings)),
          refuse_future_(refuse_future),
          in_(in),
          stdin_name_(std::move(stdin_name)) {}

    Examination examine(const FoundFile& file) const;

private:
    void read(const FoundFile& file, PracticeReport& report) const;
    Examination::Kind assess_source(const FoundFile& file, PracticeReport& report) const;

    const Library& library_;
    KeyTree keys_;
    AssessmentSettings settings_;
    bool refuse_future_;
    std::istream& in_;
    std::string stdin_name_;
};

}  // namespace hipaa
