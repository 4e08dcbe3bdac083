// Texts of several lines and with escapes. Where YAML leaves room, or yaml-cpp differs from it, yaml-cpp is followed.
#include "yaml/fast/plain_text.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"
#include "yaml/fast/plain_block.hpp"

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
    struct Row {
        char letter;
        std::string_view meant;
    };
    static constexpr Row rows[] = {
        {'"', "\""}, {'\\', "\\"}, {'n', "\n"},     {'t', "\t"},     {'/', "/"},      {'r', "\r"},
        {'b', "\b"}, {'f', "\f"},  {'a', "\a"},     {'v', "\v"},     {'e', "\x1B"},   {'0', {"\0", 1}},
        {'\'', "'"}, {' ', " "},   {'_', "\u00A0"}, {'N', "\u0085"}, {'L', "\u2028"}, {'P', "\u2029"},
    };
    const auto* const row =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.letter == letter; });
    return row == std::end(rows) ? std::string_view() : row->meant;
}

}  // namespace

bool PlainText::further_lines(std::ptrdiff_t column, std::string_view& text) {
    // The line that goes on is the first that is indented further than the collection; no comment may come before it.
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
        cursor_.at = end_of_line_text(start);
        if (*cursor_.at == ':') return false;
        scratch_ += trimmed(start, cursor_.at);
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
        if (is_digit(c)) digit = static_cast<std::uint32_t>(c - '0');
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
    if (!read_block(cursor_, column, scratch_)) return false;
    text = keep();
    return cursor_.find_content() && cursor_.indent <= column;
}

std::string_view PlainText::keep() {
    if (scratch_.empty()) return "";
    char* copy = static_cast<char*>(tree_.arena.allocate(scratch_.size(), 1));
    std::copy(scratch_.begin(), scratch_.end(), copy);
    return {copy, scratch_.size()};
}

}  // namespace hipaa::yaml
