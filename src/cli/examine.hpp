// From one file to its report: read, understand, assess.
#pragma once

#include <istream>
#include <optional>
#include <string>

#include "cli/file_list.hpp"
#include "engine/assess.hpp"
#include "practice/key_tree.hpp"
#include "report/run.hpp"
#include "yaml/document.hpp"

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

/// A file as far as it can be understood without checklists.
struct InputFile {
    bool named = false;         // by the user, not found in a directory
    bool is_checklist = false;  // it was found, and is to be passed over
    yaml::Problems problems;
    std::optional<yaml::Document> document;
    yaml::Source source;  // if there is no document
};

/// `named`: by the user.
InputFile parse(yaml::Source source, bool named);

/// Reads files one by one, from any thread; standard input once.
class InputReader {
public:
    InputReader(std::istream& in, std::string stdin_name) : in_(in), stdin_name_(std::move(stdin_name)) {}

    InputFile read(const FoundFile& file) const;

private:
    yaml::Source source_of(const FoundFile& file, yaml::Problems& problems) const;

    std::istream& in_;
    std::string stdin_name_;
};

/// Examines what was read, from any thread.
class Examiner {
public:
    /// `refuse_future`: answers that were confirmed after today are a mistake rather than a remark.
    Examiner(const Library& library, AssessmentSettings settings, bool refuse_future)
        : library_(library), keys_(library), settings_(std::move(settings)), refuse_future_(refuse_future) {}

    Examination examine(InputFile reading) const;

private:
    const Library& library_;
    KeyTree keys_;
    AssessmentSettings settings_;
    bool refuse_future_;
};

}  // namespace hipaa
