// One practice as a result of an OSCAL document.
#pragma once

#include "report/finding.hpp"
#include "report/json_builder.hpp"

namespace hipaa {

/// The members of an element of `results`.
void write_oscal_result(JsonBuilder& json, const PracticeFindings& practice, Date as_of);

/// The members of `reviewed-controls` where no checklist was applied.
void write_no_oscal_controls(JsonBuilder& json);

}  // namespace hipaa
