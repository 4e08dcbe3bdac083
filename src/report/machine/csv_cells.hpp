// Rows of a CSV file: RFC 4180, for a spreadsheet.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace hipaa {

/// Appends one row, in which no cell is a formula to a spreadsheet, and none begins a command to a CI log.
void append_csv_row(std::span<const std::string_view> cells, std::string& to);
inline void append_csv_row(std::initializer_list<std::string_view> cells, std::string& to) {
    append_csv_row(std::span(cells.begin(), cells.size()), to);
}

}  // namespace hipaa
