// A changed copy of a document: keys set and taken away, everything else with the places it had.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "yaml/document.hpp"

namespace hipaa::yaml {

/// Sets the key at the end of a dotted path, making the maps on the way, or takes it away.
struct Change {
    std::string_view path;      // its parts become keys; `people[1]` or `people[as-01]` is an item of a list
    Place place;                // of the keys that it makes
    std::optional<Node> value;  // nothing: take the key away
};

/// `base` with `changes` made in their order. The new document has the name and text of `source`, so that mistakes show
/// its lines; `stand_in` replaces the places of `base` where that comes from another file. All texts must outlive the
/// result. A key to take away that is not there is a problem at the place of its change.
Document edited(Node base, std::optional<Place> stand_in, std::span<const Change> changes, const Source& source,
                Problems& problems);

}  // namespace hipaa::yaml
