// What an earlier report had open already, as a run that is held against it shows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/date.hpp"

namespace hipaa {

/// The earlier report.
struct BaselineOrigin {
    std::string file;
    Date as_of;
    std::string digest;  // SHA-256; may be empty
};

/// How something that is open stands to the earlier report.
struct BaselineMark {
    enum class State : std::uint8_t { fresh, known, worse };
    State state = State::fresh;
    bool of_checklist = false;  // only a changed checklist makes it new or worse

    /// True if it counts for the exit status.
    bool counts() const { return state != State::known && !of_checklist; }
};

/// What reports for programs call it: `new`, `known`, `worse`.
std::string_view name_of(BaselineMark::State state);
/// "new since 2026-08-01", "known on 2026-08-01", "worse than on 2026-08-01".
std::string in_words(const BaselineMark& mark, const BaselineOrigin& origin);

/// One practice, held against the earlier report.
struct BaselineMarks {
    bool had_practice = false;
    bool had_mistakes = false;  // it was there, and its file had mistakes, so that it was not checked
    std::map<std::string, BaselineMark, std::less<>> open;  // by the ids of what is open, as reports show them
    std::size_t closed = 0;                                 // what was open then, and is not any more
    std::vector<std::string> lacking;                       // ids of checklists that the earlier report had for it

    const BaselineMark* find(std::string_view id) const {
        const auto found = open.find(id);
        return found == open.end() ? nullptr : &found->second;
    }
    std::size_t count(bool (*holds)(const BaselineMark& mark)) const {
        std::size_t number = 0;
        for (const auto& [id, mark] : open) number += holds(mark);
        return number;
    }
};

}  // namespace hipaa
