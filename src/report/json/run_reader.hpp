// Reading back what a JSON report says of its run.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json/fields.hpp"
#include "report/run.hpp"

namespace hipaa {

/// `report`: the top of a report, or a line of one.
Run read_run(const JsonFields& report);

/// A file that a run passed over.
struct RecordedSkip {
    std::string file;
    std::string why;
};

/// What the last line of a report says of the lines before it.
struct RunEnd {
    std::size_t practices = 0;
    std::optional<Run> run;  // of one without practices, since no line before says it
    std::optional<Shard> shard;
    std::map<std::string, std::string> digests;  // of the checklists, by the names of their files
    std::vector<std::string> gone;               // files of practices that its baseline had, and it has not
    std::vector<RecordedSkip> skipped;
};

/// `line` has the member `end`.
RunEnd read_run_end(const JsonFields& line);

}  // namespace hipaa
