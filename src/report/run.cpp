// Adding a run up.
#include "report/run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

/// Adds what counts of each note, deal-breaker and contradiction.
void weigh_points(const PracticeReport& report, Weight& weight) {
    for (const ChecklistResult& checklist : report.assessment->checklists) {
        const auto counts = [&](std::string_view full_id) {
            const BaselineMark* mark =
                report.baseline ? report.baseline->find(checklist.sheet->id_of(full_id)) : nullptr;
            return !mark || mark->counts();
        };
        for (const NoteResult& note : checklist.notes) {
            Weight checks;
            for (const CheckResult& check : note.checks)
                if (counts(check.check->full_id)) checks.add(check.result, is_duty(check.check->basis));
            weight.add_note(checks);
        }
        for (const CaveatResult& caveat : checklist.caveats)
            if (caveat.caveat->deal_breaker && counts(caveat.caveat->full_id)) weight.add(caveat.result, false);
        for (const ContradictionResult& found : checklist.contradictions)
            if (counts(found.contradiction->full_id)) weight.add(Result::unknown, false);
    }
}

}  // namespace

const std::string_view disclaimer =
    "This report repeats what the practice says about itself; nothing was verified. It is information, not legal "
    "advice, and no report of this tool can say that a practice complies with HIPAA. Products and rules change: check "
    "the sources named here before you rely on them. hipaa-check is not affiliated with or endorsed by any reviewer or "
    "vendor.";

const std::string_view disclaimer_in_brief = "As reported; nothing was verified. This is not legal advice.";
const std::string_view may_not_bind = "HIPAA may not bind you; board rules and state law may";

std::string name_of(const Shard& shard) { return fmt::format("{}/{}", shard.number, shard.of); }

std::optional<Shard> parse_shard(std::string_view text) {
    constexpr std::size_t most_digits = 6;
    const auto number = [](std::string_view digits) -> std::optional<std::size_t> {
        const bool whole = !digits.empty() && digits.size() <= most_digits && std::ranges::all_of(digits, is_digit);
        return whole ? std::optional(std::stoul(std::string(digits))) : std::nullopt;
    };
    const std::size_t slash = text.find('/');
    if (slash == text.npos) return std::nullopt;
    const auto first = number(text.substr(0, slash));
    const auto of = number(text.substr(slash + 1));
    return first && of ? std::optional(Shard{*first, *of}) : std::nullopt;
}

bool counts_for(FailOn level, Result result, bool is_duty) {
    switch (level) {
        case FailOn::law:
            return result == Result::fail && is_duty;
        case FailOn::fail:
            return result == Result::fail;
        case FailOn::unknown:
            return result == Result::fail || result == Result::unknown;
        case FailOn::attention:
            return result == Result::fail || result == Result::unknown || result == Result::attention;
        case FailOn::never:
            break;
    }
    return false;
}

std::string_view PracticeReport::result() const {
    if (!assessment) return "error";
    return assessment->checked ? name_of(assessment->result) : "not_checked";
}

std::string PracticeReport::name() const {
    if (practice.facts.answers.empty()) return {};
    const Answer& name = practice.fact(Fact::name);
    return name.known() ? std::get<std::string>(std::get<Scalar>(name.value)) : std::string();
}

void Weight::add(Result result, bool is_duty) {
    fails = fails || result == Result::fail;
    law_fails = law_fails || counts_for(FailOn::law, result, is_duty);
    calls_for_a_look = calls_for_a_look || result == Result::attention;
    is_undecided = is_undecided || result == Result::unknown;
}

void Weight::add_note(const Weight& note) {
    fails = fails || note.fails;
    law_fails = law_fails || note.law_fails;
    calls_for_a_look = calls_for_a_look || (note.calls_for_a_look && !note.is_undecided);
    is_undecided = is_undecided || note.is_undecided;
}

void Totals::add(const PracticeReport& report) {
    ++practices;
    if (!report.assessment) {
        ++errors;
        return;
    }
    const Assessment& assessment = *report.assessment;
    if (!assessment.checked) {
        ++not_checked;
        return;
    }
    checked_any = true;
    worst = std::max(worst, assessment.result);
    counts += assessment.counts;
    weigh_points(report, weight);
    if (report.baseline) lacking += report.baseline->lacking.size();
}

std::string_view Totals::result() const {
    if (errors > 0) return "error";
    if (worst >= Result::unknown) return name_of(worst);
    if (not_checked > 0 || !checked_any) return "not_checked";
    return name_of(worst);
}

}  // namespace hipaa
