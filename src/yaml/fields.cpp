// Reading the keys of one map by name.
#include "yaml/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

namespace hipaa::yaml {
namespace {

constexpr std::size_t max_quoted_bytes = 80;
constexpr std::size_t max_listed_words = 12;

}  // namespace

bool is_same_word(std::string_view one, std::string_view other) {
    return one == other || std::ranges::equal(one, other, {}, small_letter, small_letter);
}

std::optional<bool> parse_yes_no(std::string_view text) {
    const auto is = [&](std::string_view word) { return is_same_word(text, word); };
    if (is("yes") || is("true") || is("on") || is("y")) return true;
    if (is("no") || is("false") || is("off") || is("n")) return false;
    return std::nullopt;
}

std::string quote(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty() && text.size() - rest.size() < max_quoted_bytes) utf8::take(rest);
    const std::string_view head = text.substr(0, text.size() - rest.size());
    return fmt::format("`{}{}`", printable(head), rest.empty() ? "" : "…");
}

std::string one_of(std::span<const std::string_view> words) {
    const std::size_t listed = words.size() > max_listed_words + 1 ? max_listed_words : words.size();
    std::string result;
    for (std::size_t i = 0; i < listed; ++i) {
        const bool last = i + 1 == words.size();
        if (i > 0) result += last ? " or " : ", ";
        result += printable(words[i]);
    }
    if (listed < words.size()) result += fmt::format(", … or {} more", words.size() - listed);
    return result;
}

void add_unknown_key(Problems& problems, Place place, std::string_view key, std::string_view of,
                     std::span<const std::string_view> known) {
    problems.add(place, "unknown_key", [&] {
        if (const auto meant = closest(key, known))
            return fmt::format("{} is not a key of {}; did you mean `{}`?", quote(key), of, *meant);
        if (known.empty()) return fmt::format("{} is not a key of {}, which has none", quote(key), of);
        return fmt::format("{} is not a key of {}; its keys are {}", quote(key), of, one_of(known));
    });
}

Fields::Fields(std::string_view what, Node map, Place place, Problems& problems, std::span<const KeyRow> keys)
    : what_(what), map_(map), place_(place), problems_(problems), valid_(map.is_map()), keys_(keys) {
    if (!valid_)
        problems_.add(map.is_null() ? place : map.place(), "wrong_type",
                      [&] { return fmt::format("{} is written as a map of keys and values", what_); });
}

std::optional<Entry> Fields::find(std::string_view key) {
    const auto row = row_of(key);
    auto entry = map_.find(key);
    const bool absent = !entry || entry->value.is_null();
    if (row && add_known(row->name) && row->need == Need::required && absent && valid_)
        problems_.add(entry ? entry->key_place : place_, "missing_key",
                      [&] { return fmt::format("{} needs `{}`", what_, key); });
    return absent ? std::nullopt : entry;
}

const KeyRow* Fields::row_of(std::string_view key) const {
    const auto row = std::ranges::find(keys_, key, &KeyRow::name);
    return row == keys_.end() ? nullptr : &*row;
}

bool Fields::add_known(std::string_view key) {
    const bool is_new = std::ranges::find(known_, key) == known_.end();
    if (is_new) known_.push_back(key);
    return is_new;
}

void Fields::refuse_null(std::string_view key) {
    const auto written = map_.find(key);
    if (!written || !written->value.is_null()) return;
    problems_.add(written->key_place, "missing_key", [&] {
        return fmt::format("`{}` of {} has nothing after it; fill it in, or leave it out", key, what_);
    });
}

std::optional<Entry> Fields::scalar(std::string_view key) {
    auto entry = find(key);
    if (!entry || entry->value.is_scalar()) return entry;
    problems_.add(entry->value.place(), "wrong_type",
                  [&] { return fmt::format("`{}` of {} takes a single value, not a list or a map", key, what_); });
    return std::nullopt;
}

std::string Fields::text(std::string_view key) {
    const auto entry = scalar(key);
    if (!entry) return {};
    const std::string_view text = entry->value.text();
    if (const KeyRow* row = row_of(key); text.empty() && row && row->need == Need::required)
        problems_.add(entry->value.place(), "missing_key",
                      [&] { return fmt::format("`{}` of {} may not be empty", key, what_); });
    if (text.empty() || shows_something(text)) return std::string(text);
    problems_.add(entry->value.place(), "missing_key", [&] {
        return fmt::format(
            "`{}` of {} shows nothing: it is made of blanks or invisible characters; write something that "
            "can be read",
            key, what_);
    });
    return {};
}

std::vector<Node> Fields::items(std::string_view key) {
    std::vector<Node> result;
    const auto entry = find(key);
    if (!entry) return result;
    if (!entry->value.is_sequence()) {
        problems_.add(entry->value.place(), "wrong_type", [&] {
            return fmt::format("`{}` of {} takes a list: put its items in [ ] or on lines that begin with `- `", key,
                               what_);
        });
        return result;
    }
    for (const Node item : entry->value.items()) result.push_back(item);
    return result;
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> result;
    for (const Node item : items(key)) {
        if (item.is_scalar()) {
            result.emplace_back(item.text());
            continue;
        }
        problems_.add(item.place(), "wrong_type",
                      [&] { return fmt::format("`{}` of {} takes a list of texts", key, what_); });
    }
    return result;
}

std::optional<bool> Fields::yes_no(std::string_view key) {
    const auto entry = scalar(key);
    if (!entry) return std::nullopt;
    const auto value = parse_yes_no(entry->value.text());
    if (!value)
        problems_.add(entry->value.place(), "wrong_value", [&] {
            return fmt::format("`{}` of {} is yes or no, not {}", key, what_, quote(entry->value.text()));
        });
    return value;
}

std::optional<std::size_t> Fields::word(std::string_view key, std::span<const std::string_view> words) {
    const auto entry = scalar(key);
    if (!entry) return std::nullopt;
    const auto text = entry->value.text();
    const auto found = std::ranges::find(words, text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    problems_.add(entry->value.place(), "wrong_value", [&] {
        const auto meant = closest(text, words);
        if (meant) return fmt::format("`{}` of {} cannot be {}; did you mean `{}`?", key, what_, quote(text), *meant);
        return fmt::format("`{}` of {} is {}, not {}", key, what_, one_of(words), quote(text));
    });
    return std::nullopt;
}

std::optional<int> Fields::whole_number(std::string_view key) {
    const auto entry = scalar(key);
    if (!entry) return std::nullopt;
    const auto text = entry->value.text();
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= 0) return number;
    problems_.add(entry->value.place(), "wrong_value", [&] {
        return fmt::format("`{}` of {} is a whole number such as 3, not {}", key, what_, quote(text));
    });
    return std::nullopt;
}

void Fields::finish() {
    for (const KeyRow& row : keys_) add_known(row.name);
    for (const Entry& entry : map_.entries())
        if (std::ranges::find(known_, entry.key) == known_.end())
            add_unknown_key(problems_, entry.key_place, entry.key, what_, known_);
}

void Fields::finish_but_own_keys() {
    for (const KeyRow& row : keys_) add_known(row.name);
    for (const Entry& entry : map_.entries())
        if (entry.key.starts_with("x-")) known_.push_back(entry.key);
    finish();
}

}  // namespace hipaa::yaml
