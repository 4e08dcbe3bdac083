// Texts of several lines and with escapes. Where YAML leaves room, or yaml-cpp differs from it, yaml-cpp is followed.
#include "yaml/plain_text.hpp"

#include <algorithm>

namespace hipaa::yaml {
namespace {

void append_utf8(std::string& text, std::uint32_t code_point) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code_point < 0x80) {
        put(code_point);
        return;
    }
    if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
    } else {
        if (code_point < 0x10000) {
            put(0xE0 | code_point >> 12);
        } else {
            put(0xF0 | code_point >> 18);
            put(0x80 | (code_point >> 12 & 0x3F));
        }
        put(0x80 | (code_point >> 6 & 0x3F));
    }
    put(0x80 | (code_point & 0x3F));
}

/// What a backslash and one letter stand for; empty if more is needed, or nothing known.
std::string_view short_escape(char letter) {
    switch (letter) {
        case '0':
            return {"\0", 1};
        case 'a':
            return "\a";
        case 'b':
            return "\b";
        case 't':
            return "\t";
        case 'n':
            return "\n";
        case 'v':
            return "\v";
        case 'f':
            return "\f";
        case 'r':
            return "\r";
        case 'e':
            return "\x1B";
        case ' ':
            return " ";
        case '"':
            return "\"";
        case '\'':
            return "'";
        case '\\':
            return "\\";
        case '/':
            return "/";
        case 'N':
            return "\u0085";
        case '_':
            return "\u00A0";
        case 'L':
            return "\u2028";
        case 'P':
            return "\u2029";
        default:
            return {};
    }
}

}  // namespace

bool PlainText::further_lines(std::ptrdiff_t column, std::string_view& text) {
    // The line that goes on is the first that is indented further than the collection; no comment may come before it.
    static constexpr ByteSet stops("\0\n:#"sv);
    bool several = false;
    while (*cursor_.at == '\n') {
        std::size_t breaks = 0;
        while (*cursor_.at == '\n') {
            cursor_.new_line();
            while (*cursor_.at == ' ') ++cursor_.at;
            ++breaks;
        }
        if (cursor_.column() <= column || *cursor_.at == '#' || *cursor_.at == '\t' || cursor_.is_at_end()) {
            if (!cursor_.find_content()) return false;
            if (several) text = keep();
            return cursor_.indent <= column;
        }
        if (!several) scratch_.assign(text);
        several = true;
        if (breaks == 1) scratch_ += ' ';
        else scratch_.append(breaks - 1, '\n');

        const char* const start = cursor_.at;
        const char* at = start;
        for (;; ++at) {
            while (!stops.has(*at)) ++at;
            if (*at == ':') {
                if (is_gap(at[1])) return false;
            } else if (*at != '#' || is_blank(at[-1])) {
                break;
            }
        }
        cursor_.at = at;
        scratch_ += trimmed(start, at);
    }
    if (several) text = keep();
    // A comment stands right behind the blank that the text was trimmed of.
    if (*cursor_.at == '#') cursor_.skip_line();
    return cursor_.end_line() && cursor_.indent <= column;
}

bool PlainText::quoted_slowly(const char* start, char quote, std::string_view& text) {
    scratch_.assign(start, cursor_.at);
    std::size_t solid = 0;  // blanks before this are no trailing ones
    for (;;) {
        const char c = *cursor_.at;
        if (c == quote && quote == '\'' && cursor_.at[1] == '\'') {
            scratch_ += '\'';
            cursor_.at += 2;
            solid = scratch_.size();
        } else if (c == quote) {
            ++cursor_.at;
            text = keep();
            return true;
        } else if (c == '\n') {
            while (scratch_.size() > solid && is_blank(scratch_.back())) scratch_.pop_back();
            if (!fold_quoted(false, quote)) return false;
            solid = scratch_.size();
        } else if (c == '\\' && quote == '"') {
            ++cursor_.at;
            if (!(*cursor_.at == '\n' ? fold_quoted(true, quote) : escape())) return false;
            solid = scratch_.size();
        } else if (c == '\0') {
            return false;
        } else {
            const char* at = cursor_.at + 1;
            while (*at != quote && *at != '\n' && *at != '\0' && *at != '\\') ++at;
            scratch_.append(cursor_.at, at);
            cursor_.at = at;
        }
    }
}

/// From a line break to the first character of the next line that is not empty.
bool PlainText::fold_quoted(bool escaped, char quote) {
    std::size_t empty_lines = 0;
    for (;;) {
        cursor_.new_line();
        cursor_.skip_blanks();
        if (*cursor_.at != '\n') break;
        ++empty_lines;
    }
    if (empty_lines > 0) scratch_.append(empty_lines, '\n');
    else if (!escaped) scratch_ += ' ';
    // yaml-cpp drops some of the empty lines before a closing quote.
    return !cursor_.is_at_marker() && !(empty_lines > 0 && *cursor_.at == quote);
}

bool PlainText::escape() {
    const char letter = *cursor_.at++;
    switch (letter) {
        case 'x':
            return hexadecimal(2);
        case 'u':
            return hexadecimal(4);
        case 'U':
            return hexadecimal(8);
        default:
            break;
    }
    const std::string_view meant = short_escape(letter);
    scratch_ += meant;
    return !meant.empty();
}

bool PlainText::hexadecimal(int digits) {
    std::uint32_t value = 0;
    for (; digits > 0; --digits, ++cursor_.at) {
        const char c = *cursor_.at;
        std::uint32_t digit = 0;
        if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
        else if (c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F') digit = static_cast<std::uint32_t>(c - 'A' + 10);
        else return false;
        value = value << 4 | digit;
    }
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return false;
    append_utf8(scratch_, value);
    return true;
}

bool PlainText::block(std::ptrdiff_t column, std::string_view& text) {
    BlockHeader header;
    if (!block_header(header)) return false;
    scratch_.clear();
    const bool detect = header.indent == 0;
    if (*cursor_.at == '\n' &&
        !block_lines(header, std::max<std::ptrdiff_t>(column, 0) + (detect ? 1 : header.indent), detect)) {
        return false;
    }
    if (header.chomping != '+') {
        const std::size_t last = scratch_.find_last_not_of('\n');
        const std::size_t content = last == std::string::npos ? 0 : last + 1;
        const std::size_t line_break = header.chomping == '-' || content == 0 ? 0 : 1;
        if (scratch_.size() > content + line_break) scratch_.resize(content + line_break);
    }
    text = keep();
    return cursor_.find_content() && cursor_.indent <= column;
}

bool PlainText::block_header(BlockHeader& header) {
    header.folded = *cursor_.at++ == '>';
    for (int i = 0; i < 2; ++i) {
        const char c = *cursor_.at;
        if ((c == '+' || c == '-') && header.chomping == ' ') header.chomping = c;
        else if (c >= '1' && c <= '9' && header.indent == 0) header.indent = c - '0';
        else break;
        ++cursor_.at;
    }
    if (is_blank(*cursor_.at)) {
        cursor_.skip_blanks();
        if (*cursor_.at == '#') cursor_.skip_line();
    }
    return *cursor_.at == '\n' || cursor_.is_at_end();
}

/// From the line break behind the header to the beginning of the first line that is not of the block.
bool PlainText::block_lines(const BlockHeader& header, std::ptrdiff_t indent, bool detect) {
    bool has_content = false;     // some line so far was not empty
    bool was_further = false;     // the line before, without its indentation, began with a blank
    bool folds_further = false;   // the empty lines being counted follow such a line
    std::size_t empty_lines = 0;  // since then; only counted for folded text
    bool is_first = true;
    for (bool was_empty = false;; is_first = false) {
        cursor_.new_line();
        while (*cursor_.at == ' ' && (cursor_.column() < indent || (detect && !has_content))) ++cursor_.at;
        if (detect && !has_content) indent = std::max(indent, cursor_.column());
        if (*cursor_.at == '\t' && cursor_.column() < indent) return false;
        if (cursor_.is_at_end() && cursor_.column() > 0) return false;

        const bool empty = *cursor_.at == '\n';
        const bool further = is_blank(*cursor_.at);
        const bool inside = cursor_.column() >= indent;
        if (!is_first && !header.folded) {
            scratch_ += '\n';
        } else if (!is_first) {
            if (empty) {
                if (empty_lines == 0) folds_further = was_further;
                ++empty_lines;
            } else {
                const bool joined = !was_empty && !was_further && !further && inside;
                scratch_ += joined ? ' ' : '\n';
                if (empty_lines > 0) {
                    scratch_.append(empty_lines - 1, '\n');
                    if (folds_further || further || !has_content) scratch_ += '\n';
                    empty_lines = 0;
                }
            }
        }
        was_empty = empty;
        was_further = further;
        if (empty) continue;
        if (!inside) return true;
        has_content = true;
        const char* const start = cursor_.at;
        cursor_.skip_line();
        scratch_.append(start, cursor_.at);
        if (cursor_.is_at_end()) return true;
    }
}

std::string_view PlainText::keep() {
    if (scratch_.empty()) return {"", 0};
    char* copy = static_cast<char*>(tree_.arena.allocate(scratch_.size(), 1));
    std::copy(scratch_.begin(), scratch_.end(), copy);
    return {copy, scratch_.size()};
}

}  // namespace hipaa::yaml
