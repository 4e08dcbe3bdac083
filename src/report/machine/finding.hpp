// A practice as reports for machines see it: a flat list of what was found, each with its words and its place. It keeps
// what it needs of the practice, so that a report can be written when the practice is gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/run.hpp"

namespace hipaa {

/// An answer that a finding goes by.
struct EvidenceText {
    std::string key;   // as in the file, dotted from its top
    std::string text;  // "`plan.tier` is free"
    Place place;
};

/// How much a finding asks for. Nothing that is in place, accepted or inapplicable asks for anything.
enum class Severity : std::uint8_t { none, note, warning, error };

/// One check, one deal-breaker, or answers that contradict each other (which count as unknown). All text is one line,
/// and printable. The pointers are into the library.
struct Finding {
    std::string id;       // `spruce/paid-tier/paid`
    std::string note_id;  // of a check: `spruce/paid-tier`; else empty
    std::string title;    // of the note or caveat
    Result result = Result::not_applicable;
    Basis basis = Basis::recommendation;
    std::string basis_label;  // "legal duty", with a warning where the practice says that HIPAA does not bind it
    std::string statement;    // what is wrong, or what was found, in a sentence or more
    std::string reason;       // the answers it goes by, as a clause; empty if the statement names them
    std::string fix;          // what to do; empty if there is nothing to do
    std::vector<EvidenceText> evidence;
    Place place;                       // of the answer that decides most
    std::string key;                   // and its key; empty if the finding goes by no answer
    Severity unmet = Severity::error;  // how much it asks for if it is not met and nobody accepted that
    std::optional<Decision> decision;
    const Checklist* checklist = nullptr;
    const Note* note = nullptr;    // of a check
    const Check* check = nullptr;  // these three: one of them is set
    const Caveat* caveat = nullptr;
    const Contradiction* contradiction = nullptr;

    bool open() const { return result >= Result::attention; }
    /// True if a run at this level fails because of it.
    bool counts_for(FailOn level) const { return hipaa::counts_for(level, result, check && is_duty(basis)); }
    Severity severity() const;
    /// All of it on one line: "Needs action (legal duty): ... Answers: ... To do: ..."
    std::string sentence() const;
};

struct ChecklistFindings {
    std::string id;
    const Checklist* checklist = nullptr;
    Result result = Result::not_applicable;
    Counts counts;
    std::vector<Finding> findings;  // deal-breakers, contradictions, then the checks in the order of the checklist
};

struct Mistake {
    Place place;
    std::string kind;
    std::string message;
};

struct PracticeFindings {
    std::string path;  // of its file, as the user gave it: any bytes
    std::string file;  // the same, printable
    std::string name;  // of the practice; may be empty
    std::string result;
    bool checked = false;
    Counts counts;
    std::vector<Mistake> mistakes;
    std::size_t more_mistakes = 0;
    std::vector<NotChecked> not_checked;
    std::vector<Remark> remarks;
    std::vector<ChecklistFindings> checklists;

    bool has_mistakes() const { return !mistakes.empty(); }
    /// "This file was not checked: it has 3 mistakes."
    std::string mistakes_sentence() const;
    /// "There are 3 more mistakes."
    std::string more_mistakes_sentence() const;
    /// What to call the practice: its name, or else its file.
    const std::string& title() const { return name.empty() ? file : name; }
};

/// All that was found.
PracticeFindings find(const PracticeReport& report, const Run& run);
/// The same for programs that know the files of a repository by their paths in it: an absolute path below the current
/// directory is relative to that.
PracticeFindings find_in_repository(const PracticeReport& report, const Run& run);
/// The same as `find` without the checklists.
PracticeFindings find_around_checklists(const PracticeReport& report);

/// Sets `path` and `file`.
void set_path(PracticeFindings& findings, std::string_view path);

/// Makes the findings of one checklist. What it is made of must live as long.
class FindingMaker {
public:
    FindingMaker(const ChecklistResult& checklist, const Assessment& assessment, const Run& run)
        : checklist_(checklist), assessment_(assessment), run_(run) {}

    /// In the order of ChecklistFindings::findings.
    template <typename Take>
    void each_but_checks(Take&& take) const {
        for (const CaveatResult& caveat : checklist_.caveats)
            if (caveat.caveat->deal_breaker) take(deal_breaker(caveat));
        for (const ContradictionResult& contradiction : checklist_.contradictions) take(contradicting(contradiction));
    }
    Finding of_check(const NoteResult& note, const CheckResult& result) const;
    /// The same as in its finding.
    std::string reason_of(const CheckResult& result) const;
    Place place_of(const CheckResult& result) const;

private:
    Finding begin(std::string_view full_id, const std::vector<Evidence>& evidence, Result result) const;
    Finding deal_breaker(const CaveatResult& result) const;
    Finding contradicting(const ContradictionResult& result) const;

    const ChecklistResult& checklist_;
    const Assessment& assessment_;
    const Run& run_;
};

/// `text` well-formed, printable, on one line and without space around it.
std::string one_line(std::string_view text);
std::vector<std::string> one_line(const std::vector<std::string>& texts);

/// "Nothing was checked: no checklist applies to what is in this file."
extern const std::string_view nothing_checked_text;

}  // namespace hipaa
