// What to write in place of an unknown key.
#include "practice/unknown_key.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "text/lookalike.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"
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

/// True if `key` can have this value: a group all of whose keys it knows, or an answer if it takes one.
bool can_hold(const Key& key, yaml::Node value) {
    if (value.is_map())
        return std::ranges::all_of(value.entries(), [&](const yaml::Entry& entry) { return key.child(entry.key); });
    return value.is_null() || !key.answers.empty() || !key.shorthand.empty();
}

void collect_paths(const Key& key, const yaml::Entry& entry, const std::string& path, std::vector<std::string>& paths) {
    for (const Key& child : key.children) {
        if (child.former) continue;
        const std::string here = path.empty() ? std::string(child.name) : fmt::format("{}.{}", path, child.name);
        if (child.name != entry.key) collect_paths(child, entry, here, paths);
        else if (can_hold(child, entry.value)) paths.push_back(here);
    }
}

/// The path below `key` of the only key that `entry` can be meant for; nothing if there are several.
std::optional<std::string> path_to(const Key& key, const yaml::Entry& entry) {
    std::vector<std::string> paths;
    collect_paths(key, entry, "", paths);
    return paths.size() == 1 ? std::optional(paths.front()) : std::nullopt;
}

std::string of(const KeyTrail& trail) {
    return trail.above ? fmt::format("`{}`", printable(trail.path())) : "the practice file";
}

Place moved(Place place, std::string_view before) {
    place.column += static_cast<std::uint32_t>(utf8::count(before));
    return place;
}

/// Lines of a report that were pasted one level too deep.
bool refuse_key_of_the_top(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail,
                           const KeyTree& keys) {
    const Key* top = trail.key == &keys.top ? nullptr : keys.top.child(entry.key);
    if (!top || top->children.empty() || !entry.value.is_map()) return false;
    problems.add(entry.key_place, "unknown_key", [&] {
        return fmt::format(
            "`{0}` begins at the left edge of the file; put what is under it into the `{0}` that is "
            "there, and delete this line",
            printable(entry.key));
    });
    return true;
}

}  // namespace

bool refuse_lookalike(yaml::Problems& problems, std::string_view text, Place place) {
    const auto found = find_lookalike(text);
    if (!found) return false;
    const std::string_view before = text.substr(0, found->at);
    const std::string_view after = text.substr(found->at + found->size);
    const std::string_view word = without_quotes(text);
    switch (found->of) {
        case Lookalike::Of::blank:
            problems.add(moved(place, before), "lookalike", [&] {
                return fmt::format(
                    "there is {} {} `{}`, which YAML takes for a letter; replace it with an ordinary space",
                    found->name, visible_part(after).empty() ? "after" : "before",
                    printable(visible_part(after).empty() ? visible_part(before) : visible_part(after)));
            });
            return true;
        case Lookalike::Of::quotation_mark:
            problems.add(moved(place, before), "lookalike", [&] {
                return fmt::format("there is {}, which YAML takes for a letter; write {} without it", found->name,
                                   yaml::quote(word));
            });
            return true;
        case Lookalike::Of::colon:
            problems.add(moved(place, before), "lookalike", [&] {
                return fmt::format(
                    "there is {}, which YAML takes for a letter; write an ordinary colon and a space: "
                    "`{}: {}`",
                    found->name, printable(visible_part(before)), printable(visible_part(after)));
            });
            return true;
    }
    return false;
}

void add_dotted_key(yaml::Problems& problems, const yaml::Entry& entry, std::string_view where) {
    problems.add(entry.key_place, "dotted_key", [&] {
        return fmt::format("{} is written with one key inside the other{}: {}", yaml::quote(entry.key), where,
                           nested_form(entry.key, entry.value));
    });
}

void add_unknown_practice_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail,
                              const KeyTree& keys) {
    // What it was meant to be takes a while to find out.
    if (!problems.has_room_for(entry.key_place)) return problems.add_hidden(1);
    if (refuse_lookalike(problems, entry.key, entry.key_place) || refuse_key_of_the_top(problems, entry, trail, keys))
        return;
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
    const auto elsewhere = closest(name, known) ? std::nullopt : path_to(*scope, entry);
    if (!elsewhere) return yaml::add_unknown_key(problems, entry.key_place, name, of(trail), known);
    problems.add(entry.key_place, "unknown_key", [&] {
        return fmt::format("{} is not a key of {}; it belongs at {}", yaml::quote(name), of(trail),
                           nested_form(*elsewhere, entry.value));
    });
}

}  // namespace hipaa
