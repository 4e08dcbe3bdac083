// What to write in place of an unknown key.
#include "practice/unknown_key.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "practice/file_kind.hpp"
#include "text/lookalike.hpp"
#include "text/loose_name.hpp"
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

/// `path` as it is called below `from`; unless it has to be `exact`, with the nearest key for each part that is none.
std::optional<std::string> path_below(const Key& from, std::string_view path, bool exact) {
    if (exact) return from.at(path) ? std::optional<std::string>(path) : std::nullopt;
    std::string meant;
    for (const Key* key = &from; key;) {
        const auto dot = path.find('.');
        const std::string_view part = path.substr(0, dot);
        const auto name = key->child(part) ? std::optional(part) : closest_name(part, key->child_names());
        if (!name) break;
        meant += *name;
        if (dot == std::string_view::npos) return meant;
        meant += '.';
        key = key->child(*name);
        path.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

struct DottedKey {
    std::string path;
    std::string_view where;
};

constexpr std::string_view belongs_at = ", and belongs at";

/// `gmail` of `products.gmail.in_use` and `gmail.in_use`, where products are or the file begins; else empty.
std::string_view product_in(std::string_view name, const KeyTrail& trail, const KeyTree& keys) {
    const bool at_top = trail.key == &keys.top;
    if (!at_top && trail.key != keys.top.child(products_key)) return {};
    if (const std::string begin = fmt::format("{}.", products_key); at_top && name.starts_with(begin))
        name.remove_prefix(begin.size());
    return name.substr(0, name.find('.'));
}

/// Looks for a dotted key that has lost its beginning, at the top of the file or right below `products`.
class BeginningSearch {
public:
    BeginningSearch(const KeyTree& keys, bool at_top, bool exact)
        : keys_(keys), products_(*keys.top.child(products_key)), at_top_(at_top), exact_(exact) {}

    std::optional<DottedKey> find(std::string_view name) const {
        if (auto found = with_product(name)) return found;
        if (at_top_)
            for (const Key& part : keys_.top.children)
                if (const auto path = &part == &products_ ? std::nullopt : path_below(part, name, exact_))
                    return DottedKey{fmt::format("{}.{}", part.name, *path), belongs_at};
        return without_product(name);
    }

private:
    /// `products.nuvo.in_use`, `spruce.plan.tier`.
    std::optional<DottedKey> with_product(std::string_view name) const {
        std::string_view path = name;
        if (const std::string begin = fmt::format("{}.", products_key); at_top_ && path.starts_with(begin))
            path.remove_prefix(begin.size());
        const std::string_view where = at_top_ && path.size() == name.size() ? belongs_at : "";
        const auto dot = path.find('.');
        if (dot == std::string_view::npos) return std::nullopt;
        std::string_view product = path.substr(0, dot);
        const Text* called = keys_.product_called(product);
        const auto near = called ? std::nullopt : closest_name(product, products_.child_names());
        if ((called && *called != product) || near) {
            if (exact_) return std::nullopt;
            product = called ? std::string_view(*called) : *near;
        }
        if (!shows_something(product)) return std::nullopt;
        const Key* known = products_.child(product);
        const auto below = path_below(known ? *known : keys_.any_product, path.substr(dot + 1), exact_);
        if (!below) return std::nullopt;
        return DottedKey{from_here(fmt::format("{}.{}", product, *below)), where};
    }

    /// `plan.tier`.
    std::optional<DottedKey> without_product(std::string_view name) const {
        auto meant = path_below(keys_.any_product, name, exact_);
        std::string_view product;
        for (const Key& known : products_.children) {
            auto path = known.former ? std::nullopt : path_below(known, name, exact_);
            if (!path) continue;
            if (!meant) product = known.name;
            else product = {};
            meant = std::move(path);
        }
        if (!meant) return std::nullopt;
        if (product.empty()) return DottedKey{*meant, ", under its product"};
        return DottedKey{from_here(fmt::format("{}.{}", product, *meant)), belongs_at};
    }

    std::string from_here(const std::string& path) const {
        return at_top_ ? fmt::format("{}.{}", products_key, path) : path;
    }

    const KeyTree& keys_;
    const Key& products_;
    bool at_top_;
    bool exact_;
};

/// What the dotted `name` is meant for, seen from `trail`.
std::optional<DottedKey> find_dotted(std::string_view name, const KeyTrail& trail, const KeyTree& keys, bool exact) {
    if (auto path = path_below(*trail.key, name, exact)) return DottedKey{*path, ""};
    if (auto path = trail.about ? path_below(*trail.about, name, exact) : std::nullopt)
        return DottedKey{*path, ", a level further up"};
    const bool at_top = trail.key == &keys.top;
    if (auto path = at_top ? std::nullopt : path_below(keys.top, name, exact))
        return DottedKey{*path, ", at the top of the file"};
    // Of what is below `products` a part may be the name of a product.
    if (!at_top && (!exact || trail.key != keys.top.child(products_key))) return std::nullopt;
    return BeginningSearch(keys, at_top, exact).find(name);
}

std::string of(const KeyTrail& trail) {
    return trail.above ? fmt::format("`{}`", printable(trail.path())) : "the practice file";
}

Place moved(Place place, std::string_view before) {
    place.column += static_cast<std::uint32_t>(utf8::count(before));
    return place;
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

bool refuse_key_of_file(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail, const KeyTree& keys,
                        yaml::Node file) {
    if (trail.key == &keys.top || !keys.top.child(entry.key)) return false;
    problems.add(entry.key_place, "unknown_key", [&] {
        const auto there = file.find(entry.key);
        const bool holds_something = entry.value.size() > 0;
        if (there && holds_something)
            return fmt::format(
                "`{0}` begins at the left edge of the file; put what is under it into the `{0}` that is there, and "
                "delete this line",
                entry.key);
        if (there)
            return fmt::format("`{}` is a key of the whole file, and is already on line {}; delete this one", entry.key,
                               there->key_place.line);
        return fmt::format("`{}` is a key of the whole file; move it to the left edge{}", entry.key,
                           holds_something ? ", with what is under it" : "");
    });
    return true;
}

bool refuse_other_name(yaml::Problems& problems, std::string_view name, Place place, const KeyTree& keys) {
    const std::span<const KnownProduct> products = keys.products_called(name);
    if (products.empty() || (products.size() == 1 && products.front().key == name)) return false;
    problems.add(place, "unknown_key", [&] {
        const std::string_view key = products.front().key;
        if (products.size() > 1)
            return fmt::format("{} can be more than one product; write {}", yaml::quote(name),
                               one_of_products(products));
        return loose_name(name) == loose_name(key)
                   ? fmt::format("{} is not a product that a checklist knows; did you mean `{}`?", yaml::quote(name),
                                 key)
                   : fmt::format("{} is another name of the product `{}`; write `{}`", yaml::quote(name), key, key);
    });
    return true;
}

bool refuse_dotted_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail, const KeyTree& keys) {
    const std::string_view name = entry.key;
    if (name.find('.') == std::string_view::npos) return false;
    if (const auto product = product_in(name, trail, keys); keys.products_called(product).size() > 1)
        return refuse_other_name(problems, product, entry.key_place, keys);
    if (const auto found = find_dotted(name, trail, keys, true)) {
        problems.add(entry.key_place, "dotted_key", [&] {
            return fmt::format("{} is written with one key inside the other{}{} {}", yaml::quote(name), found->where,
                               found->where == belongs_at ? "" : ":", nested_form(found->path, entry.value));
        });
        return true;
    }
    const auto near = find_dotted(name, trail, keys, false);
    if (!near) return false;
    problems.add(entry.key_place, "unknown_key", [&] {
        return fmt::format("{} is not a key of {}; did you mean `{}`{}?", yaml::quote(name), of(trail),
                           nested_form(near->path, entry.value), near->where == belongs_at ? "" : near->where);
    });
    return true;
}

void add_unknown_practice_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail,
                              const KeyTree& keys, yaml::Node file) {
    // What it was meant to be takes a while to find out.
    if (!problems.has_room_for(entry.key_place)) return problems.add_hidden(1);
    if (refuse_lookalike(problems, entry.key, entry.key_place) ||
        refuse_key_of_file(problems, entry, trail, keys, file) || refuse_dotted_key(problems, entry, trail, keys))
        return;
    const std::string_view name = entry.key;
    const bool at_top = trail.key == &keys.top;
    if (at_top && name == "checklist") {
        problems.add(entry.key_place, "unknown_key", [] { return std::string(is_a_checklist); });
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
