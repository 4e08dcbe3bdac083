// A test file that was loaded with all that it needs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "authoring/suite/test_suite.hpp"
#include "checklist/read/library_reader.hpp"

namespace hipaa {

/// Owns what its cases refer to, so it is never moved.
struct Suite {
    yaml::Source tests;      // the test file
    yaml::Source checklist;  // the checklist file
    yaml::Source extended;   // that of the checklist which this one extends, if it does
    Library library;
    std::size_t index = 0;  // of the checklist in the library
    std::vector<TestCase> cases;

    Suite() = default;
    Suite(const Suite&) = delete;

    Checklist& subject() { return library.checklists[index]; }
    const Checklist& subject() const { return library.checklists[index]; }
};

/// Reads a file by its path; what fails goes to the problems.
using FileReader = yaml::Source (*)(const std::string& path, yaml::Problems& problems);

/// Loads the test file at `path`, the checklist that it names (together with `others`, whose questions it may name) and
/// its base practice. If `complete`, each case has to expect something. False, with every mistake in `broken`, if the cases cannot be run.
bool load_suite(const std::string& path, std::vector<yaml::Source> others, FileReader read, bool complete, Suite& suite,
                std::vector<FileProblems>& broken);

/// What the names of test files end in: `spruce.test.yaml` has the tests of `spruce.yaml`.
bool is_test_name(std::string_view path);
/// The test file that belongs to a checklist.
std::string test_name_of(std::string_view checklist_path);

}  // namespace hipaa
