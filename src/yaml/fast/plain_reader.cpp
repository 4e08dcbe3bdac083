// Reads the YAML that people usually write. Columns are in bytes and from 0 here, but for those of places.
#include "yaml/fast/plain_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/utf8.hpp"
#include "yaml/builder.hpp"
#include "yaml/fast/plain_cursor.hpp"
#include "yaml/fast/plain_flow.hpp"
#include "yaml/fast/plain_text.hpp"
#include "yaml/locator.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {
namespace {

/// What is indented. Each function that reads something ends at the next content in another line, whose column is in
/// `cursor_.indent`; false means that the text is not plain.
class PlainReader {
public:
    PlainReader(Tree& tree, Problems& problems)
        : builder_(tree, problems), cursor_(tree.source.text), text_(cursor_, tree), flow_(cursor_, text_, builder_) {}

    bool document();
    /// The next byte to be read.
    const char* at() const { return cursor_.at; }
    /// True if the tree is of no use.
    bool stopped() const { return builder_.stopped(); }

private:
    struct Key {
        Place place;
        std::string_view text;
        bool quoted = false;
    };

    bool nested(std::ptrdiff_t parent);
    bool sequence(std::ptrdiff_t column);
    bool item(std::ptrdiff_t column);
    bool map(std::ptrdiff_t column, Key key);
    bool value(std::ptrdiff_t column);
    bool flow();
    bool block(std::ptrdiff_t column);
    bool quoted(std::ptrdiff_t column);
    bool next_key(Key& key);
    bool ends_key(const char* start, Place place) const;

    Builder builder_;
    Cursor cursor_;
    PlainText text_;
    PlainFlow flow_;
    std::size_t depth_ = 0;
};

bool PlainReader::document() {
    if (!cursor_.find_content()) return false;
    if (cursor_.is_at_marker() && *cursor_.at == '-') {
        cursor_.at += 3;
        if (!cursor_.end_line()) return false;
    }
    if (cursor_.indent < 0) {
        builder_.missing({});
        return true;
    }
    if (cursor_.is_at_marker()) return false;
    bool plain = false;
    Key key;
    if (*cursor_.at == '[' || *cursor_.at == '{') plain = flow();
    else if (cursor_.is_at_dash()) plain = sequence(cursor_.indent);
    else plain = next_key(key) && map(cursor_.indent, key);
    return plain && cursor_.indent < 0;
}

/// A value where a key may stand, too: on a line of its own or behind a dash, inside of a collection at `parent`.
bool PlainReader::nested(std::ptrdiff_t parent) {
    const std::ptrdiff_t column = cursor_.column();
    const char* const start = cursor_.at;
    Key key{cursor_.place(), {}, false};
    switch (*start) {
        case '[':
        case '{':
            return flow() && cursor_.indent <= parent;
        case '|':
        case '>':
            return block(parent);
        case '"':
        case '\'':
            key.quoted = true;
            if (!text_.quoted(key.text)) return false;
            cursor_.skip_blanks();
            if (*cursor_.at == ':') return ends_key(start, key.place) && map(column, key);
            if (*cursor_.at == '#' && !is_blank(cursor_.at[-1])) return false;
            if (*cursor_.at == '#') cursor_.skip_line();
            builder_.scalar(key.place, key.text, true);
            return cursor_.end_line() && cursor_.indent <= parent;
        default:
            break;
    }
    if (cursor_.is_at_dash()) return sequence(column);
    if (!text_.first_line(key.text)) return false;
    if (*cursor_.at == ':') return ends_key(start, key.place) && map(column, key);
    if (!text_.further_lines(parent, key.text)) return false;
    add_unquoted(builder_, key.place, key.text);
    return true;
}

bool PlainReader::sequence(std::ptrdiff_t column) {
    if (depth_ == max_depth) return false;
    ++depth_;
    builder_.begin(Kind::sequence, cursor_.place());
    do {
        if (!item(column)) return false;
    } while (cursor_.indent == column && cursor_.is_at_dash());
    builder_.end();
    --depth_;
    return cursor_.indent <= column;
}

bool PlainReader::item(std::ptrdiff_t column) {
    const Place dash = cursor_.place();
    ++cursor_.at;
    while (*cursor_.at == ' ') ++cursor_.at;
    if (*cursor_.at == '\t') return false;
    if (*cursor_.at != '#' && *cursor_.at != '\n' && !cursor_.is_at_end()) return nested(column);
    if (*cursor_.at == '#') cursor_.skip_line();
    if (!cursor_.end_line()) return false;
    if (cursor_.indent > column) return nested(column);
    builder_.missing(dash);
    return true;
}

/// From behind its first key on.
bool PlainReader::map(std::ptrdiff_t column, Key key) {
    if (depth_ == max_depth) return false;
    ++depth_;
    builder_.begin(Kind::map, key.place);
    for (;;) {
        if (!key.quoted && is_null_word(key.text)) return false;
        builder_.scalar(key.place, key.text, key.quoted);
        if (!value(column)) return false;
        if (cursor_.indent != column) break;
        if (!next_key(key)) return false;
    }
    builder_.end();
    --depth_;
    return cursor_.indent < column;
}

/// What follows a key of a map at `column`, from its colon on.
bool PlainReader::value(std::ptrdiff_t column) {
    ++cursor_.at;
    cursor_.skip_blanks();
    switch (*cursor_.at) {
        case '[':
        case '{':
            return flow() && cursor_.indent <= column;
        case '|':
        case '>':
            return block(column);
        case '"':
        case '\'':
            return quoted(column);
        case '#':
            cursor_.skip_line();
            [[fallthrough]];
        case '\n':
        case '\0':
            break;
        default: {
            const Place place = cursor_.place();
            std::string_view text;
            if (!text_.first_line(text) || *cursor_.at == ':') return false;
            if (!text_.further_lines(column, text)) return false;
            add_unquoted(builder_, place, text);
            return true;
        }
    }
    if (!cursor_.end_line()) return false;
    if (cursor_.indent > column) return nested(column);
    if (cursor_.indent == column && cursor_.is_at_dash()) return sequence(column);
    builder_.missing({});
    return true;
}

bool PlainReader::flow() { return flow_.read(depth_) && cursor_.end_line(); }

bool PlainReader::block(std::ptrdiff_t column) {
    const Place place = cursor_.place();
    std::string_view text;
    if (!text_.block(column, text)) return false;
    builder_.scalar(place, text, true);
    return true;
}

bool PlainReader::quoted(std::ptrdiff_t column) {
    const Place place = cursor_.place();
    std::string_view text;
    if (!text_.quoted(text)) return false;
    builder_.scalar(place, text, true);
    return cursor_.end_line() && cursor_.indent <= column;
}

/// A key that begins a line.
bool PlainReader::next_key(Key& key) {
    if (cursor_.is_at_marker()) return false;
    const char* const start = cursor_.at;
    key.place = cursor_.place();
    key.quoted = *start == '"' || *start == '\'';
    if (!(key.quoted ? text_.quoted(key.text) : text_.first_line(key.text))) return false;
    cursor_.skip_blanks();
    return ends_key(start, key.place);
}

/// True at a colon that makes a key of the text from `start` on, which is at `place`.
bool PlainReader::ends_key(const char* start, Place place) const {
    return *cursor_.at == ':' && is_gap(cursor_.at[1]) && cursor_.line() == place.line &&
           cursor_.at - start <= longest_key;
}

/// True for text that read_with_yaml_cpp refuses, or in which yaml-cpp sees more than the eye.
bool is_odd(std::string_view text) {
    if (text.starts_with(utf8::byte_order_mark)) return true;  // the second one
    if (text.size() <= max_nodes) return false;
    const auto brackets = std::count_if(text.begin(), text.end(), [](char byte) { return byte == '[' || byte == '{'; });
    return static_cast<std::size_t>(brackets) > max_nodes;
}

}  // namespace

bool read_plain(Tree& tree) {
    Problems problems;
    if (!is_odd(tree.source.text) && PlainReader(tree, problems).document() && problems.empty()) return true;
    tree.records.clear();
    tree.arena.release();
    return false;
}

bool read_only_plain(Tree& tree, Problems& problems, std::optional<Place>& not_plain) {
    const std::string& text = tree.source.text;
    Problems found;
    PlainReader reader(tree, found);
    if (is_odd(text) || !reader.document()) {
        not_plain = Locator(text).place(static_cast<std::size_t>(reader.at() - text.c_str()));
        return false;
    }
    problems = std::move(found);
    return !reader.stopped();
}

}  // namespace hipaa::yaml
