// One practice as a result of an OSCAL document.
#pragma once

#include "json/builder.hpp"
#include "report/machine/finding.hpp"

namespace hipaa {

/// The members of an element of `results`.
void write_oscal_result(JsonBuilder& json, const PracticeFindings& practice, Date as_of);

/// The members of `reviewed-controls` where no checklist was applied.
void write_no_oscal_controls(JsonBuilder& json);

}  // namespace hipaa
