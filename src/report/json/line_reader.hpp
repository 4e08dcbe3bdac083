// Reading back a line of a jsonl report, so that reports in every format can be made of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/json/evidence_reader.hpp"
#include "report/json/run_reader.hpp"
#include "report/run.hpp"

namespace hipaa {

/// The practice of one line, and the run that it was written in. It can be moved; the report refers to the rest.
struct ReadLine {
    JsonMistake mistake;       // with one, the rest is unfinished
    std::uint32_t column = 1;  // where the mistake is

    /// Of a checklist, in which file the run found it.
    struct Origin {
        std::string id;
        std::string file;
        friend bool operator==(const Origin&, const Origin&) = default;
    };

    std::optional<RunEnd> end;  // the line is the last one, and has no practice
    Run run;
    std::vector<Origin> origins;
    PracticeReport report;
    std::deque<Answer> answers;
    std::deque<Decision> decisions;
};

/// Texts of checklists are not taken from lines but from the library, which must be the one that the run had.
class LineReader {
public:
    explicit LineReader(const Library& library) : library_(library), questions_(library) {}

    /// `json` is one line without its end.
    ReadLine read(std::string_view json) const;

private:
    const Library& library_;
    QuestionIndex questions_;
};

}  // namespace hipaa
