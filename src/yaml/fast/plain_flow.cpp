// What stands between brackets, for the reader of plain YAML.
#include "yaml/fast/plain_flow.hpp"

#include "yaml/document.hpp"

namespace hipaa::yaml {

bool is_null_word(std::string_view text) {
    if (text.size() == 1) return text[0] == '~';
    return text.size() == 4 && (text == "null" || text == "Null" || text == "NULL");
}

void add_unquoted(Builder& builder, Place place, std::string_view text) {
    if (is_null_word(text)) builder.null(place, text);
    else builder.scalar(place, text, false);
}

bool PlainFlow::read(std::size_t depth) {
    if (depth == max_depth) return false;
    const bool is_map = *cursor_.at == '{';
    builder_.begin(is_map ? Kind::map : Kind::sequence, cursor_.place());
    ++cursor_.at;
    if (!skip_space()) return false;
    if (!(is_map ? map(depth + 1) : sequence(depth + 1))) return false;
    ++cursor_.at;
    builder_.end();
    return true;
}

bool PlainFlow::sequence(std::size_t depth) {
    while (*cursor_.at != ']') {
        if (!value(depth) || !skip_space()) return false;
        if (*cursor_.at == ',') {
            ++cursor_.at;
            if (!skip_space()) return false;
        } else if (*cursor_.at != ']') {
            return false;
        }
    }
    return true;
}

bool PlainFlow::map(std::size_t depth) {
    while (*cursor_.at != '}') {
        const Place place = cursor_.place();
        if (!key()) return false;
        if (*cursor_.at == ':') {
            ++cursor_.at;
            if (!skip_space()) return false;
        }
        if (*cursor_.at == ',' || *cursor_.at == '}') builder_.missing(place);
        else if (!value(depth) || !skip_space()) return false;
        if (*cursor_.at == ',') {
            ++cursor_.at;
            if (!skip_space()) return false;
        } else if (*cursor_.at != '}') {
            return false;
        }
    }
    return true;
}

/// Ends at the colon, comma or bracket behind the key, which must be in the same line and not far.
bool PlainFlow::key() {
    const Place place = cursor_.place();
    const char* const start = cursor_.at;
    std::string_view text;
    const bool quoted = *start == '"' || *start == '\'';
    if (!(quoted ? text_.quoted(text) : text_.in_flow(text))) return false;
    if (cursor_.line() != place.line || (!quoted && is_null_word(text))) return false;
    cursor_.skip_blanks();
    if (*cursor_.at != ':' && *cursor_.at != ',' && *cursor_.at != '}') return false;
    if (cursor_.at - start > longest_key) return false;
    builder_.scalar(place, text, quoted);
    return true;
}

bool PlainFlow::value(std::size_t depth) {
    const Place place = cursor_.place();
    std::string_view text;
    switch (*cursor_.at) {
        case '[':
        case '{':
            return read(depth);
        case '"':
        case '\'':
            if (!text_.quoted(text)) return false;
            builder_.scalar(place, text, true);
            return true;
        default:
            if (!text_.in_flow(text)) return false;
            add_unquoted(builder_, place, text);
            return true;
    }
}

/// To the next character that is neither blank nor line break nor comment. yaml-cpp sees markers here, too.
bool PlainFlow::skip_space() {
    bool indents = false;
    for (const char* start = cursor_.at;; start = cursor_.at) {
        while (*cursor_.at == ' ' || (!indents && *cursor_.at == '\t')) ++cursor_.at;
        if (*cursor_.at == '#' && (indents || cursor_.at != start)) cursor_.skip_line();
        if (*cursor_.at != '\n') break;
        cursor_.new_line();
        indents = true;
    }
    // A comma that begins a line is for yaml-cpp to judge: 0.9 refuses it behind some values.
    return *cursor_.at != '\t' && !(indents && *cursor_.at == ',') && !cursor_.is_at_marker();
}

}  // namespace hipaa::yaml
