// What to write in place of an unknown key.
#include "practice/unknown_key.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// `plan: {tier: basic}` for `plan.tier` and `basic`.
std::string nested_form(std::string_view path, yaml::Node value) {
    std::string text;
    std::size_t depth = 0;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        text += fmt::format("{}: {{", printable(path.substr(0, dot)));
        path.remove_prefix(dot + 1);
        ++depth;
    }
    constexpr std::size_t longest_shown = 40;
    const bool shown = value.is_scalar() && !value.text().empty() && value.text().size() <= longest_shown;
    text += fmt::format("{}: {}", printable(path), shown ? printable(value.text()) : "...");
    return text + std::string(depth, '}');
}

/// The path below `key` of the first key called `name`, or nothing.
std::optional<std::string> path_to(const Key& key, std::string_view name) {
    for (const Key& child : key.children) {
        if (child.former) continue;
        if (child.name == name) return child.name;
        if (const auto below = path_to(child, name)) return fmt::format("{}.{}", child.name, *below);
    }
    return std::nullopt;
}

std::string of(const KeyTrail& trail) {
    return trail.above ? fmt::format("`{}`", printable(trail.path())) : "the practice file";
}

}  // namespace

void add_dotted_key(yaml::Problems& problems, const yaml::Entry& entry, std::string_view where) {
    problems.add(entry.key_place, "dotted_key", [&] {
        return fmt::format("{} is written with one key inside the other{}: {}", yaml::quote(entry.key), where,
                           nested_form(entry.key, entry.value));
    });
}

void add_unknown_practice_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail,
                              const KeyTree& keys) {
    const std::string_view name = entry.key;
    const auto dotted = [&](const Key* from, std::string_view where) {
        if (!from || name.find('.') == std::string_view::npos || !from->at(name)) return false;
        add_dotted_key(problems, entry, where);
        return true;
    };
    const bool at_top = trail.key == &keys.top;
    if (dotted(trail.key, "") || dotted(trail.about, ", a level further up") ||
        dotted(&keys.top, at_top ? "" : ", at the top of the file"))
        return;
    if (at_top && name == "checklist") {
        problems.add(entry.key_place, "unknown_key",
                     "this is a checklist, not a practice file; give it with --rules, and check it with lint");
        return;
    }
    const auto known = trail.key->child_names();
    const Key* scope = trail.about ? trail.about : &keys.top;
    const auto elsewhere = closest(name, known) ? std::nullopt : path_to(*scope, name);
    if (!elsewhere) return yaml::add_unknown_key(problems, entry.key_place, name, of(trail), known);
    problems.add(entry.key_place, "unknown_key", [&] {
        return fmt::format("{} is not a key of {}; it belongs at {}", yaml::quote(name), of(trail),
                           nested_form(*elsewhere, entry.value));
    });
}

}  // namespace hipaa
