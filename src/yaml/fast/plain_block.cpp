// Literal and folded blocks. Where yaml-cpp differs from YAML about the lines of a folded one, yaml-cpp is followed.
#include "yaml/fast/plain_block.hpp"

#include <algorithm>

namespace hipaa::yaml {
namespace {

/// What stands in the line of the `|` or `>`.
struct Header {
    bool folded = false;
    char chomping = ' ';
    std::ptrdiff_t indent = 0;  // 0 if the first line shows it
};

/// Ends behind the header, at the line break.
bool read_header(Cursor& cursor, Header& header) {
    header.folded = *cursor.at++ == '>';
    for (int i = 0; i < 2; ++i) {
        const char c = *cursor.at;
        if ((c == '+' || c == '-') && header.chomping == ' ') header.chomping = c;
        else if (c >= '1' && c <= '9' && header.indent == 0) header.indent = c - '0';
        else break;
        ++cursor.at;
    }
    if (is_blank(*cursor.at)) {
        cursor.skip_blanks();
        if (*cursor.at == '#') cursor.skip_line();
    }
    return *cursor.at == '\n' || cursor.is_at_end();
}

/// A line without its indentation.
struct Line {
    bool empty = false;
    bool further = false;  // begins with a blank
    bool inside = false;   // is indented far enough to be of the block
};

/// Puts the line breaks and spaces between the lines of a block.
class Joiner {
public:
    Joiner(std::string& text, bool folded) : text_(text), folded_(folded) {}

    /// What comes before `line`; `has_content`: a line before it was not empty.
    void join(const Line& line, bool has_content) {
        if (!is_first_) {
            if (!folded_) text_ += '\n';
            else if (line.empty) count_empty_line();
            else fold(line, has_content);
        }
        is_first_ = false;
        last_ = line;
    }

private:
    void count_empty_line() {
        if (empty_lines_ == 0) after_further_ = last_.further;
        ++empty_lines_;
    }

    void fold(const Line& line, bool has_content) {
        text_ += !last_.empty && !last_.further && !line.further && line.inside ? ' ' : '\n';
        if (empty_lines_ == 0) return;
        text_.append(empty_lines_ - 1, '\n');
        if (after_further_ || line.further || !has_content) text_ += '\n';
        empty_lines_ = 0;
    }

    std::string& text_;
    bool folded_;
    bool is_first_ = true;
    Line last_;
    std::size_t empty_lines_ = 0;  // not yet in the text
    bool after_further_ = false;   // these come after a line that begins with a blank
};

/// From the line break behind the header on. With `detect`, `indent` is the least that it can be.
bool read_lines(Cursor& cursor, std::ptrdiff_t indent, bool detect, Joiner joiner, std::string& text) {
    bool has_content = false;
    for (;;) {
        cursor.new_line();
        const bool detecting = detect && !has_content;
        while (*cursor.at == ' ' && (cursor.column() < indent || detecting)) ++cursor.at;
        if (detecting) indent = std::max(indent, cursor.column());

        const Line line{*cursor.at == '\n', is_blank(*cursor.at), cursor.column() >= indent};
        if (*cursor.at == '\t' && !line.inside) return false;
        if (cursor.is_at_end() && cursor.column() > 0) return false;
        joiner.join(line, has_content);
        if (line.empty) continue;
        if (!line.inside) return true;

        has_content = true;
        const char* const start = cursor.at;
        cursor.skip_line();
        text.append(start, cursor.at);
        if (cursor.is_at_end()) return true;
    }
}

}  // namespace

bool read_block(Cursor& cursor, std::ptrdiff_t column, std::string& text) {
    Header header;
    text.clear();
    if (!read_header(cursor, header)) return false;
    const bool detect = header.indent == 0;
    const std::ptrdiff_t indent = std::max<std::ptrdiff_t>(column, 0) + (detect ? 1 : header.indent);
    if (*cursor.at == '\n' && !read_lines(cursor, indent, detect, Joiner(text, header.folded), text)) return false;
    if (header.chomping == '+') return true;
    const std::size_t last = text.find_last_not_of('\n');
    const std::size_t content = last == std::string::npos ? 0 : last + 1;
    const std::size_t line_break = header.chomping == '-' || content == 0 ? 0 : 1;
    if (text.size() > content + line_break) text.resize(content + line_break);
    return true;
}

}  // namespace hipaa::yaml
