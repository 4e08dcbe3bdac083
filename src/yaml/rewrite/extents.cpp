// Where keys and values begin and end. What is rarely written may be judged wrongly: who changes a text by this must read
// it again and compare.
#include "yaml/rewrite/extents.hpp"

#include <algorithm>

#include "yaml/scan.hpp"

namespace hipaa::yaml {
namespace {

/// `end` moved back over blanks.
std::size_t without_blanks(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && blanks.find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_blank_line(std::string_view line) { return line.find_first_not_of(blanks) == std::string_view::npos; }

bool is_comment_line(std::string_view line) {
    const std::size_t content = line.find_first_not_of(blanks);
    return content != std::string_view::npos && line[content] == '#';
}

template <typename Value>
std::optional<Value> last_of(Children<Value> children) {
    std::optional<Value> last;
    for (const Value child : children) last.emplace(child);
    return last;
}

}  // namespace

std::size_t Extents::content(Node node) const { return skip_properties(text_, begin(node)); }

char Extents::sigil(Node node) const {
    const std::size_t at = begin(node);
    // Of a value that is not written, the place is its key.
    if (at >= text_.size() || (node.is_null() && node.text().empty())) return '\0';
    return std::string_view("&!*").find(text_[at]) == std::string_view::npos ? '\0' : text_[at];
}

bool Extents::is_in_brackets(Node collection) const {
    const std::size_t at = content(collection);
    return at < text_.size() && (text_[at] == '{' || text_[at] == '[');
}

std::size_t Extents::column(Node collection) const { return lines_.column_of(content(collection)); }

Surround Extents::inside(Node collection) const {
    if (is_in_brackets(collection)) return {-1, true};
    return {static_cast<std::ptrdiff_t>(column(collection)), false};
}

std::optional<KeyExtent> Extents::key(const Entry& entry) const {
    const std::size_t begin = lines_.offset(entry.key_place);
    if (begin >= text_.size()) return std::nullopt;
    std::size_t end = begin + entry.key.size();
    if (text_[begin] == '"' || text_[begin] == '\'') {
        const std::size_t close = closing_quote(text_, begin);
        if (close == std::string_view::npos) return std::nullopt;
        end = close + 1;
    } else if (!text_.substr(begin).starts_with(entry.key)) {
        return std::nullopt;
    }
    const std::size_t colon = text_.find_first_not_of(blanks, end);
    if (colon == std::string_view::npos || text_[colon] != ':') return KeyExtent{begin, end, end, false};
    return KeyExtent{begin, end, colon + 1, true};
}

std::size_t Extents::end(const Entry& entry, Surround surround) const {
    const auto key_extent = key(entry);
    return end(entry.value, surround, key_extent ? key_extent->after : lines_.offset(entry.key_place));
}

/// The place of an item that is not written is its dash.
std::size_t Extents::end_of_item(Node item, Surround surround) const {
    return end(item, surround, std::min(begin(item) + 1, text_.size()));
}

std::size_t Extents::end(Node value, Surround surround, std::size_t missing) const {
    if (value.is_null() && value.text().empty()) return missing;
    if (sigil(value) == '*') return std::min(text_.find_first_of(" \t\n,[]{}", begin(value)), text_.size());
    const std::size_t at = content(value);
    if (at >= text_.size()) return text_.size();
    if (value.is_map() || value.is_sequence()) {
        if (!is_in_brackets(value)) return end_of_last(value);
        const auto close = closing_bracket(text_, at);
        return close ? *close + 1 : text_.size();
    }
    switch (text_[at]) {
        case '"':
        case '\'': {
            const std::size_t close = closing_quote(text_, at);
            return close == std::string_view::npos ? text_.size() : close + 1;
        }
        case '|':
        case '>':
            return end_of_block(at, surround);
        default:
            return end_of_unquoted(value, at, surround);
    }
}

std::size_t Extents::begin_of_last(Node collection) const {
    std::size_t result = content(collection);
    if (const auto entry = last_of(collection.entries())) result = lines_.offset(entry->key_place);
    if (const auto item = last_of(collection.items())) result = begin(*item);
    return result;
}

std::size_t Extents::end_of_last(Node collection) const {
    const Surround within = inside(collection);
    std::size_t result = content(collection);
    if (const auto entry = last_of(collection.entries())) result = end(*entry, within);
    if (const auto item = last_of(collection.items())) result = end_of_item(*item, within);
    return result;
}

std::vector<Extent> Extents::members(Node collection) const {
    const Surround within = inside(collection);
    std::vector<Extent> found;
    for (const Entry& entry : collection.entries())
        found.push_back({lines_.offset(entry.key_place), end(entry, within)});
    for (const Node item : collection.items()) found.push_back({begin(item), end_of_item(item, within)});
    return found;
}

std::size_t Extents::end_of_unquoted(Node scalar, std::size_t begin, Surround surround) const {
    if (text_.substr(begin).starts_with(scalar.text())) return begin + scalar.text().size();
    return surround.in_brackets ? end_in_brackets(begin) : end_of_lines(begin, surround);
}

/// Of an unquoted text of several lines.
std::size_t Extents::end_in_brackets(std::size_t begin) const {
    std::size_t at = begin;
    std::size_t end = begin;
    while (at < text_.size() && std::string_view(",[]{}#:").find(text_[at]) == std::string_view::npos) {
        const std::size_t line_end = std::min(text_.find('\n', at), text_.size());
        const std::string_view line = text_.substr(at, line_end - at);
        const std::size_t stop =
            at + std::min({line.find_first_of(",[]{}"), line.find(" #"), line.find("\t#"), line.size()});
        end = without_blanks(text_, at, stop);
        if (stop < line_end) break;
        at = std::min(text_.find_first_not_of(" \t\n", line_end), text_.size());
    }
    return end;
}

/// Of an unquoted text of several lines: to the last line that is indented further than what holds it.
std::size_t Extents::end_of_lines(std::size_t begin, Surround surround) const {
    std::size_t line = lines_.line_of(begin);
    std::size_t result = without_blanks(text_, begin, lines_.end(line));
    for (++line; line < lines_.count(); ++line) {
        const std::string_view text = lines_[line];
        if (is_blank_line(text)) continue;
        if (static_cast<std::ptrdiff_t>(indent_of(text)) <= surround.column || is_comment_line(text)) break;
        const std::size_t comment = text.find(" #");
        const std::size_t start = lines_.start(line);
        result = without_blanks(text_, start, start + std::min(comment, text.size()));
        if (comment != std::string_view::npos) break;
    }
    return result;
}

/// Of a literal or folded block; what keeps the empty lines at its end ends behind them.
std::size_t Extents::end_of_block(std::size_t begin, Surround surround) const {
    std::size_t line = lines_.line_of(begin);
    const std::string_view header = rest_of_line(text_, begin);
    const bool keeps = header.substr(0, header.find(' ')).find('+') != std::string_view::npos;
    std::size_t last = line;
    for (++line; line < lines_.count(); ++line) {
        const std::string_view text = lines_[line];
        const bool is_blank = is_blank_line(text);
        if (!is_blank && static_cast<std::ptrdiff_t>(indent_of(text)) <= surround.column) break;
        if (!is_blank || keeps) last = line;
    }
    return lines_.end(last);
}

std::size_t Extents::last_line(std::size_t line, std::size_t column) const {
    std::size_t last = line;
    for (++line; line < lines_.count(); ++line) {
        const std::string_view text = lines_[line];
        if (is_blank_line(text)) continue;
        if (!is_comment_line(text) || text.find('#') < column) break;
        last = line;
    }
    return last;
}

}  // namespace hipaa::yaml
