// Rows of a CSV file: RFC 4180, for a spreadsheet.
#include "report/machine/csv_cells.hpp"

namespace hipaa {
namespace {

/// Spreadsheets take a cell that begins like this for a formula, some of them after spaces, some in full width too.
bool is_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == text.npos) return false;
    text.remove_prefix(first);
    if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
    return text.starts_with("\uFF1D") || text.starts_with("\uFF0B") || text.starts_with("\uFF0D") ||
           text.starts_with("\uFF20");
}

/// True if it can stand in a cell without quotes. What begins with a colon could begin a line that the log of a CI run
/// takes for a command (`::error::`). Looks at all of it, which compilers make quick.
bool is_plain_cell(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    bool special = first != text.npos && text[first] == ':';
    for (const char c : text) special |= (c == ',') | (c == '"') | (c == '\r') | (c == '\n');
    return !special;
}

void append_cell(std::string_view text, std::string& to) {
    const std::string_view shield = is_formula(text) ? "'" : "";
    if (is_plain_cell(text)) {
        to += shield;
        to += text;
        return;
    }
    to += '"';
    to += shield;
    for (std::size_t quote = text.find('"'); quote != text.npos; quote = text.find('"')) {
        to += text.substr(0, quote + 1);
        to += '"';
        text.remove_prefix(quote + 1);
    }
    to += text;
    to += '"';
}

}  // namespace

void append_csv_row(std::span<const std::string_view> cells, std::string& to) {
    for (const std::string_view text : cells) {
        append_cell(text, to);
        to += ',';
    }
    to.pop_back();
    to += "\r\n";
}

}  // namespace hipaa
