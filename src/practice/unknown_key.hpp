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
    const KeyTrail* above = nullptr;  // null at the top of the file
    std::string_view name = {};       // of the key as the file has it

    /// The trail of a key here, valid as long as this one.
    KeyTrail below(const Key& child, std::string_view child_name) const {
        return {&child, child.abouts.empty() ? about : &child, this, child_name};
    }

    /// Dotted, from the top of the file.
    std::string path() const { return above ? above->path_of(name) : std::string(); }
    std::string path_of(std::string_view child_name) const {
        const std::string here = path();
        return here.empty() ? std::string(child_name) : here + "." + std::string(child_name);
    }
};

/// Notes the first character in `text`, at `place`, that looks like a blank, a quotation mark or a colon and is none to
/// YAML. False if there is none.
bool refuse_lookalike(yaml::Problems& problems, std::string_view text, Place place);

/// Notes that a key below `products`, at `place`, is another name of one product that a checklist knows, or of several.
/// False if it is none, or the key of that product.
bool refuse_other_name(yaml::Problems& problems, std::string_view name, Place place, const KeyTree& keys);

/// Notes that `entry`, which is no key of `trail`, has a key of the whole file, whose root is `file`: one indentation too
/// many, or lines that were pasted too deep. False if it has none.
bool refuse_key_of_file(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail, const KeyTree& keys,
                        yaml::Node file);

/// Notes that the key of `entry` is a path, and shows the nested form of what it is meant for. False if it has no dot, or
/// is near to no key.
bool refuse_dotted_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail, const KeyTree& keys);

/// Notes that `entry` is no key of `trail`: shows the nested form of a dotted key, names the nearest key, or where a
/// key of this name belongs in the file, whose root is `file`.
void add_unknown_practice_key(yaml::Problems& problems, const yaml::Entry& entry, const KeyTrail& trail,
                              const KeyTree& keys, yaml::Node file);

}  // namespace hipaa
