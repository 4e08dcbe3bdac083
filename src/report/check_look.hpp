// What the report on a check depends on, so that what was once written for it can be used again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "engine/assessment.hpp"

namespace hipaa {

/// All that a check's result shows, but for the places of its answers, and which date or number they are.
struct CheckLook {
    struct Answered {
        const Question* question = nullptr;
        std::uint32_t answer = 0;  // how far it is known, and which words it is
        friend bool operator==(const Answered&, const Answered&) = default;
    };

    const Check* check = nullptr;
    Result result = Result::not_applicable;
    Cause cause = Cause::requirement;
    bool hipaa_may_not_bind = false;
    std::array<Answered, 4> evidence;

    friend bool operator==(const CheckLook&, const CheckLook&) = default;
};

struct CheckLookHash {
    std::size_t operator()(const CheckLook& look) const;
};

/// True if the item is one of the sheet's own questions, or a fact, rather than part of a list or of another checklist.
bool is_own_question(const Evidence& item, const Sheet& sheet);

/// A date, or a number that is whole and not large, for which looks leave a gap; else null.
const Scalar* gap_in_look(const Answer& answer);

/// Nothing for what is seldom the same twice: with texts and lists of records among the answers, with a decision, or with
/// more than four answers; and for what depends on more, such as on a product or on how old the answers are.
std::optional<CheckLook> look_of(const CheckResult& result, const Sheet& sheet, const Assessment& assessment);

}  // namespace hipaa
