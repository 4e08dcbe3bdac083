// What the report on a check depends on.
#include "report/check_look.hpp"

#include <functional>

namespace hipaa {
namespace {

/// A number that tells the answer from all others that are shown differently, but for what looks leave a gap for. From
/// the lowest bit on: whether its key is written (1), its state (2), whether it is a list of words (1), and what is shown
/// (28): of a list five bits for each word.
std::optional<std::uint32_t> look_of(const Answer& answer) {
    const std::uint32_t state = static_cast<std::uint32_t>(answer.state) * 2 + answer.written;
    if (!answer.known()) return state;
    std::uint32_t shown = 0;
    const auto* words = std::get_if<std::vector<Word>>(&answer.value);
    if (words) {
        constexpr unsigned bits = 5;
        for (const Word word : *words) {
            if (word.index + 1 >= 1u << bits || shown >= 1u << (28 - bits)) return std::nullopt;
            shown = (shown << bits) + word.index + 1;
        }
    } else if (const auto* scalar = std::get_if<Scalar>(&answer.value)) {
        if (const auto* yes = std::get_if<bool>(scalar)) shown = *yes ? 1 : 0;
        else if (const auto* word = std::get_if<Word>(scalar)) shown = word->index + 3;
        else if (gap_in_look(answer)) shown = 2;
        else return std::nullopt;
    } else {
        return std::nullopt;
    }
    return shown * 16 + (words ? 8 : 0) + state;
}

}  // namespace

bool is_own_question(const Evidence& item, const Sheet& sheet) {
    return !item.list && (item.about.empty() || item.about.data() == sheet.about.data());
}

const Scalar* gap_in_look(const Answer& answer) {
    constexpr double large = 1e6;
    const auto* scalar = answer.known() ? std::get_if<Scalar>(&answer.value) : nullptr;
    if (!scalar || std::holds_alternative<Date>(*scalar)) return scalar;
    const auto* number = std::get_if<double>(scalar);
    return number && *number >= 0 && *number < large && static_cast<std::uint32_t>(*number) == *number ? scalar
                                                                                                       : nullptr;
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
