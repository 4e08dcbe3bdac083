// What a note says when it is open.
#pragma once

#include "report/people/compose_note.hpp"

namespace hipaa {

/// Reason, what is open with the answers that were read, what to do, sources.
page::Rows note_rows(const NoteEntry& note, const NoteContext& context);

}  // namespace hipaa
