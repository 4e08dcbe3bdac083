// What can be explained: everything in a checklist that has an id.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// A checklist, or one part of it: at most one of the pointers after `checklist` is set, and `note` beside `check`.
struct Subject {
    const Checklist* checklist = nullptr;
    const Note* note = nullptr;
    const Check* check = nullptr;
    const Caveat* caveat = nullptr;
    const Contradiction* contradiction = nullptr;

    /// "checklist", "note", "check", "caveat" or "contradiction".
    std::string_view kind() const;
    Text id() const;
};

/// Everything that has an id: each checklist before its parts, in the order of the file.
std::vector<Subject> subjects(const Library& library);

/// What `id` names, or named in an earlier version; the product in it, as in `any-product@zoom/agreement`, does not count.
std::optional<Subject> find_subject(const Library& library, std::string_view id);

/// The sentence that refuses an id that nothing has.
std::string unknown_subject(const Library& library, std::string_view id);

}  // namespace hipaa
