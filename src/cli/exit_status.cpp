// The exit status of a run.
#include "cli/exit_status.hpp"

namespace hipaa {
namespace {

bool has_failed(const Totals& totals, FailOn fail_on) {
    switch (fail_on) {
        case FailOn::never:
            return false;
        case FailOn::law:
            return totals.law_fails;
        case FailOn::attention:
            if (totals.counts[Result::attention] > 0) return true;
            break;
        case FailOn::fail:
        case FailOn::unknown:
            break;
    }
    return totals.worst == Result::fail;
}

bool is_unanswered(const Totals& totals, FailOn fail_on) {
    const bool counts = fail_on == FailOn::unknown || fail_on == FailOn::attention;
    return counts && (totals.counts[Result::unknown] > 0 || totals.worst == Result::unknown);
}

}  // namespace

ExitStatus exit_status(const Totals& totals, FailOn fail_on) {
    if (totals.errors > 0) return ExitStatus::invalid;
    if (has_failed(totals, fail_on)) return ExitStatus::failed;
    if (is_unanswered(totals, fail_on)) return ExitStatus::unknown;
    if (totals.not_checked > 0 || totals.practices == 0) return ExitStatus::not_checked;
    return ExitStatus::ok;
}

}  // namespace hipaa
