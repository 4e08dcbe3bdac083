// What has to be done first (`after`), in all checklists of a run together.
#pragma once

#include <span>

#include "checklist/checklist.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// A checklist that was read, and where its mistakes go.
struct ReadChecklist {
    Checklist* checklist;
    yaml::Problems* problems;
    std::size_t given;  // its turn among the files: of what cannot be true together, the later file has the mistake
};

/// Makes the ids under `after` full. One that names nothing is a mistake, and so is what would have to come before itself.
/// An id of a checklist that is not here stays as it is.
void resolve_prerequisites(std::span<const ReadChecklist> all);

}  // namespace hipaa
