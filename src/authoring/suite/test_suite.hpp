// Tests of a checklist: a base practice, and cases that change it and say what must come out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/assess.hpp"
#include "practice/key_tree.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// What the reader of a test file has to find before the cases can be read.
struct TestHead {
    std::string checklist;  // path of the checklist, relative to the test file
    Place checklist_place;
    std::string base_file;  // path of the base practice, relative to the test file; empty: it stands in the test file
    Place base_place;
};

/// `default_checklist` is taken where the file names none.
TestHead read_test_head(const yaml::Document& tests, const std::string& default_checklist, yaml::Problems& problems);

/// One thing that must come out of a case.
struct Expectation {
    enum class Subject : std::uint8_t { checklist, note, check, caveat, contradiction, deadline };
    Subject subject = Subject::note;
    std::size_t index = 0;  // of the note, caveat, contradiction or deadline in the checklist
    std::size_t check = 0;  // of the check in its note
    std::string id;         // as the case writes it
    Result result = Result::pass;
    bool holds = false;            // of a contradiction: that it is true
    std::optional<Truth> applies;  // of a caveat that is no deal-breaker
    Place place;
    std::optional<Date> due = {};  // of a deadline: the day; nothing if it is not due
};

struct TestCase {
    std::string name;
    Place place;
    Date today;
    Practice practice;
    std::size_t sheet = 0;  // of the practice: the one that is judged
    std::vector<Expectation> expectations;
};

/// Reads the cases of `tests`, which are about the checklist `checklist` of `library`. Every practice goes through the
/// reader of practice files; `base` is the base practice if it comes from another file, which is free of mistakes.
class TestReader {
public:
    /// `complete`: a case that expects nothing is a mistake.
    TestReader(const Library& library, const KeyTree& keys, std::size_t checklist, bool complete,
               yaml::Problems& problems)
        : library_(library),
          keys_(keys),
          checklist_(library.checklists[checklist]),
          complete_(complete),
          problems_(problems) {}

    std::vector<TestCase> read(const yaml::Document& tests, const yaml::Document* base);

private:
    class CaseReader;

    const Library& library_;
    const KeyTree& keys_;
    const Checklist& checklist_;
    bool complete_;
    yaml::Problems& problems_;
};

}  // namespace hipaa
