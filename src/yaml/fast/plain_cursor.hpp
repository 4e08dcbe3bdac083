// Where the reader of plain YAML is in the text: the byte, its line, and its column in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "text/place.hpp"

namespace hipaa::yaml {

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
/// What may follow a colon, a dash or a marker. The end of the text reads as NUL, which the text itself cannot hold.
inline bool is_gap(char c) { return is_blank(c) || c == '\n' || c == '\0'; }

/// Moves over text that has been cleaned. Its functions that return bool return false where the text is not plain.
class Cursor {
public:
    /// `text` must live on, as it is, where it is.
    explicit Cursor(const std::string& text)
        : at(text.c_str()), end_(at + text.size()), line_start_(at), next_wide_(find_wide()) {}

    /// The next byte to be read; `*at` is NUL at the end of the text, and nowhere else.
    const char* at;

    bool is_at_end() const { return at == end_; }
    /// The column of `at` in bytes, from 0.
    std::ptrdiff_t column() const { return at - line_start_; }
    std::uint32_t line() const { return line_; }
    /// Of `at`. Within one line, each place asked for must not be before the last.
    Place place();

    /// From a line break to the beginning of the next line.
    void new_line() {
        line_start_ = ++at;
        passed_ = 0;
        ++line_;
    }
    void skip_blanks() {
        while (is_blank(*at)) ++at;
    }
    /// To the line break that ends this line, or the end of the text.
    void skip_line();

    /// From the beginning of a line to the next text that is no comment. False where tabs indent it.
    bool find_content();
    /// From behind a value to the next text that is no comment; false if there is more text in its line.
    bool end_line();
    /// The column in bytes, from 0, of the text that `find_content` or `end_line` found; -1 at the end.
    std::ptrdiff_t indent = -1;

    /// True where a document may begin or end: dashes or dots at the beginning of a line.
    bool is_at_marker() const {
        return (*at == '-' || *at == '.') && column() == 0 && at[1] == at[0] && at[2] == at[0];
    }
    bool is_at_dash() const { return *at == '-' && is_gap(at[1]); }

private:
    const char* end_;
    const char* line_start_;
    std::uint32_t line_ = 1;
    // Columns are counted only where there is something that is not ASCII: its next byte behind the places asked for so
    // far, and how many bytes before it, in this line, begin no character.
    const char* next_wide_;
    std::ptrdiff_t passed_ = 0;

    const char* find_wide() const;
    void pass_wide();
};

inline Place Cursor::place() {
    if (at > next_wide_) pass_wide();
    return {line_, static_cast<std::uint32_t>(column() - passed_) + 1};
}

inline void Cursor::skip_line() {
    const void* line_break = std::memchr(at, '\n', static_cast<std::size_t>(end_ - at));
    at = line_break == nullptr ? end_ : static_cast<const char*>(line_break);
}

inline bool Cursor::find_content() {
    for (;;) {
        while (*at == ' ') ++at;
        if (*at == '#') skip_line();
        if (*at == '\n') {
            new_line();
            continue;
        }
        indent = is_at_end() ? -1 : column();
        return *at != '\t';
    }
}

inline bool Cursor::end_line() {
    if (is_blank(*at)) {
        skip_blanks();
        if (*at == '#') skip_line();
    }
    if (*at == '\n') {
        new_line();
        return find_content();
    }
    indent = -1;
    return is_at_end();
}

}  // namespace hipaa::yaml
