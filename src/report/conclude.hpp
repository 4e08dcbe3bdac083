// From what was read of a practice file to what a report may say of it.
#pragma once

#include "engine/assess.hpp"
#include "report/run.hpp"

namespace hipaa {

/// Assesses `report`, which has been read, if it has no mistakes; then takes out of it what no report shows, and remarks
/// on client data. `redact`: names and free text are not shown either. `library`: all checklists that are known, if there
/// are mistakes.
void conclude(PracticeReport& report, const Library& library, const AssessmentSettings& settings, bool redact);

}  // namespace hipaa
