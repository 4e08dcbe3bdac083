// A practice file through every report format.
#pragma once

#include <string>

namespace hipaa::fuzz {

/// Makes all reports of a practice file, and reads each with a parser. The jsonl report merges into the JSON report.
void require_every_report(const std::string& practice);

}  // namespace hipaa::fuzz
