// What became of one practice between two reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compare/compare.hpp"

namespace hipaa {

enum class PracticeState : std::uint8_t {
    both,    // it was compared
    fresh,   // only the newer side has it, or the older one could not read it
    gone,    // only the older side has it
    broken,  // its newer file has mistakes
};

struct PracticeChanges {
    std::string file;
    std::string name;
    std::string was_file;  // if it had another path before, else empty
    PracticeState state = PracticeState::both;
    std::string result;                // as the newer side has it, else the older one
    std::vector<Change> changes;       // of one that was compared
    std::vector<RecordedPoint> open;   // of one that is new: what is open in it
    bool was_broken = false;           // its older file has mistakes
    std::vector<std::string> lacking;  // names of what its older checklists are about, and none is any more
    bool became_unchecked = false;     // no checklist applies to it any more, or to a new one
    bool is_judged = false;            // a checklist applies to it, or did
};

/// Either may be null, not both.
PracticeChanges compare_practices(const Side& old_side, const RecordedPractice* old, const Side& now_side,
                                  const RecordedPractice* now, const CurrentIds& ids);

/// Ids of checklists that would prove a cause, and are not at hand as a report had them.
struct LackedChecklists {
    std::set<std::string> own;      // of the user
    std::set<std::string> builtin;  // in another version of the program

    void add(const Change& change);
    LackedChecklists& operator+=(const LackedChecklists& more);
};

/// What all of them add up to.
struct ChangeTotals {
    std::size_t practices = 0;
    std::size_t fresh = 0;
    std::size_t repaired = 0;  // of which the older file has mistakes, and the newer one has none
    std::size_t gone = 0;
    std::size_t broken = 0;
    std::size_t unchecked = 0;
    std::size_t judged = 0;
    std::size_t lacking = 0;  // checklists
    std::size_t changed = 0;  // practices with a change
    LackedChecklists lacked;
    EnumMap<Direction, std::size_t> changes;  // that are not only of the checklist
    std::size_t of_checklist = 0;
    // The same, those of the checklist among them:
    std::size_t opened_in_all = 0;
    std::size_t closed_in_all = 0;
    Weight
        weight;  // of what opened or became worse by answers, decisions or time, and of what is open in a new practice

    void add(const PracticeChanges& practice);
};

}  // namespace hipaa
