// The exit status of a run.
#include "cli/exit_status.hpp"

namespace hipaa {

ExitStatus exit_status(const Totals& totals, FailOn fail_on) {
    if (totals.errors > 0) return ExitStatus::invalid;
    const bool fails = totals.fails && counts_for(fail_on, Result::fail, totals.law_fails);
    const bool calls_for_a_look = totals.calls_for_a_look && counts_for(fail_on, Result::attention, false);
    if (fails || calls_for_a_look) return ExitStatus::failed;
    if (totals.is_undecided && counts_for(fail_on, Result::unknown, false)) return ExitStatus::unknown;
    if (totals.not_checked > 0 || totals.lacking > 0 || totals.practices == 0) return ExitStatus::not_checked;
    return ExitStatus::ok;
}

}  // namespace hipaa
