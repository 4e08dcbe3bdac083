// A practice as reports for machines see it: one list of all that was found, each with its words and its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/run.hpp"

namespace hipaa {

/// In the order in which they come up.
enum class FindingKind : std::uint8_t {
    mistake,          // in the file, so that nothing was checked
    more_mistakes,    // how many there are beside those
    nothing_checked,  // no checklist applies
    not_checked,      // a part of the file that no checklist judges
    caveat,           // a deal-breaker
    contradiction,    // answers that cannot all be true, which count as unknown
    check,
    remark,
    skipped,  // a file in a directory that is no practice file
    gone,     // a practice that the baseline had
    no_practice,
};

/// An answer that a finding goes by.
struct EvidenceText {
    std::string key;   // as in the file, dotted from its top
    std::string text;  // "`plan.tier` is free"
    Place place;
};

/// How much a finding asks for. Nothing that is in place, accepted or inapplicable asks for anything.
enum class Severity : std::uint8_t { none, note, warning, error };
std::string_view name_of(Severity severity);

/// All text is one line, and printable. The pointers are into the library and the assessment.
struct Finding {
    FindingKind kind = FindingKind::check;
    std::string id;     // `spruce/paid-tier/paid`; of what no checklist finds `hipaa-check/practice-file`, ...
    std::string title;  // of the note or caveat, or what it is in a word or two: "mistake"
    std::string_view result_name;  // of `result`; of what was not checked `error` or `not_checked`; none of a remark
    std::string statement;         // what is wrong, or what was found: a sentence or more, of a mistake or gap a clause
    Place place;                   // of the answer that decides most
    /// Of the answer that decides most, or of what was not checked; of a mistake or remark a word for its kind. May be
    /// empty.
    std::string key;
    Severity unmet = Severity::error;  // how much it asks for if it is not met and nobody accepted that

    // What follows is set of what a checklist finds.
    const ChecklistResult* origin = nullptr;
    std::string note_id;  // of a check: `spruce/paid-tier`
    Result result = Result::not_applicable;
    Basis basis = Basis::recommendation;
    std::string basis_label;  // "legal duty", with a warning where the practice says that HIPAA does not bind it
    std::string reason;       // the answers it goes by, as a clause; empty if the statement names them
    std::string note_reason;  // of a check whose note does not apply: the answers that the note goes by
    std::string fix;          // what to do; empty if there is nothing to do
    std::vector<EvidenceText> evidence;
    const Decision* decision = nullptr;  // that accepts it
    const Note* note = nullptr;          // of a check
    const Check* check = nullptr;        // these three: the one that is meant
    const Caveat* caveat = nullptr;
    const Contradiction* contradiction = nullptr;
    const BaselineMark* baseline = nullptr;  // null if it is not open, or is held against no earlier report
    std::string baseline_words;              // "known on 2026-08-01"; empty without one

    bool open() const { return result >= Result::attention; }
    /// True if a run at this level fails because of it.
    bool counts_for(FailOn level) const {
        return (!baseline || baseline->counts()) &&
               hipaa::counts_for(level, result, kind == FindingKind::check && is_duty(basis));
    }
    Severity severity() const;
    /// All of it on one line: "Needs action (legal duty): ... Answers: ... To do: ..."
    std::string sentence() const;
};

struct PracticeFindings {
    std::string path;  // of its file, as the user gave it: any bytes
    std::string file;  // the same, printable
    std::string name;  // of the practice; may be empty
    std::vector<PracticeLabel> labels;
    std::string result;
    const Assessment* assessment = nullptr;  // null if there are mistakes
    std::size_t mistakes = 0;                // also those that are not listed
    std::vector<Finding> findings;

    /// The findings of each checklist: its deal-breakers, contradictions and checks, in this order.
    std::vector<std::span<const Finding>> by_checklist() const;
};

PracticeFindings find(const PracticeReport& report, const Run& run);
PracticeFindings find(const SkippedFile& file);
/// Of the file of a practice that the baseline of the run had, and the run has not.
PracticeFindings find_gone(const std::string& file, const Run& run);
/// Of a run without any practice file, which is no file's.
PracticeFindings find_no_practice();
/// The same for programs that know the files of a repository by their paths in it: an absolute path below the current
/// directory is relative to that.
PracticeFindings in_repository(PracticeFindings findings, const Run& run);

/// `spruce`, of a generic checklist with its product.
std::string checklist_id(const ChecklistResult& checklist);

/// The review that it comes from: `"Title", by Author: https://... (reviewed on 2026-09-14)`; empty if there is none.
std::string review_of(const ChecklistResult& checklist);

/// `text` well-formed, printable, on one line and without space around it.
std::string one_line(std::string_view text);

}  // namespace hipaa
