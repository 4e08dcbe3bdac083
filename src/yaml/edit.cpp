// A changed copy of a document.
#include "yaml/edit.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "text/spelling.hpp"
#include "yaml/builder.hpp"
#include "yaml/fields.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {
namespace {

struct Draft {
    Kind kind = Kind::null;
    Place place;
    std::string_view text;
    bool quoted = false;
    struct Key {
        std::string_view text;
        Place place;
    };
    std::vector<Key> keys;  // of a map, by index of `children`
    std::vector<Draft> children;
};

Draft draft_of(Node node, std::optional<Place> stand_in) {
    Draft draft{node.kind(), stand_in.value_or(node.place()), node.text(), node.quoted(), {}, {}};
    for (const Node item : node.items()) draft.children.push_back(draft_of(item, stand_in));
    for (const Entry& entry : node.entries()) {
        draft.keys.push_back({entry.key, stand_in.value_or(entry.key_place)});
        draft.children.push_back(draft_of(entry.value, stand_in));
    }
    return draft;
}

std::optional<std::size_t> index_of(const Draft& map, std::string_view key) {
    for (std::size_t i = 0; i < map.keys.size(); ++i)
        if (map.keys[i].text == key) return i;
    return std::nullopt;
}

/// The value under `key`; made if it is not there.
Draft& child(Draft& parent, std::string_view key, Place place) {
    if (parent.kind != Kind::map) parent = Draft{Kind::map, place, {}, false, {}, {}};
    if (const auto index = index_of(parent, key)) return parent.children[*index];
    parent.keys.push_back({key, place});
    return parent.children.emplace_back(Draft{Kind::null, place, {}, false, {}, {}});
}

/// One part of a path: `people`, or `people[1]` and `people[as-01]` for an item of a list.
struct Step {
    explicit Step(std::string_view part) : key(part.substr(0, part.find('['))) {
        if (key.size() < part.size() && part.ends_with(']'))
            item = part.substr(key.size() + 1, part.size() - key.size() - 2);
        else key = part;
    }

    std::string_view key;
    std::optional<std::string_view> item;
};

/// The item of a list that is called by its number, from 1, or by its code.
std::optional<std::size_t> find_item(const Draft& list, std::string_view item) {
    for (std::size_t i = 0; list.kind == Kind::sequence && i < list.children.size(); ++i) {
        const std::vector<Draft>& fields = list.children[i].children;
        const auto has_code = [&](const Draft& field) {
            return field.kind == Kind::scalar && field.text == item && item.find('-') != item.npos;
        };
        if (item == fmt::format("{}", i + 1) || std::ranges::any_of(fields, has_code)) return i;
    }
    return std::nullopt;
}

void add_unknown_item(const Change& change, const Draft& list, Problems& problems) {
    problems.add(change.place, "unknown_item", [&] {
        return list.kind == Kind::sequence
                   ? fmt::format("{} names an item that is not there; the list has {}, counted from 1",
                                 quote(change.path), list.children.size())
                   : fmt::format("{} names an item of what is no list here", quote(change.path));
    });
}

void set(Draft& root, const Change& change, Problems& problems) {
    Draft* parent = &root;
    for (std::string_view path = change.path;;) {
        const auto dot = path.find('.');
        const Step step(path.substr(0, dot));
        Draft* value = &child(*parent, step.key, change.place);
        if (step.item) {
            const auto item = find_item(*value, *step.item);
            if (!item) return add_unknown_item(change, *value, problems);
            value = &value->children[*item];
        }
        if (dot == std::string_view::npos) {
            *value = draft_of(*change.value, std::nullopt);
            if (!step.item) parent->keys[*index_of(*parent, step.key)].place = change.place;
            return;
        }
        parent = value;
        path.remove_prefix(dot + 1);
    }
}

void erase(Draft& parent, std::size_t index) {
    const auto offset = static_cast<std::ptrdiff_t>(index);
    if (parent.kind == Kind::map) parent.keys.erase(parent.keys.begin() + offset);
    parent.children.erase(parent.children.begin() + offset);
}

void take_away(Draft& root, const Change& change, Problems& problems) {
    Draft* parent = &root;
    std::string_view path = change.path;
    while (true) {
        const auto dot = path.find('.');
        const Step step(path.substr(0, dot));
        auto index = index_of(*parent, step.key);
        if (!index) break;
        if (step.item) {
            parent = &parent->children[*index];
            index = find_item(*parent, *step.item);
            if (!index) return add_unknown_item(change, *parent, problems);
        }
        if (dot == std::string_view::npos) return erase(*parent, *index);
        parent = &parent->children[*index];
        path.remove_prefix(dot + 1);
    }
    problems.add(change.place, "unknown_key", [&] {
        std::vector<std::string_view> known;
        for (const Draft::Key& key : parent->keys) known.push_back(key.text);
        const std::string_view missing = Step(path.substr(0, path.find('.'))).key;
        const auto meant = closest(missing, known);
        return fmt::format("{} cannot be taken away, because it is not there{}", quote(change.path),
                           meant ? fmt::format("; did you mean `{}`?", *meant) : "");
    });
}

void build(const Draft& draft, Builder& builder) {
    switch (draft.kind) {
        case Kind::null:
            return builder.null(draft.place, draft.text);
        case Kind::scalar:
            return builder.scalar(draft.place, draft.text, draft.quoted);
        case Kind::sequence:
        case Kind::map:
            break;
    }
    builder.begin(draft.kind, draft.place);
    for (std::size_t i = 0; i < draft.children.size(); ++i) {
        if (draft.kind == Kind::map) builder.scalar(draft.keys[i].place, draft.keys[i].text, true);
        build(draft.children[i], builder);
    }
    builder.end();
}

}  // namespace

Document edited(Node base, std::optional<Place> stand_in, std::span<const Change> changes, const Source& source,
                Problems& problems) {
    Draft draft = draft_of(base, stand_in);
    for (const Change& change : changes) {
        if (change.value) set(draft, change, problems);
        else take_away(draft, change, problems);
    }
    auto tree = std::make_unique<Tree>(source);
    Builder builder(*tree, problems);
    build(draft, builder);
    if (builder.stopped()) {
        // The problem is noted; what is open has to be closed for the tree to have a root.
        tree->records.assign(1, Record{});
        tree->root = 0;
    }
    return Document(std::move(tree));
}

}  // namespace hipaa::yaml
