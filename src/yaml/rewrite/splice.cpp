// Planning changes to the text of a document.
#include "yaml/rewrite/splice.hpp"

#include <algorithm>
#include <iterator>

#include "yaml/scan.hpp"

namespace hipaa::yaml {
namespace {

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

std::string indented(std::size_t column, const NewValue& collection, std::size_t step) {
    return std::string(column, ' ') + lines_text(collection, column, step);
}

bool is_missing(Node value) { return value.is_null() && value.text().empty(); }

/// True if `value` is `list`, which is not empty, and more items.
bool begins_with(Node list, const NewValue& value) {
    if (!list.is_sequence() || value.kind != Kind::sequence || list.size() == 0) return false;
    if (list.size() >= value.children.size()) return false;
    auto item = value.children.begin();
    return std::ranges::all_of(list.items(), [&](Node old) { return says(old, *item++); });
}

Node item_at(Node list, std::size_t index) {
    return *std::next(list.items().begin(), static_cast<std::ptrdiff_t>(index));
}

/// How much further the first block map in `map` is indented than `map`; 0 if there is none.
std::size_t step_in(const Extents& extents, Node map) {
    if (map.size() == 0 || extents.is_in_brackets(map)) return 0;
    for (const Entry& entry : map.entries()) {
        const Node value = entry.value;
        if (!value.is_map() || value.size() == 0 || extents.sigil(value) == '*' || extents.is_in_brackets(value))
            continue;
        if (extents.column(value) > extents.column(map)) return extents.column(value) - extents.column(map);
    }
    return 0;
}

/// The same for the first map anywhere that shows it.
std::size_t step_anywhere_in(const Extents& extents, Node map) {
    if (const std::size_t step = step_in(extents, map)) return step;
    if (map.size() > 0 && extents.is_in_brackets(map)) return 0;
    for (const Entry& entry : map.entries()) {
        if (extents.sigil(entry.value) == '*') continue;
        if (const std::size_t step = step_anywhere_in(extents, entry.value)) return step;
    }
    return 0;
}

}  // namespace

bool Splicer::begins_line(std::size_t offset) const {
    const std::size_t start = line_start(text_, offset);
    return is_blank_text(text_.substr(start, offset - start));
}

std::optional<Hindrance> Splicer::sigil(Node node) const {
    switch (extents_.sigil(node)) {
        case '*':
            return Hindrance{Hindrance::Kind::alias, node.place()};
        case '&':
            return Hindrance{Hindrance::Kind::anchor, node.place()};
        case '!':
            return Hindrance{Hindrance::Kind::tag, node.place()};
        default:
            return std::nullopt;
    }
}

std::size_t Splicer::step(std::span<const Node> maps) const {
    for (auto map = maps.rbegin(); map != maps.rend(); ++map)
        if (const std::size_t step = step_in(extents_, *map)) return step;
    const std::size_t step = step_anywhere_in(extents_, document_.root());
    return step == 0 ? 2 : step;
}

Splice Splicer::after_line(std::size_t line, std::string lines) const {
    const Lines& all = extents_.lines();
    if (all.is_unfinished(line)) return {text_.size(), text_.size(), "\n" + std::move(lines)};
    const std::size_t at = all.end(line) + 1;
    return {at, at, std::move(lines) + "\n"};
}

SpliceOrHindrance Splicer::first_entries(const NewValue& map, std::size_t step) const {
    const Node root = document_.root();
    if (!is_missing(root)) return Hindrance{Hindrance::Kind::inner_value, root.place()};
    const Lines& all = extents_.lines();
    std::string lines = lines_text(map, 0, step);
    for (std::size_t line = 0; line < all.count(); ++line) {
        if (all[line].starts_with("...")) return Splice{all.start(line), all.start(line), std::move(lines) + "\n"};
    }
    if (text_.empty()) return Splice{0, 0, std::move(lines) + "\n"};
    return after_line(all.count() - 1, std::move(lines));
}

Splice Splicer::added_entry(Node map, std::string_view key, const NewValue& value, std::size_t step) const {
    if (extents_.is_in_brackets(map)) return added_in_brackets(map, key_text(key) + ": " + line_text(value));
    const std::size_t column = extents_.column(map);
    const std::size_t last = extents_.lines().line_of(extents_.end_of_last(map));
    return after_line(extents_.last_line(last, column), indented(column, new_map(key, value), step));
}

Splice Splicer::added_items(const Slot& list, std::span<const NewValue> more, std::size_t step) const {
    const Node items = list.entry.value;
    if (extents_.is_in_brackets(items)) {
        std::string text;
        for (const NewValue& item : more) text += (text.empty() ? "" : ", ") + line_text(item);
        return added_in_brackets(items, text);
    }
    const Lines& all = extents_.lines();
    const std::size_t column = extents_.column(items);
    const std::size_t key_column = all.column_of(all.offset(list.entry.key_place));
    const Node first = *items.items().begin();
    const bool shows_gap = !is_missing(first) && first.place().line == items.place().line;
    const std::size_t inner = shows_gap ? all.column_of(extents_.begin(first)) : column + 2;
    std::string lines;
    for (const NewValue& item : more) {
        lines += (lines.empty() ? "" : "\n") + std::string(column, ' ') + "-" + std::string(inner - column - 1, ' ');
        lines += takes_lines(item) ? lines_text(item, inner, step) : line_text(item);
    }
    const std::size_t last = all.line_of(extents_.end_of_last(items));
    return after_line(extents_.last_line(last, std::max(column, key_column + 1)), std::move(lines));
}

/// Behind the last of what is in the brackets: on a line of its own if that one has, else on the same line.
Splice Splicer::added_in_brackets(Node collection, const std::string& text) const {
    const std::size_t last_begin = extents_.begin_of_last(collection);
    const std::size_t last_end = extents_.end_of_last(collection);

    const std::size_t next = std::min(text_.find_first_not_of(" \t", last_end), text_.size());
    const bool has_comma = next < text_.size() && text_[next] == ',';
    const std::size_t behind = has_comma ? next + 1 : last_end;
    const std::string_view rest = rest_of_line(text_, behind);
    const bool ends_line = behind + rest.size() < text_.size() &&
                           (is_blank_text(rest) || has_comment(text_, behind, behind + rest.size()));
    if (!begins_line(last_begin) || !ends_line) return {last_end, last_end, ", " + text};

    const std::string line = "\n" + std::string(extents_.lines().column_of(last_begin), ' ') + text;
    const std::size_t line_end = behind + rest.size();
    if (has_comma) return {line_end, line_end, line + ","};
    return {last_end, line_end, "," + std::string(rest) + line};
}

std::optional<Hindrance> Splicer::hindrance_of(Node value, std::size_t begin, std::size_t end) const {
    if (auto found = sigil(value)) return found;
    if (value.is_scalar() && value.quoted() && (text_[begin] == '|' || text_[begin] == '>'))
        return Hindrance{Hindrance::Kind::block, value.place()};
    if ((value.is_map() || value.is_sequence()) && has_comment(text_, begin, end))
        return Hindrance{Hindrance::Kind::comment, value.place()};
    return std::nullopt;
}

SpliceOrHindrance Splicer::replaced(const Slot& slot, const NewValue& value, std::size_t step) const {
    const Node old = slot.entry.value;
    const auto key = extents_.key(slot.entry);
    const Surround surround = extents_.inside(slot.map);
    if (!key || (!key->has_colon && !surround.in_brackets))
        return Hindrance{Hindrance::Kind::unknown_form, slot.entry.key_place};
    if (is_missing(old)) return filled_in(*key, surround.in_brackets, value, step);

    const std::size_t begin = extents_.begin(old);
    const std::size_t end = extents_.end(old, surround, key->after);
    if (const auto found = sigil(old)) return *found;
    if (begins_with(old, value)) return added_items(slot, std::span(value.children).subspan(old.size()), step);
    if (const auto hindrance = hindrance_of(old, begin, end)) return *hindrance;
    const bool is_list_of_lines = old.is_sequence() && !extents_.is_in_brackets(old);
    if (is_list_of_lines && value.kind == Kind::sequence && !value.children.empty())
        return Splice{begin, end, lines_text(value, extents_.column(old), step)};
    if (is_list_of_lines) return on_line_of(old, *key, end, value);
    if (takes_lines(value) && !surround.in_brackets) return on_lines_below(old, *key, end, value, step);
    const bool has_quotes = old.is_scalar() && old.quoted();
    return Splice{begin, end, line_text(value, has_quotes ? text_[begin] : '\0')};
}

/// Of a key without a value.
Splice Splicer::filled_in(const KeyExtent& key, bool in_brackets, const NewValue& value, std::size_t step) const {
    if (in_brackets || !takes_lines(value))
        return {key.after, key.after, (key.has_colon ? " " : ": ") + line_text(value)};
    const std::size_t column = extents_.lines().column_of(key.begin);
    const std::size_t last = extents_.last_line(extents_.lines().line_of(key.begin), column + 1);
    return after_line(last, indented(column + step, value, step));
}

/// A comment behind the old value stays behind the key.
SpliceOrHindrance Splicer::on_lines_below(Node old, const KeyExtent& key, std::size_t end, const NewValue& value,
                                          std::size_t step) const {
    const std::size_t begin = extents_.begin(old);
    const Lines& all = extents_.lines();
    if (all.line_of(begin) != all.line_of(key.begin)) {
        if (!begins_line(begin)) return Hindrance{Hindrance::Kind::unknown_form, old.place()};
        return Splice{begin, end, lines_text(value, all.column_of(begin), step)};
    }
    const std::string_view rest = rest_of_line(text_, end);
    return Splice{
        key.after, end + rest.size(),
        std::string(is_blank_text(rest) ? "" : rest) + "\n" + indented(all.column_of(key.begin) + step, value, step)};
}

/// In place of a list that has lines of its own; a comment behind the key or behind the last item stays.
SpliceOrHindrance Splicer::on_line_of(Node list, const KeyExtent& key, std::size_t end, const NewValue& value) const {
    const std::size_t begin = extents_.begin(list);
    const std::string_view rest = rest_of_line(text_, key.after);
    const std::size_t below = key.after + rest.size();
    const bool has_two_comments = !is_blank_text(rest) && !is_blank_text(rest_of_line(text_, end));
    if (below > begin) return Hindrance{Hindrance::Kind::unknown_form, list.place()};
    if (has_two_comments || has_comment(text_, below, begin)) return Hindrance{Hindrance::Kind::comment, list.place()};
    return Splice{key.after, end, " " + line_text(value) + std::string(is_blank_text(rest) ? "" : rest)};
}

Splice Splicer::filled(Node empty_map, const NewValue& map) const {
    const std::size_t begin = extents_.begin(empty_map);
    return {begin, extents_.end(empty_map, {}, begin), line_text(map)};
}

SpliceOrHindrance Splicer::wrapped(const Slot& slot, std::string_view key, std::string_view more_key,
                                   const NewValue& more) const {
    const Node old = slot.entry.value;
    const std::size_t begin = extents_.begin(old);
    const std::size_t end = extents_.end(old, extents_.inside(slot.map), begin);
    if (const auto hindrance = hindrance_of(old, begin, end)) return *hindrance;
    return Splice{begin, end,
                  "{" + key_text(key) + ": " + std::string(text_.substr(begin, end - begin)) + ", " +
                      key_text(more_key) + ": " + line_text(more) + "}"};
}

SpliceOrHindrance Splicer::without(Node collection, std::size_t index) const {
    const std::vector<Extent> members = extents_.members(collection);
    const Extent member = members[index];
    if (!extents_.is_in_brackets(collection)) return without_lines(collection, index, member);
    Extent taken = member;
    if (index + 1 < members.size()) taken.end = members[index + 1].begin;
    else if (index > 0) taken.begin = members[index - 1].end;
    if (has_comment(text_, taken.begin, taken.end)) return Hindrance{Hindrance::Kind::comment, collection.place()};
    return Splice{taken.begin, taken.end, ""};
}

SpliceOrHindrance Splicer::without_lines(Node collection, std::size_t index, const Extent& member) const {
    const Lines& all = extents_.lines();
    const std::size_t first = all.line_of(member.begin);
    const std::string_view before = text_.substr(all.start(first), member.begin - all.start(first));
    const std::string_view sign = collection.is_sequence() ? "-" : "";
    const std::size_t content = std::min(before.find_first_not_of(" \t"), before.size());
    if (!before.substr(content).starts_with(sign) || !is_blank_text(before.substr(content + sign.size())))
        return Hindrance{Hindrance::Kind::unknown_form, collection.place()};
    const std::size_t last = extents_.last_line(all.line_of(member.end), extents_.column(collection) + 1);
    if (collection.is_sequence() && has_comment(text_, member.begin, all.end(last)))
        return Hindrance{Hindrance::Kind::comment, item_at(collection, index).place()};
    return Splice{all.start(first), all.is_unfinished(last) ? text_.size() : all.end(last) + 1, ""};
}

}  // namespace hipaa::yaml
