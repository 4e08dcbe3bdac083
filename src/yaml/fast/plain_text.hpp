// Texts as the reader of plain YAML meets them: unquoted, quoted, and blocks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/scan.hpp"
#include "yaml/fast/plain_cursor.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {

/// The farthest that a colon may be from the beginning of its key, in bytes; YAML's own limit.
inline constexpr std::ptrdiff_t longest_key = 1024;

/// Each function begins at the first character of a text, ends behind its last one, and returns false where the text
/// is not plain. What stands in the source as it reads is returned as a view of the source, all else of the arena.
class PlainText {
public:
    PlainText(Cursor& cursor, Tree& tree) : cursor_(cursor), tree_(tree) {}

    /// The first line of unquoted text outside of brackets, without the blanks behind it. Stops at the colon that ends
    /// a key, at a comment, or at the end of the line.
    bool first_line(std::string_view& text);
    /// The rest of an unquoted text whose first line has been read, inside of a collection at `column`. Ends where
    /// Cursor::end_line does.
    bool further_lines(std::ptrdiff_t column, std::string_view& text);
    /// Unquoted text between brackets, all in one line. Stops at the colon, comma or bracket behind it, at a comment,
    /// or at the end of the line.
    bool in_flow(std::string_view& text);

    /// Text in the quotes that the cursor is at.
    bool quoted(std::string_view& text);

    /// A literal or folded block, inside of a collection at `column`. Ends where Cursor::end_line does.
    bool block(std::ptrdiff_t column, std::string_view& text);

private:
    bool quoted_slowly(const char* start, char quote, std::string_view& text);
    bool escape();
    bool hexadecimal(int digits);
    bool fold_quoted(bool escaped, char quote);
    std::string_view keep();

    Cursor& cursor_;
    Tree& tree_;
    std::string scratch_;
};

inline std::string_view trimmed(const char* start, const char* end) {
    while (end > start && is_blank(end[-1])) --end;
    return {start, end};
}

/// Where unquoted text ends that goes on at `at`: at one of `stops`, which is a colon only if one of `behind_colon`
/// follows, and the beginning of a comment only behind a blank.
inline const char* end_of_unquoted(const char* at, const ByteSet& stops, const ByteSet& behind_colon) {
    for (;; ++at) {
        while (!stops.has(*at)) ++at;
        if (*at == ':') {
            if (behind_colon.has(at[1])) return at;
        } else if (*at != '#' || is_blank(at[-1])) {
            return at;
        }
    }
}

inline const char* end_of_line_text(const char* at) {
    static constexpr ByteSet stops("\0\n:#");
    static constexpr ByteSet gaps("\0\n \t");
    return end_of_unquoted(at, stops, gaps);
}

/// Bytes that begin no unquoted text, or none that is plain.
inline constexpr ByteSet barred("\0 \t\n,[]{}#&*!|>'\"%@`?:");

inline bool PlainText::first_line(std::string_view& text) {
    const char* const start = cursor_.at;
    if (barred.has(*start) || cursor_.is_at_dash()) return false;
    cursor_.at = end_of_line_text(start + 1);
    text = trimmed(start, cursor_.at);
    return true;
}

inline bool PlainText::in_flow(std::string_view& text) {
    static constexpr ByteSet stops("\0\n:#,?[]{}");
    static constexpr ByteSet behind_colon("\0\n \t,]}");
    const char* const start = cursor_.at;
    if (barred.has(*start) || (*start == '-' && (stops.has(start[1]) || is_gap(start[1])))) return false;
    cursor_.at = end_of_unquoted(start + 1, stops, behind_colon);
    text = trimmed(start, cursor_.at);
    return *cursor_.at != '?' && *cursor_.at != '[' && *cursor_.at != '{';
}

inline bool PlainText::quoted(std::string_view& text) {
    static constexpr ByteSet stops("\0\n\"'\\");
    const char quote = *cursor_.at;
    const char* const start = ++cursor_.at;
    const char* at = start;
    for (;; ++at) {
        while (!stops.has(*at)) ++at;
        if (*at == quote || *at == '\n' || *at == '\0' || (*at == '\\' && quote == '"')) break;
    }
    cursor_.at = at;
    if (*at != quote || (quote == '\'' && at[1] == '\'')) return quoted_slowly(start, quote, text);
    text = {start, at};
    ++cursor_.at;
    return true;
}

}  // namespace hipaa::yaml
