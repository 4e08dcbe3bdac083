// From one file to its report: read, understand, assess.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "cli/io/file_list.hpp"
#include "engine/assess.hpp"
#include "practice/key_tree.hpp"
#include "report/run.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// What became of a file.
struct CheckedFile {
    enum class Kind {
        practice,
        checklist,   // found in a directory, and no practice file: left out
        unknown_key  // found in a directory, with none of the keys of a practice file: skipped, and listed
    };
    Kind kind = Kind::practice;
    PracticeReport report;
};

/// Why an `unknown_key` is skipped.
inline constexpr std::string_view no_known_key = "it has none of the keys of a practice file";

/// A file as far as it can be understood without checklists.
struct InputFile {
    bool named = false;                // by the user, not found in a directory
    bool begins_as_checklist = false;  // with the key `checklist`
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

/// What is a mistake in one run and none in another, and what is not shown.
struct Strictness {
    bool refuse_future = false;  // answers that were confirmed after today
    bool insist = false;         // a file in a directory that is no practice file
    bool redact = false;         // names and free text do not go into reports
};

/// Checks what was read, from any thread.
class PracticeChecker {
public:
    PracticeChecker(const Library& library, AssessmentSettings settings, Strictness strictness)
        : library_(library), keys_(library), settings_(std::move(settings)), strictness_(strictness) {}

    CheckedFile check(InputFile reading) const;

private:
    CheckedFile::Kind kind_of(const InputFile& reading) const;
    CheckedFile refuse(InputFile reading, yaml::Problems problems) const;

    const Library& library_;
    KeyTree keys_;
    AssessmentSettings settings_;
    Strictness strictness_;
};

}  // namespace hipaa
