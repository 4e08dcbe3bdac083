// Telling practice files, checklists and other files apart.
#include "practice/file_kind.hpp"

#include <algorithm>

#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

bool is_key_line(std::string_view line, std::string_view key) {
    return line.starts_with(key) && line.substr(key.size()).starts_with(':');
}

/// True if a key of a practice file is in `map`, as it is or with a slip of the keyboard in it, or at the start of a
/// path that is written as one key (`products.spruce`).
bool has_key_of(yaml::Node map, const Key& top) {
    const auto is_known = [&](const yaml::Entry& entry) { return top.child(entry.key) != nullptr; };
    const auto is_meant = [&](const yaml::Entry& entry) {
        const std::string_view name = std::string_view(entry.key).substr(0, entry.key.find('.'));
        return std::ranges::any_of(top.children, [&](const Key& key) { return is_slip_of(name, key.name); });
    };
    return std::ranges::any_of(map.entries(), is_known) || std::ranges::any_of(map.entries(), is_meant);
}

/// True if it begins as JSON that hipaa-check writes. The text may be no JSON.
bool begins_as_report(std::string_view text) {
    if (text.starts_with(utf8::byte_order_mark)) text.remove_prefix(utf8::byte_order_mark.size());
    for (const std::string_view token : {"{", "\"format\"", ":", "\"hipaa-check/"}) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        if (!text.starts_with(token)) return false;
        text.remove_prefix(token.size());
    }
    return true;
}

}  // namespace

bool begins_as_checklist(std::string_view text) {
    if (text.starts_with(utf8::byte_order_mark)) text.remove_prefix(utf8::byte_order_mark.size());
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        const bool passed_over =
            line.find_first_not_of(" \t\r") == line.npos || line.starts_with('#') || line.starts_with("---");
        if (!passed_over) return is_key_line(line, "checklist");
    }
    return false;
}

bool has_line_of(std::string_view key, std::string_view text) {
    while (!text.empty())
        if (is_key_line(take_line(text), key)) return true;
    return false;
}

bool is_meant_as_practice(yaml::Node root, const KeyTree& keys) {
    if (root.is_map()) return has_key_of(root, keys.top);
    return std::ranges::any_of(root.items(), [&](yaml::Node item) { return has_key_of(item, keys.top); });
}

bool refuse_other_kind(std::string_view text, const yaml::Document* document, const KeyTree& keys,
                       yaml::Problems& problems) {
    std::string_view what;
    if (begins_as_report(text))
        what =
            "this is what hipaa-check wrote, not a practice file; `hipaa-check diff` compares reports, and "
            "`hipaa-check merge` merges them";
    else if (begins_as_checklist(text) && document && !is_meant_as_practice(document->root(), keys))
        what = is_a_checklist;
    if (what.empty()) return false;
    problems = {};
    problems.add({}, no_practice, [&] { return std::string(what); });
    return true;
}

}  // namespace hipaa
