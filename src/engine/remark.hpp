// What the reader of a report should know, and what changes no result by itself.
#pragma once

#include <cstdint>
#include <string>

#include "text/place.hpp"

namespace hipaa {

/// What a remark is about, for programs that read reports.
enum class RemarkKind : std::uint8_t {
    answers_from_future,  // they were confirmed after the day that counts as today
    answers_ignored,      // they count for nothing because of another one
    checklist_due,        // from this day on the checklist itself is due for review
    checklist_replaced,   // an assessed checklist took the place of another one
    client_data,          // the file looks as if it had data of clients, which it does not need
    decision_broad,       // it accepts a note, and covers more than one open check of it
    decision_expired,     // its review is overdue, so it no longer counts
    decision_incomplete,  // it accepts a note, but does not cover all of the note's open checks
    decision_premature,   // it is dated in the future, so it does not count yet
    decision_refused,     // nobody may accept what it accepts, or not for so long
    decision_renamed,     // what it accepts has another id now
    decision_unused,      // nothing that it accepts needs it
    note_off,             // an assessed checklist leaves out a note of the one that it extends
    name_changed,         // a key or word that the file uses has another name now
    product_not_checked,  // no checklist judges the product; Assessment::not_checked has it, too
};

struct Remark {
    RemarkKind kind;
    std::string text;
    Place place;
};

}  // namespace hipaa
