// Wording what to do.
#include "report/to_do.hpp"

#include <string_view>

#include <fmt/format.h>

#include "report/triage.hpp"

namespace hipaa {
namespace {

constexpr std::string_view confirm = "Check that all answers are still true; then set `confirmed_on` to that day.";
constexpr std::string_view settle = "Find out which of these answers is right, and correct the others.";

/// The questions that have to be answered before something can be judged.
std::string answer_missing(const std::vector<Evidence>& evidence) {
    std::string text;
    for (const Evidence& item : missing_in(evidence))
        text += fmt::format("{}Answer `{}`: {}", text.empty() ? "" : " ", item.key(), item.question->ask);
    return text;
}

}  // namespace

std::string fix_of(const CheckResult& check) {
    if (is_spelled_out(check)) return std::string(check.fix());
    if (check.result != Result::unknown) return {};
    switch (check.cause) {
        case Cause::stale:
            return std::string(confirm);
        case Cause::contradiction:
            return std::string(settle);
        case Cause::requirement:
        case Cause::when:
            break;
    }
    return answer_missing(check.evidence);
}

std::string fix_of(const CaveatResult& caveat) {
    const Text fix = caveat.caveat->fix;
    if (caveat.result == Result::fail)
        return fix.empty() ? std::string("Stop using the product this way.") : std::string(fix);
    if (caveat.result != Result::unknown) return {};
    return caveat.cause == Cause::stale ? std::string(confirm) : answer_missing(caveat.evidence);
}

std::string fix_of(const ContradictionResult&) { return std::string(settle); }

}  // namespace hipaa
