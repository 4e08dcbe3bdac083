// What a JSON report says on one checklist; checklist_result_reader.hpp reads it back.
#pragma once

#include "json/builder.hpp"
#include "report/run.hpp"

namespace hipaa {

void write_checklist_result(JsonBuilder& json, const ChecklistResult& result, const Assessment& assessment,
                            const Run& run);

/// The member `counts`.
void write_result_counts(JsonBuilder& json, const Counts& counts);

}  // namespace hipaa
