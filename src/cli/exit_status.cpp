// The exit status of a run.
#include "cli/exit_status.hpp"

namespace hipaa {

std::optional<ExitStatus> exit_status(const Weight& weight, FailOn fail_on) {
    const bool fails = weight.fails && counts_for(fail_on, Result::fail, weight.law_fails);
    const bool calls_for_a_look = weight.calls_for_a_look && counts_for(fail_on, Result::attention, false);
    if (fails || calls_for_a_look) return ExitStatus::failed;
    if (weight.is_undecided && counts_for(fail_on, Result::unknown, false)) return ExitStatus::unknown;
    return std::nullopt;
}

ExitStatus exit_status(const Totals& totals, FailOn fail_on) {
    if (totals.errors > 0) return ExitStatus::invalid;
    if (const auto status = exit_status(totals.weight, fail_on)) return *status;
    if (totals.not_checked > 0 || totals.lacking > 0 || totals.has_no_practice()) return ExitStatus::not_checked;
    return ExitStatus::ok;
}

}  // namespace hipaa
