// The operator table.
#include "checklist/operators.hpp"

#include <array>

namespace hipaa {
namespace {

constexpr std::uint32_t bit(AnswerKind kind) { return 1u << static_cast<unsigned>(kind); }

constexpr std::uint32_t any_kind = 2 * bit(AnswerKind::list) - 1;
constexpr std::uint32_t dates = bit(AnswerKind::date);
constexpr std::uint32_t numbers = bit(AnswerKind::number) | bit(AnswerKind::decimal);
constexpr std::uint32_t several = bit(AnswerKind::choices);
constexpr std::uint32_t lists = bit(AnswerKind::list);
constexpr std::uint32_t single = any_kind & ~(several | lists);

constexpr std::array table{
    OperatorInfo{"is", Operator::is, single, OperandKind::value, "a value of the question's type"},
    OperatorInfo{"is_not", Operator::is_not, single, OperandKind::value, "a value of the question's type"},
    OperatorInfo{"in", Operator::in, single, OperandKind::values, "a list of values of the question's type"},
    OperatorInfo{"not_in", Operator::not_in, single, OperandKind::values, "a list of values of the question's type"},
    OperatorInfo{"answered", Operator::answered, any_kind, OperandKind::yes_no, "yes or no"},
    OperatorInfo{"before", Operator::before, dates, OperandKind::moment, "a date, a date question or today"},
    OperatorInfo{"on_or_before", Operator::on_or_before, dates, OperandKind::moment,
                 "a date, a date question or today"},
    OperatorInfo{"after", Operator::after, dates, OperandKind::moment, "a date, a date question or today"},
    OperatorInfo{"on_or_after", Operator::on_or_after, dates, OperandKind::moment, "a date, a date question or today"},
    OperatorInfo{"within_days", Operator::within_days, dates, OperandKind::amount,
                 "a number of days or a number question"},
    OperatorInfo{"at_least", Operator::at_least, numbers, OperandKind::amount, "a number or a number question"},
    OperatorInfo{"at_most", Operator::at_most, numbers, OperandKind::amount, "a number or a number question"},
    OperatorInfo{"empty", Operator::empty, several | lists, OperandKind::yes_no, "yes or no"},
    OperatorInfo{"includes", Operator::includes, several, OperandKind::choice, "one of the question's choices"},
    OperatorInfo{"only", Operator::only, several, OperandKind::choices, "a list of the question's choices"},
    OperatorInfo{"each", Operator::each, lists, OperandKind::condition, "a condition on the items"},
    OperatorInfo{"some", Operator::some, lists, OperandKind::condition, "a condition on the items"},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].op) != i) return false;
    return true;
}
static_assert(in_order());

}  // namespace

std::span<const OperatorInfo> operators() { return table; }

const OperatorInfo& info(Operator op) { return table[static_cast<std::size_t>(op)]; }

}  // namespace hipaa
