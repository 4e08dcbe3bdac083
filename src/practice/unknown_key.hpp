// Telling an owner what to write in place of a key that no checklist knows.
#pragma once

#include <string>
#include <string_view>

#include "practice/key_tree.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// Where reading stands in the tree of keys.
struct KeyTrail {
    const Key* key;
    const Key* about;  // the nearest key above (or here) where a checklist's answers begin; null above all of them
    std::string path;  // dotted

    KeyTrail below(const Key& child, std::string_view name) const {
        return {&child, child.abouts.empty() ? about : &child,
                path.empty() ? std::string(name) : path + "." + std::string(name)};
    }
};

/// Notes that `entry` is no key of `trail`: shows the nested form of a dotted key, names the nearest key, or where a
/// key of this name belongs.
void add_unknown_practice_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail,
                              const KeyTree& keys);

}  // namespace hipaa
