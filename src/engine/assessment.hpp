// What an assessment found: data only. It refers to the library and the practice that it was made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/evaluate.hpp"
#include "engine/remark.hpp"
#include "text/enums.hpp"

namespace hipaa {

/// From best to worst, so that the result of a whole is the greatest of its parts.
enum class Result : std::uint8_t { not_applicable, pass, accepted, attention, unknown, fail };

/// The result of an applicable check that is not met.
inline constexpr EnumMap<Otherwise, Result> unmet({Result::fail, Result::attention, Result::unknown});

/// How many notes have each result.
struct Counts : EnumMap<Result, std::size_t> {
    Counts& operator+=(const Counts& other);
};

/// What made a check's result what it is.
enum class Cause : std::uint8_t {
    requirement,    // the requirement is met, not met, or undecided
    when,           // a `when` is false or undecided
    stale,          // the answers are too old, or nobody said how old they are
    contradiction,  // the answers contradict each other
};

struct CheckResult {
    const Check* check = nullptr;
    Result result = Result::not_applicable;
    Cause cause = Cause::requirement;
    std::vector<Evidence> evidence;  // the smallest set of answers that decides the result, in the order of the file
    std::vector<std::string> shortfalls;           // of one that is not met; see `shortfalls_of`
    const Decision* decision = nullptr;            // that made it `accepted`
    const Contradiction* contradiction = nullptr;  // that made it `unknown`
    const CheckCase* check_case = nullptr;  // the way in which the requirement is not met, if there is one to tell

    /// What is wrong if the check is not met.
    Text message() const { return check_case ? check_case->message : check->message; }
    /// What to do about that.
    Text fix() const { return has_own_fix() ? check_case->fix : check->fix; }
    /// The same without what is said of everything addressable.
    Text own_fix() const { return has_own_fix() ? check_case->fix : check->own_fix; }

private:
    bool has_own_fix() const { return check_case && !check_case->fix.empty(); }
};

struct NoteResult {
    const Note* note = nullptr;
    Result result = Result::not_applicable;
    std::vector<CheckResult> checks;
};

struct CaveatResult {
    const Caveat* caveat = nullptr;
    Truth applies = Truth::yes;
    Result result = Result::not_applicable;  // of a deal-breaker: fail, unknown or not_applicable
    Cause cause = Cause::when;               // `when`, or of a deal-breaker `stale`
    std::vector<Evidence> evidence;
};

/// A contradiction that is true of the answers. It is an open point of its own: whatever it affects, the checklist and
/// the practice are at best `unknown`.
struct ContradictionResult {
    const Contradiction* contradiction = nullptr;
    std::vector<Evidence> evidence;
};

struct ChecklistResult {
    const Checklist* checklist = nullptr;
    const Sheet* sheet = nullptr;
    Result result = Result::not_applicable;
    Counts counts;
    std::vector<NoteResult> notes;
    std::vector<CaveatResult> caveats;
    std::vector<ContradictionResult> contradictions;
};

/// Why a day matters.
enum class DueKind : std::uint8_t { confirmation, decision, deadline, checklist_review };

/// Something that has to be done by a day.
struct Due {
    Date date;  // the last day for it
    DueKind kind = DueKind::deadline;
    std::string id;    // `confirmed_on`, or the id of what a decision accepts, of a deadline, of a checklist
    std::string text;  // what to do, in a sentence
    bool overdue = false;

    bool operator==(const Due&) const = default;
};

/// Answers of one sheet that count for nothing, and what keeps them from it.
struct IgnoredAnswers {
    const Sheet* sheet = nullptr;
    std::vector<std::size_t> questions;  // by index in the sheet's group
    std::vector<Evidence> because;
};

struct Assessment {
    bool checked = false;  // false: no checklist applied
    Result result = Result::not_applicable;
    Counts counts;
    std::vector<ChecklistResult> checklists;
    std::vector<NotChecked> not_checked;
    std::vector<Remark> remarks;
    std::vector<IgnoredAnswers> ignored;  // each has a remark, too; not read back from reports
    std::vector<Evidence> assumed;        // defaults that stand for keys that are not in the file
    bool hipaa_may_not_bind = false;      // the practice says that it is no covered entity
    bool stale = false;
    long age_in_days = 0;         // of the answers; 0 if nobody said when they were confirmed
    std::vector<Due> due;         // all that falls due, the earliest first; not read back from reports
    std::optional<Due> next_due;  // what falls due next
    std::vector<Due> overdue;     // deadlines, then decisions, then reviews of checklists; no confirmation of answers
};

/// False if the answers are stale because nobody has said when they were confirmed.
inline bool has_confirmation(const Assessment& assessment) { return !assessment.stale || assessment.age_in_days > 0; }

/// What the facts about the practice mean for all of it: how old the answers are, and whether HIPAA may not bind it.
void apply_facts(const Practice& practice, Date today, long max_age, Assessment& assessment);

/// The results and counts of notes, checklists and the whole, from those of the checks and caveats. Once.
void sum_up(Assessment& assessment);

}  // namespace hipaa
