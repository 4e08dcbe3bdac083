// What was measured, as a table in Markdown, and how it replaces the table of the last time.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

enum class Unit { seconds, bytes };

/// `ours` and `theirs` in `unit`, and the ratio of the two that is hoped for, and that is the least to be reached; none of
/// them for what is measured only to be known.
struct Row {
    std::string what;
    double ours;
    std::string other;
    double theirs;
    Unit unit;
    double goal = 0;
    double least = 0;
};

/// 0.0123 seconds as `12.3 ms`, 2500000 bytes as `2.50 MB`.
std::string with_unit(double value, Unit unit);

/// A paragraph about the day and the machine, and a table of the rows.
std::string markdown(const std::vector<Row>& rows);

/// Puts `text` between the lines `<!-- results: begin -->` and `<!-- results: end -->` of a file.
void replace_results(const std::filesystem::path& file, const std::string& text);

}  // namespace bench
