// Evaluating conditions.
#include "engine/evaluate.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

#include "engine/count.hpp"

namespace hipaa {
namespace {

/// A test that puts the answer in an order with a value, with today or with another answer, `right`.
template <typename Holds>
Truth compare(const Condition& test, const Answer& left, const Answer* right, Date today, Holds&& holds) {
    if (is_outside_order(left) || (right && is_outside_order(*right))) return Truth::no;
    if (!left.known() || (right && !right->known())) return Truth::unknown;
    const Scalar now(today);
    const Scalar* limit = right ? scalar(*right) : std::get_if<Scalar>(&test.operand);
    return truth(holds(*scalar(left), limit ? *limit : now));
}

bool is_within(double most, Date earlier, Date later) {
    return earlier <= later && static_cast<double>(days_between(earlier, later)) <= most;
}

bool is_one_of(const Scalar& value, const Operand& values) {
    const auto& all = std::get<std::vector<Scalar>>(values);
    return std::ranges::find(all, value) != all.end();
}

/// The words picked of `choices`; none where an `also` word stands for all of them.
const std::vector<Word>* picked(const Answer& answer) { return std::get_if<std::vector<Word>>(&answer.value); }

/// A test that compares what is picked with a list of choices, or with what is picked at another question, `right`.
template <typename Holds>
Truth compare_choices(const Condition& test, const Answer& left, const Answer* right, Holds&& holds) {
    if (!left.known() || (right && !right->known())) return Truth::unknown;
    const std::vector<Word>* own = picked(left);
    const std::vector<Word>* others = right ? picked(*right) : nullptr;
    if (!own || (right && !others)) return Truth::no;
    return truth(holds(*own, [&](Word word) {
        if (!right) return is_one_of(Scalar(word), test.operand);
        const auto& same = std::get<OtherChoices>(test.operand).words;
        return std::ranges::any_of(*others, [&](Word other) { return same[other.index] == word; });
    }));
}

bool is_empty(const Value& value) {
    if (const auto* words = std::get_if<std::vector<Word>>(&value)) return words->empty();
    const auto* records = std::get_if<std::vector<Record>>(&value);
    return records && records->empty();
}

Truth test_items(const Condition& test, const Evidence& list, const Scope& scope) {
    const auto* records = records_of(list);
    if (!records) return Truth::no;
    Truth result = truth(test.op == Operator::each);
    for (std::size_t i = 0; i < records->size(); ++i) {
        const Truth item = evaluate(test.parts.front(), item_scope(scope, list, i));
        result = test.op == Operator::each ? both(result, item) : either(result, item);
    }
    return result;
}

/// True if a question of the test lives in a part of the file that is not there.
bool reads_absent_part(const Condition& test, const Scope& scope) {
    const auto is_absent = [&](const QuestionRef& ref) {
        return ref.scope == QuestionRef::Scope::elsewhere && !sheet_of(ref, scope);
    };
    bool found = is_absent(test.question);
    for_each_question(test.operand, [&](const QuestionRef& ref) { found = found || is_absent(ref); });
    return found;
}

Truth evaluate_plainly(const Condition& test, const Scope& scope) {
    const Answer& left = answer_to(test.question, scope);
    if (test.op == Operator::count) return test_count(test, look_up(test.question, scope), scope);
    if (judges_items(test.op))
        return left.known() ? test_items(test, look_up(test.question, scope), scope) : Truth::unknown;
    const QuestionRef* other = other_question(test.operand);
    return test_answers(test, left, other ? &answer_to(*other, scope) : nullptr, scope.today);
}

Truth evaluate_test(const Condition& test, const Scope& scope) {
    const Truth value = evaluate_plainly(test, scope);
    return value == Truth::unknown && reads_absent_part(test, scope) ? scope.of_absent_part : value;
}

/// True if a member that came out as `member` has a part in `whole`. `decisive` is the value that settles the whole by
/// itself: no for `all` and `each`, yes for `any` and `some`.
bool takes_part(Truth member, Truth whole, Truth decisive) {
    return whole == decisive || whole == Truth::unknown ? member == whole : true;
}

void collect_from_items(const Condition& test, const Evidence& list, const Scope& scope,
                        std::vector<Evidence>& evidence) {
    const auto* records = list.answer->known() ? records_of(list) : nullptr;
    if (!records || records->empty()) {
        evidence.push_back(list);
        return;
    }
    const Truth whole = test_items(test, list, scope);
    const Truth decisive = truth(test.op == Operator::some);
    for (std::size_t i = 0; i < records->size(); ++i) {
        const Scope inner = item_scope(scope, list, i);
        const Truth member = evaluate(test.parts.front(), inner);
        if (!takes_part(member, whole, decisive)) continue;
        collect_evidence(test.parts.front(), member, inner, evidence);
        if (whole == Truth::yes && decisive == Truth::yes) return;
    }
}

void collect_from_test(const Condition& test, const Scope& scope, std::vector<Evidence>& evidence) {
    const Evidence left = look_up(test.question, scope);
    if (test.op == Operator::count) return collect_from_count(test, left, scope, evidence);
    if (judges_items(test.op)) return collect_from_items(test, left, scope, evidence);
    const QuestionRef* other = other_question(test.operand);
    if (!other) return evidence.push_back(left);
    const Evidence right = look_up(*other, scope);
    const bool undecided = !left.answer->known() || !right.answer->known();
    const bool word_decides = !undecided || !std::holds_alternative<OtherChoices>(test.operand);
    if (word_decides && (is_also_word(left) || is_also_word(right)))
        return evidence.push_back(is_also_word(left) ? left : right);
    for (const Evidence& side : {left, right})
        if (!undecided || !side.answer->known()) evidence.push_back(side);
}

}  // namespace

Truth test_answers(const Condition& test, const Answer& left, const Answer* right, Date today) {
    const auto value = [&]() -> const Scalar& { return std::get<Scalar>(test.operand); };
    const auto if_known = [&](auto&& holds) { return left.known() ? truth(holds()) : Truth::unknown; };
    switch (test.op) {
        case Operator::is:
            return if_known([&] { return *scalar(left) == value(); });
        case Operator::is_not:
            return if_known([&] { return *scalar(left) != value(); });
        case Operator::in:
            return if_known([&] { return is_one_of(*scalar(left), test.operand); });
        case Operator::not_in:
            return if_known([&] { return !is_one_of(*scalar(left), test.operand); });
        case Operator::answered:
            return truth(left.known() == std::get<bool>(value()));
        case Operator::before:
            return compare(test, left, right, today, std::less());
        case Operator::on_or_before:
        case Operator::at_most:
            return compare(test, left, right, today, std::less_equal());
        case Operator::after:
            return compare(test, left, right, today, std::greater());
        case Operator::on_or_after:
        case Operator::at_least:
            return compare(test, left, right, today, std::greater_equal());
        case Operator::within_days:
            return compare(test, left, right, today, [&](const Scalar& date, const Scalar& most) {
                return is_within(std::get<double>(most), std::get<Date>(date), today);
            });
        case Operator::in_next_days:
            return compare(test, left, right, today, [&](const Scalar& date, const Scalar& most) {
                return is_within(std::get<double>(most), today, std::get<Date>(date));
            });
        case Operator::empty:
            return if_known([&] { return is_empty(left.value) == std::get<bool>(value()); });
        case Operator::includes:
            return if_known([&] {
                return picked(left) && std::ranges::find(*picked(left), std::get<Word>(value())) != picked(left)->end();
            });
        case Operator::includes_any:
            return compare_choices(test, left, right,
                                   [](const auto& own, auto&& is_named) { return std::ranges::any_of(own, is_named); });
        case Operator::only:
            return compare_choices(test, left, right,
                                   [](const auto& own, auto&& is_named) { return std::ranges::all_of(own, is_named); });
        case Operator::each:
        case Operator::some:
        case Operator::count:
            break;  // these judge items, not one answer
    }
    std::abort();
}

Truth evaluate(const Condition& condition, const Scope& scope) {
    switch (condition.kind) {
        case Condition::Kind::all: {
            Truth result = Truth::yes;
            for (const Condition& part : condition.parts) result = both(result, evaluate(part, scope));
            return result;
        }
        case Condition::Kind::any: {
            Truth result = Truth::no;
            for (const Condition& part : condition.parts) result = either(result, evaluate(part, scope));
            return result;
        }
        case Condition::Kind::negation:
            return opposite(evaluate(condition.parts.front(), negated(scope)));
        case Condition::Kind::test:
            break;
    }
    return evaluate_test(condition, scope);
}

AppliedWhen::AppliedWhen(const Condition& when, const Scope& around) : scope(around), holds(evaluate(when, around)) {
    if (holds != Truth::unknown) return;
    scope.of_absent_part = Truth::no;
    if (evaluate(when, scope) == Truth::no) holds = Truth::no;
    else scope.of_absent_part = Truth::unknown;
}

void collect_evidence(const Condition& condition, Truth value, const Scope& scope, std::vector<Evidence>& evidence) {
    if (condition.kind == Condition::Kind::test) return collect_from_test(condition, scope, evidence);
    if (condition.kind == Condition::Kind::negation)
        return collect_evidence(condition.parts.front(), opposite(value), negated(scope), evidence);
    const Truth decisive = truth(condition.kind == Condition::Kind::any);
    for (const Condition& part : condition.parts) {
        const Truth member = evaluate(part, scope);
        if (!takes_part(member, value, decisive)) continue;
        collect_evidence(part, member, scope, evidence);
        if (value == Truth::yes && decisive == Truth::yes) return;
    }
}

void sort_unique(std::vector<Evidence>& evidence) {
    if (evidence.size() < 2) return;
    const auto place = [](const Evidence& item) { return item.answer->place; };
    if (evidence.size() == 2) {
        if (place(evidence[1]) < place(evidence[0])) std::swap(evidence[0], evidence[1]);
    } else if (!std::ranges::is_sorted(evidence, {}, place)) {
        std::ranges::stable_sort(evidence, {}, place);
    }
    std::size_t kept = 0;
    for (const Evidence& item : evidence) {
        bool seen = false;
        for (std::size_t i = kept; i > 0 && !seen && place(evidence[i - 1]) == place(item); --i)
            seen = evidence[i - 1].identity() == item.identity();
        if (!seen) evidence[kept++] = item;
    }
    evidence.resize(kept);
}

}  // namespace hipaa
