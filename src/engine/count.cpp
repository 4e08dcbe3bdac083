// `count`: how many items of a list meet a condition.
#include "engine/count.hpp"

#include <cmath>
#include <optional>

#include "engine/evaluate.hpp"

namespace hipaa {
namespace {

/// One limit of `count`.
struct CountedSide {
    CountedSide(const Condition& count, bool is_most, const Scope& around)
        : where(count.parts.front()),
          bound(is_most ? std::get<Bounds>(count.operand).at_most : std::get<Bounds>(count.operand).at_least),
          asked(std::get_if<QuestionRef>(&bound)),
          // It is an undecided item that may be one too many.
          scope(is_most ? negated(around) : around),
          most(is_most) {}

    bool is_there() const { return !std::holds_alternative<std::monostate>(bound); }

    /// The number itself, if it is known and no `also` word.
    std::optional<double> limit() const {
        if (!asked) return std::get<double>(bound);
        const Scalar* value = scalar(answer_to(*asked, scope));
        const auto* number = value ? std::get_if<double>(value) : nullptr;
        return number ? std::optional(*number) : std::nullopt;
    }

    Truth test(const Evidence& list) const {
        if (asked && is_outside_order(answer_to(*asked, scope))) return Truth::no;
        if (!list.answer->known()) return Truth::unknown;
        const auto* records = records_of(list);
        if (!records) return Truth::no;
        const auto wanted = limit();
        if (!wanted) return Truth::unknown;
        double met = 0;
        double undecided = 0;
        for (std::size_t i = 0; i < records->size(); ++i) {
            const Truth item = evaluate(where, item_scope(scope, list, i));
            if (item == Truth::yes) ++met;
            if (item == Truth::unknown) ++undecided;
        }
        const auto holds = [&](double count) { return most ? count <= *wanted : count >= *wanted; };
        return holds(met) == holds(met + undecided) ? truth(holds(met)) : Truth::unknown;
    }

    const Condition& where;
    const Bound& bound;
    const QuestionRef* asked;
    Scope scope;
    bool most;
};

/// True if no number of items is within both limits.
bool leaves_no_number(const CountedSide& least, const CountedSide& most) {
    if (!least.is_there() || !most.is_there()) return false;
    const auto from = least.limit();
    const auto to = most.limit();
    return from && to && std::ceil(*from) > std::floor(*to);
}

/// Of the items that come out as `wanted` on one side of `count`, the first few.
void collect_counted(const CountedSide& side, Truth wanted, double most, const Evidence& list,
                     std::vector<Evidence>& evidence) {
    for (std::size_t i = 0; i < records_of(list)->size() && most > 0; ++i) {
        const Scope inner = item_scope(side.scope, list, i);
        if (evaluate(side.where, inner) != wanted) continue;
        collect_evidence(side.where, wanted, inner, evidence);
        --most;
    }
}

/// What decides one side of `count`, which comes out as `value`.
void collect_from_side(const CountedSide& side, Truth value, const Evidence& list, std::vector<Evidence>& evidence) {
    if (side.asked && !is_also_word(list)) {
        const Evidence limit = look_up(*side.asked, side.scope);
        if (value != Truth::unknown || !limit.answer->known()) evidence.push_back(limit);
        if (is_also_word(limit)) return;
    }
    const auto* records = list.answer->known() ? records_of(list) : nullptr;
    if (!records) return evidence.push_back(list);
    const auto limit = side.limit();
    if (!limit) return;
    const auto count = static_cast<double>(records->size());
    if (value == Truth::unknown) return collect_counted(side, value, count, list, evidence);
    const bool holds = value == Truth::yes;
    const double enough = side.most ? count - std::floor(*limit) : std::ceil(*limit);  // items to make it hold
    const bool length_decides = holds ? enough <= 0 : !side.most && count < enough;
    if (length_decides) return evidence.push_back(list);
    collect_counted(side, truth(holds != side.most), holds ? enough : count, list, evidence);
}

}  // namespace

bool leaves_no_number(const Condition& test, const Scope& scope) {
    return leaves_no_number(CountedSide(test, false, scope), CountedSide(test, true, scope));
}

Truth test_count(const Condition& test, const Evidence& list, const Scope& scope) {
    const CountedSide least(test, false, scope);
    const CountedSide most(test, true, scope);
    if (list.answer->known() && leaves_no_number(least, most)) return Truth::no;
    return both(least.is_there() ? least.test(list) : Truth::yes, most.is_there() ? most.test(list) : Truth::yes);
}

void collect_from_count(const Condition& test, const Evidence& list, const Scope& scope,
                        std::vector<Evidence>& evidence) {
    const CountedSide least(test, false, scope);
    const CountedSide most(test, true, scope);
    const Truth whole = test_count(test, list, scope);
    const std::size_t before = evidence.size();
    for (const CountedSide& side : {least, most})
        if (side.is_there())
            if (const Truth value = side.test(list); value == whole) collect_from_side(side, value, list, evidence);
    if (evidence.size() > before) return;
    for_each_question(test.operand, [&](const QuestionRef& ref) { evidence.push_back(look_up(ref, scope)); });
    evidence.push_back(list);
}

}  // namespace hipaa
