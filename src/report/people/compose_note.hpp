// One note as it stands on a page.
#pragma once

#include "report/people/compose.hpp"
#include "report/triage.hpp"

namespace hipaa {

/// What a note needs to be written down.
struct NoteContext {
    const Assessment& assessment;
    const Run& run;
    const Composition& composition;
    const BaselineMarks* baseline;  // null if the run is held against no earlier report
};

/// "known on 2026-08-01": how what has this id stands to the earlier report; empty if it is not open, or there is none.
std::string baseline_words(std::string_view id, const NoteContext& context);
/// The same of a note: of what counts in it, if something does.
std::string baseline_words(const NoteEntry& note, const NoteContext& context);

/// What a check rests on, and how it stands to the earlier report: "legal duty, known on 2026-08-01".
std::string basis_of(const NoteEntry& note, const CheckResult& check, const NoteContext& context);

/// The command that says more about something in a checklist, with the options that it needs.
std::string explain_command(std::string_view id, const Checklist& checklist, const Run& run);

/// Heading, reason, what is open with the answers that were read, what to do, sources.
void append_note(const NoteEntry& note, const NoteContext& context, page::Page& page);

/// One line for a note that needs no more: what it is, and what its result goes by.
page::Item note_item(const NoteEntry& note, const NoteContext& context);

/// What is wrong in it, each point in a line.
page::Item problems_item(const NoteEntry& note, const NoteContext& context);

/// "Note 1. Get a BAA ..."
std::string note_title(const NoteEntry& note, const Assessment& assessment);

/// "Spruce, notes 2 to 4 and 6", without the name where there is only one checklist.
std::string note_numbers(const ChecklistResult& checklist, const std::vector<const NoteResult*>& notes,
                         const Assessment& assessment);

/// The answers by which a note does not apply; empty if no answer decides that.
page::Line inapplicable_by(const NoteEntry& note);

/// "`plan.tier` is free (line 12, column 13)"
page::Line evidence_line(const Evidence& evidence, std::string_view about);

/// "accepted by practice owner on ..., until ...: ..."
std::vector<page::Line> decision_lines(const Decision& decision);

/// True if a note has more to say than a line.
bool has_details(const NoteResult& note);

}  // namespace hipaa
