// Ids of checklists, notes and checks, those of earlier versions too, and the versions that this program cannot read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// True for small letters and digits in parts joined by `-`: what a checklist, note, check or the like may be called.
bool is_id(std::string_view text);
/// The same as a regular expression.
inline constexpr std::string_view id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// An old full id, `spruce/paid-plan/paid`, of a note or, if `check` is not null, of its check.
struct FormerId {
    std::string id;
    const Note* note;
    const Check* check;
    /// What to write; `id` itself where it names the checklist that is extended, and still counts there.
    std::string now;
};

/// Every full id by which a note or check of `checklist` was known: an old name of the checklist, or the one that it
/// extends, an old name of the note or the check, with old or new names of the others.
std::vector<FormerId> former_ids(const Checklist& checklist);

/// Every full id by which the notes that `checklist` switches off, and their checks, are or were known.
std::vector<std::string> switched_off_ids(const Checklist& checklist);

/// The checklist that was called `id`, or null.
const Checklist* find_former_checklist(const Library& library, std::string_view id);

/// What to do about something that only a later version knows, as a clause.
std::string get_later_version();

}  // namespace hipaa
