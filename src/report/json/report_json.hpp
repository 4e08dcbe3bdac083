// What a JSON report says, on one line or indented; line_reader.hpp reads it back.
#pragma once

#include <cstddef>

#include "json/builder.hpp"
#include "report/json/digests.hpp"
#include "report/run.hpp"

namespace hipaa {

/// The member `tool`: which program wrote it.
void write_tool(JsonBuilder& json);

/// The members that stand at the top of a report, and in each line of `jsonl`.
void write_origin(JsonBuilder& json, const Run& run);

/// The members of a report that only its end knows.
void write_totals(JsonBuilder& json, const Run& run, const Totals& totals);

/// The members of the last line of `jsonl`. Without that line a file is known to be cut off.
void write_end_of_run(JsonBuilder& json, const Run& run, const Totals& totals, const Digests& checklists);

/// The members of one practice.
void write_practice(JsonBuilder& json, const PracticeReport& report, const Run& run);

}  // namespace hipaa
