// What to ask next: the open questions that can still change a result, in the order in which to ask them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assess.hpp"
#include "engine/interview/item_field.hpp"

namespace hipaa {

/// Something whose result an answer decides.
struct Stake {
    enum class Kind : std::uint8_t {
        checklist,  // whether it applies
        note,       // whether it applies
        check,
        caveat,  // a deal-breaker
    };
    Kind kind = Kind::check;
    const Sheet* sheet = nullptr;  // whose checklist it is part of
    const Note* note = nullptr;    // of a note, and of a check
    const Check* check = nullptr;
    const Caveat* caveat = nullptr;
    const Checklist* checklist = nullptr;  // of a checklist; there for as long as the library is

    /// As reports show it: `spruce/paid-tier/paid`, `any-product@nuvo/agreement`.
    std::string id() const;
    bool operator==(const Stake&) const = default;
};

struct OpenQuestion {
    const Sheet* sheet = nullptr;         // where it is answered
    std::size_t index = 0;                // in the sheet's group
    std::vector<ItemField> missing;       // of a list that is answered: what its items leave open, in order; else empty
    std::vector<std::size_t> fields;      // of a list without an answer: those of its items that what it decides reads
    std::vector<Stake> stakes;            // what it decides, in the checklists' order
    Basis basis = Basis::recommendation;  // the strictest of what it decides
    std::size_t waiting = 0;              // how many checks and deal-breakers that it decides are unknown now
    std::size_t group = 0;                // counted from 0: questions that belong together have the same
    bool may_fall_away = false;           // see `open_questions`
    std::vector<std::size_t> rivals;      // the same for those of its own group: their indexes

    const Question& question() const { return sheet->group->questions[index]; }
    std::string key() const { return sheet->path_of(question().key); }
    /// It decides whether a checklist or a note applies.
    bool decides_applicability() const;
};

struct OpenQuestions {
    std::vector<OpenQuestion> questions;  // in the order in which to ask them
    std::size_t left_out = 0;             // open ones that cannot change a result, whatever the answers to the others
};

/// A question is open while it has no answer of its own: one with a default is asked, too. It is in the list if, for some
/// answers to the others, its answer changes the result of a check or of a deal-breaking caveat; contradictions and
/// decisions aside. First come questions that decide whether something applies, then those with the strictest basis,
/// then those for which the most waits, then the checklists' order; questions of one checklist whose keys have the first
/// part in common stay together. Whether old answers still count makes no difference.
///
/// `last_answered` is the full key of the question that was asked before, if any: the rest of its group goes on first. But
/// what an answer to a question outside of the group may make needless (`may_fall_away`) has to wait for its turn. `rivals`
/// is there for questions of that group, too.
OpenQuestions open_questions(const Library& library, const Practice& practice, const AssessmentSettings& settings,
                             std::string_view last_answered = {});

}  // namespace hipaa
