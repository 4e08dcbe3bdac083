// What scripts learn from a run. The README has the same table.
#pragma once

#include <optional>

#include "report/run.hpp"

namespace hipaa {

enum class ExitStatus : int {
    ok = 0,
    failed = 1,       // a note is `fail`, or `attention` under --fail-on attention
    usage = 2,        // the command line is wrong
    invalid = 3,      // something could not be read, is invalid, or could not be written
    unknown = 4,      // a note is `unknown`
    not_checked = 5,  // no checklist applies to a practice, or there was no practice
};

/// `failed` or `unknown`, if something calls for it.
std::optional<ExitStatus> exit_status(const Weight& weight, FailOn fail_on);

/// The status of a run whose reports could be written: the first that applies of invalid, failed, unknown, not_checked.
ExitStatus exit_status(const Totals& totals, FailOn fail_on);

}  // namespace hipaa
