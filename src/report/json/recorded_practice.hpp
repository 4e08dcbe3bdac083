// What a JSON report said of a practice, for comparing it with another: no checklist is needed to understand it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/fields.hpp"
#include "report/json/run_reader.hpp"
#include "report/run.hpp"

namespace hipaa {

/// What of a report has a result of its own.
enum class PointKind : std::uint8_t { check, caveat, contradiction };

/// A check, a deal-breaking caveat, or a contradiction that holds.
struct RecordedPoint {
    PointKind kind = PointKind::check;
    std::string id;
    std::size_t checklist = 0;  // index in `RecordedPractice::checklists`
    std::string note;           // the id of the check's note, else empty
    std::uint32_t number = 0;   // of that note
    std::string title;          // of the note or caveat; what a contradiction says
    std::optional<Basis> basis;
    Result result = Result::not_applicable;
    std::string fix;
    std::string reason;
    bool is_stale = false;          // the answers are too old, or nobody said how old they are
    std::vector<std::string> read;  // keys of the answers that decide it
};

struct RecordedChecklist {
    std::string id;  // of a generic checklist with the product
    std::string name;
    std::string about;
    std::string file;
    std::string extends;        // the id of the checklist that it extends; empty if it extends none
    std::string extended_file;  // of that one
};

/// Answers by their full keys, as JSON on one line. A part of the file that has questions is there as `{}`, so that one
/// without an answer is there, too; a key of the file without an answer as `null`, so that no default stands for it.
using RecordedAnswers = std::map<std::string, std::string, std::less<>>;
inline constexpr std::string_view empty_part = "{}";
inline constexpr std::string_view no_answer = "null";

struct RecordedPractice {
    std::string file;
    std::string name;
    std::string digest;  // of the file; may be empty
    std::string result;
    std::vector<RecordedChecklist> checklists;
    std::vector<RecordedPoint> points;
    RecordedAnswers answers;
    RecordedAnswers assumed;             // for questions that the file does not answer; not for fields of lists
    std::vector<std::string> decisions;  // JSON objects, each on one line

    /// Its file has mistakes, so that it was not checked.
    bool is_broken() const { return result == "error"; }
    /// No checklist applies to it.
    bool is_unchecked() const { return result == "not_checked"; }
};

/// What stands beside the practices: at the top of a report, in a line of one, in the line that ends one.
struct RecordedHead {
    Run run;                                     // not in the line that ends a run
    std::map<std::string, std::string> digests;  // of the files, by their names; not in the line of a practice
    std::optional<RunEnd> end;
};

/// `json` is a report without its practices, or a line of one.
RecordedHead read_recorded_head(std::string_view json, JsonMistake& mistake);
/// `json` is a practice of a report, or a line of one.
RecordedPractice read_recorded_practice(std::string_view json, JsonMistake& mistake);

}  // namespace hipaa
