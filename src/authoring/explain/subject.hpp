// What can be explained: everything in a checklist that has an id, and its questions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// A checklist, or one part of it: at most one of the pointers after `checklist` is set, and `note` beside `check`. The
/// facts about the practice are questions without a checklist.
struct Subject {
    const Checklist* checklist = nullptr;
    const Note* note = nullptr;
    const Check* check = nullptr;
    const Caveat* caveat = nullptr;
    const Contradiction* contradiction = nullptr;
    const Question* question = nullptr;
    const Deadline* deadline = nullptr;

    /// "checklist", "note", "check", "caveat", "contradiction", "question" or "deadline".
    std::string_view kind() const;
    /// Of a question its key in a practice file: `products.spruce.plan.tier`.
    std::string id() const;
};

/// Everything that has an id: each checklist before its parts, in the order of the file.
std::vector<Subject> subjects(const Library& library);

/// The facts about the practice, then the questions of each checklist.
std::vector<Subject> questions(const Library& library);

/// What a person may call `name`, in the order of the checklists; empty if nothing is called so. The first of these that
/// fits anything: an id (the product in it, as in `any-product@nuvo/agreement`, does not count); the key where the answers
/// of a checklist live (`security_rule`); an id of an earlier version; the number of a note, as `6`, `note 6` or
/// `spruce/6`; a word of an id (`baa`), where what belongs to a note that fits is not listed again, or else the last parts
/// of an id (`paid-tier/paid`), together with the key of a question, or its last parts (`sends.other`), also for a product
/// without a checklist of its own (`products.nuvo.agreement.status`), or else such a key of an earlier version. What fits
/// nothing is looked up in small letters.
std::vector<Subject> find_subjects(const Library& library, std::string_view name);

/// The sentence that refuses a name that fits nothing.
std::string unknown_subject(const Library& library, std::string_view id);

}  // namespace hipaa
