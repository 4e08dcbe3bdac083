// What a JSON report says on one checklist; checklist_result_reader.hpp reads it back.
#pragma once

#include "json/builder.hpp"
#include "report/run.hpp"

namespace hipaa {

/// `marks`: how what is open stands to an earlier report; null without one.
void write_checklist_result(JsonBuilder& json, const ChecklistResult& result, const Assessment& assessment,
                            const Run& run, const BaselineMarks* marks);

// Members that say the same wherever a checklist is written: what it follows, and of a note what the vendor says, if
// anything, and ready-made text.
void write_source(JsonBuilder& json, const Checklist& checklist);
void write_vendor_says(JsonBuilder& json, const Note& note);
void write_wording(JsonBuilder& json, const Note& note);

/// The member `counts`.
void write_result_counts(JsonBuilder& json, const Counts& counts);

}  // namespace hipaa
