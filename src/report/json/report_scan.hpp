// Finding the practices in a JSON report without keeping it in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace hipaa {

/// How much of a report may be about one practice, or about none, in bytes: its line in a jsonl report. Usually that is
/// 20 KB; with as many products as a practice may have, 12 MB.
inline constexpr std::size_t longest_practice = std::size_t{16} << 20;
/// How many practices the reports of a run may have that are read back.
inline constexpr std::size_t most_practices = 1'000'000;

/// A practice in a report, and what tells it from others.
struct PracticeAt {
    std::uint64_t offset = 0;  // of its JSON object, in bytes
    std::size_t length = 0;
    std::string file;
    std::string name;  // may be empty
    std::string result;
    std::string as_of;  // of a line only
};

/// Where the members of a report stand that are not practices.
struct ReportOutline {
    bool is_report = false;             // it has `practices`; else it is the first line of another kind of report
    std::uint64_t practices_begin = 0;  // the bracket that opens them
    std::uint64_t practices_end = 0;    // behind the one that closes them
    std::uint64_t end = 0;              // behind the whole
    std::string mistake;                // why it is no JSON; empty if it is
};

/// Reads `size` bytes from `offset` on into `to`; fewer at the end.
using ReadBytes = std::function<std::size_t(char* to, std::size_t size, std::uint64_t offset)>;

/// The first JSON value of a file; `take` is called with each element of its `practices`.
ReportOutline scan_report(const ReadBytes& read, const std::function<void(const PracticeAt&)>& take);

/// What a line of a report says first: `file` is empty if it is the line that ends a run, or no line of a report.
PracticeAt scan_line(std::string_view json);

}  // namespace hipaa
