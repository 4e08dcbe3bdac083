// The parts of the page of one practice, in the order in which they stand there. A part with nothing to say adds nothing.
#pragma once

#include <cstddef>

#include "report/people/compose.hpp"
#include "report/people/compose_note.hpp"
#include "report/triage.hpp"

namespace hipaa {

/// A longer list of acts would not be read.
inline constexpr std::size_t most_acts = 10;

/// What the parts are written from: a practice that was checked.
struct PracticeContext {
    const PracticeReport& report;
    const Run& run;
    const Composition& composition;
    const Triage& triage;

    const Assessment& assessment() const { return *report.assessment; }
    /// True for a note of which a short report shows no act, because others come first.
    bool is_for_later(const NoteEntry& note) const;
    NoteContext for_notes() const { return {assessment(), run, composition, report.baseline.get()}; }
};

/// How what is open stands to an earlier report, if the run is held against one.
void append_baseline(const PracticeContext& context, page::Page& page);

/// How things stand: for all checklists together, then for each.
void append_verdict(const PracticeContext& context, page::Page& page);

/// "What to do, in order".
void append_todos(const PracticeContext& context, page::Page& page);

/// Answers that cannot all be true.
void append_contradictions(const PracticeContext& context, page::Page& page);

/// The notes of a section, and what belongs to them: the lines to add, the decisions.
void append_section(Standing standing, const PracticeContext& context, page::Page& page);

/// A caveat of a generic checklist that says the same of every product, which is no criticism of one.
bool is_general(const CaveatResult& result, const ChecklistResult& checklist);

/// "Caveats about Spruce itself"; without the last word where the checklist is not made from a review.
std::string caveats_about(const ChecklistResult& checklist);

void append_caveats(const PracticeContext& context, page::Page& page);

/// What the file names and no checklist has judged.
void append_gaps(const Assessment& assessment, page::Page& page);
/// The same as one sentence.
void append_gap_keys(const Assessment& assessment, page::Page& page);

void append_remarks(const std::vector<Remark>& remarks, page::Page& page);

/// What stands for keys that are not in the file.
void append_assumed(const Assessment& assessment, page::Page& page);

}  // namespace hipaa
