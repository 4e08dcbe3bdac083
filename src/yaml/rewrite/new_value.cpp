// Writing values as YAML.
#include "yaml/rewrite/new_value.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"
#include "yaml/scan.hpp"

namespace hipaa::yaml {
namespace {

bool has_unprintable(std::string_view text) {
    while (!text.empty()) {
        const char32_t code_point = utf8::take(text);
        if (code_point == utf8::malformed || is_unprintable(code_point)) return true;
    }
    return false;
}

/// True for text that is understood as it stands wherever a value may be, by every reader of YAML.
bool is_plain(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
    if (null_word(text) == text || text == "<<" || has_unprintable(text)) return false;
    if (std::string_view("#&*!|>'\"%@`=~").find(text.front()) != text.npos) return false;
    if (text.front() == '-' && (text.size() == 1 || !is_letter_or_digit(text[1]))) return false;
    return text.find_first_of(",[]{}?") == text.npos && text.find(": ") == text.npos && text.find(" #") == text.npos &&
           text.front() != ':' && !text.starts_with("...");
}

/// A number, a time, a date: what begins like one and has no word behind it.
bool is_like_number(std::string_view text) {
    const std::size_t digits = text.find_first_not_of("+-.");
    if (digits == text.npos || (!is_digit(text[digits]) && digits == 0)) return false;
    return text.find(' ') == text.npos || std::ranges::none_of(text, is_letter);
}

std::string in_double_quotes(std::string_view text) {
    std::string quoted = "\"";
    while (!text.empty()) {
        const std::string_view rest = text;
        const char32_t code_point = utf8::take(text);
        if (code_point == U'\n') quoted += "\\n";
        else if (code_point == U'\t') quoted += "\\t";
        else if (code_point == utf8::malformed) quoted += "\\uFFFD";
        else if (is_unprintable(code_point)) quoted += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(code_point));
        else {
            if (code_point == U'"' || code_point == U'\\') quoted += '\\';
            quoted += rest.substr(0, rest.size() - text.size());
        }
    }
    return quoted + '"';
}

std::string in_single_quotes(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
    return quoted + "'";
}

std::string scalar_text(const NewValue& scalar, char quote) {
    const std::string_view text = scalar.text;
    if (quote == '\'' && !has_unprintable(text)) return in_single_quotes(text);
    const bool is_taken_for_other = scalar.prose && (is_like_number(text) || parse_yes_no(text));
    return quote != '\0' || is_taken_for_other || !is_plain(text) ? in_double_quotes(text) : std::string(text);
}

}  // namespace

NewValue new_word(std::string_view word) { return {Kind::scalar, std::string(word), false, {}, {}}; }
NewValue new_prose(std::string_view text) { return {Kind::scalar, std::string(text), true, {}, {}}; }
NewValue new_list(std::vector<NewValue> items) { return {Kind::sequence, {}, false, {}, std::move(items)}; }
NewValue new_map() { return {Kind::map, {}, false, {}, {}}; }

NewValue new_map(std::string_view key, NewValue value) {
    NewValue map = new_map();
    map.keys.emplace_back(key);
    map.children.push_back(std::move(value));
    return map;
}

std::string key_text(std::string_view key) {
    const bool is_plain_key =
        !key.empty() && key[0] != '-' && null_word(key).empty() &&
        std::ranges::all_of(key, [](char c) { return is_letter_or_digit(c) || c == '_' || c == '-'; });
    return is_plain_key ? std::string(key) : in_double_quotes(key);
}

std::string line_text(const NewValue& value, char quote) {
    if (value.kind != Kind::map && value.kind != Kind::sequence) return scalar_text(value, quote);
    const bool is_map = value.kind == Kind::map;
    std::string text(1, is_map ? '{' : '[');
    for (std::size_t i = 0; i < value.children.size(); ++i) {
        if (i > 0) text += ", ";
        if (is_map) text += key_text(value.keys[i]) + ": ";
        text += line_text(value.children[i]);
    }
    return text += is_map ? '}' : ']';
}

bool takes_lines(const NewValue& value) {
    if (value.kind == Kind::map) return !value.children.empty();
    return value.kind == Kind::sequence &&
           std::ranges::any_of(value.children, [](const NewValue& item) { return item.kind == Kind::map; });
}

std::string lines_text(const NewValue& collection, std::size_t column, std::size_t step) {
    const std::string line_break = "\n" + std::string(column, ' ');
    std::string text;
    for (std::size_t i = 0; i < collection.children.size(); ++i) {
        const NewValue& child = collection.children[i];
        if (i > 0) text += line_break;
        if (collection.kind == Kind::sequence) {
            text += "- " + (takes_lines(child) ? lines_text(child, column + 2, step) : line_text(child));
            continue;
        }
        text += key_text(collection.keys[i]) + ":";
        if (takes_lines(child)) text += line_break + std::string(step, ' ') + lines_text(child, column + step, step);
        else text += " " + line_text(child);
    }
    return text;
}

bool says(Node node, const NewValue& value) {
    if (node.kind() != value.kind) return false;
    if (node.is_scalar()) return node.text() == value.text;
    if (node.size() != value.children.size()) return false;
    std::size_t i = 0;
    for (const Node item : node.items())
        if (!says(item, value.children[i++])) return false;
    for (const Entry& entry : node.entries()) {
        if (entry.key != value.keys[i] || !says(entry.value, value.children[i])) return false;
        ++i;
    }
    return true;
}

}  // namespace hipaa::yaml
