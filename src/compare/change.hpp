// What is different between two reports on a practice: data only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/json/recorded_practice.hpp"

namespace hipaa {

/// Open are `fail`, `unknown` and `attention`.
constexpr bool is_open(Result result) {
    return result == Result::fail || result == Result::unknown || result == Result::attention;
}

enum class Direction : std::uint8_t {
    opened,  // from not open to open
    worse,   // from open to worse
    better,  // from open to better, and still open
    closed,  // from open to not open
    same,    // from not open to not open
};

/// What can make a difference.
enum class ChangeCause : std::uint8_t { answers, decisions, checklist, time };

/// An answer that was changed. The values are JSON on one line; empty where there is none. One that the file does not give
/// is what was assumed for it.
struct AnswerChange {
    std::string key;
    std::string old;
    std::string now;
    bool old_is_assumed = false;
    bool now_is_assumed = false;
};

/// `--max-age` of the two sides, in days; 0: no limit.
struct AgeLimitChange {
    long old = 0;
    long now = 0;
};

/// A point whose result differs.
struct Change {
    RecordedPoint point;          // as the newer report has it, else as the older one had it
    RecordedChecklist checklist;  // that it is part of
    std::optional<Result> from;   // nothing where it was not there
    std::optional<Result> to;
    Direction direction = Direction::same;
    std::vector<std::string> read;      // keys of the answers that decide it, then and now
    std::vector<ChangeCause> causes;    // the smallest set that makes the difference; if not proven, that may make it
    bool proven = true;                 // by running the engine with the checklists of both sides, or with no need to
    std::vector<AnswerChange> answers;  // those that matter, where `answers` is a cause; if not proven, that may matter
    std::string lacks_checklist;        // the id of the one that would prove it, if it is not at hand as it was
    bool lacks_builtin = false;         // that one was built into another version of the program
    bool time_passed = true;            // where `time` is a cause: false if only the setting differs
    std::optional<AgeLimitChange> age_limit;  // where `time` is a cause, and this setting is part of it

    /// True if nothing but another checklist makes the difference.
    bool is_of_checklist() const { return causes.size() == 1 && causes.front() == ChangeCause::checklist; }
    /// True if it is the practice's own doing, or that of time, that something is open, or open for a worse reason.
    bool counts() const {
        return (direction == Direction::opened || direction == Direction::worse) && !is_of_checklist();
    }
};

Direction direction_of(std::optional<Result> from, std::optional<Result> to);

}  // namespace hipaa
