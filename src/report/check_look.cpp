// What the report on a check depends on.
#include "report/check_look.hpp"

#include <functional>

namespace hipaa {
namespace {

/// A number for an answer that is a word, or is missing.
std::optional<std::uint32_t> look_of(const Answer& answer) {
    const std::uint32_t state = static_cast<std::uint32_t>(answer.state) * 2 + answer.written;
    if (!answer.known()) return state;
    const auto* scalar = std::get_if<Scalar>(&answer.value);
    if (!scalar) return std::nullopt;
    std::uint32_t word = 0;
    if (const auto* yes = std::get_if<bool>(scalar)) word = *yes ? 1 : 0;
    else if (const auto* chosen = std::get_if<Word>(scalar)) word = chosen->index + 2;
    else return std::nullopt;
    return word * 8 + state;
}

}  // namespace

bool is_own_question(const Evidence& item, const Sheet& sheet) {
    return !item.list && (item.about.empty() || item.about.data() == sheet.about.data());
}

std::size_t CheckLookHash::operator()(const CheckLook& look) const {
    const auto mix = [](std::size_t hash, std::size_t value) { return (hash ^ value) * 0x9E3779B97F4A7C15; };
    std::size_t hash = std::hash<const Check*>()(look.check);
    hash = mix(hash, static_cast<std::size_t>(look.result) * 16 + static_cast<std::size_t>(look.cause));
    for (const CheckLook::Answered& item : look.evidence)
        if (item.question) hash = mix(hash, std::hash<const Question*>()(item.question) + item.answer);
    return hash ^ (hash >> 32);
}

std::optional<CheckLook> look_of(const CheckResult& result, const Sheet& sheet, const Assessment& assessment) {
    CheckLook look{result.check, result.result, result.cause, assessment.hipaa_may_not_bind, {}};
    if (!sheet.product.empty() || result.decision || result.cause == Cause::stale ||
        result.evidence.size() > look.evidence.size())
        return std::nullopt;
    for (std::size_t i = 0; i < result.evidence.size(); ++i) {
        const Evidence& item = result.evidence[i];
        const auto answer = look_of(*item.answer);
        if (!answer || !is_own_question(item, sheet)) return std::nullopt;
        look.evidence[i] = {item.question, *answer};
    }
    return look;
}

}  // namespace hipaa
