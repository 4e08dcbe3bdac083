// The operator table.
#include "checklist/operators.hpp"

#include <algorithm>

namespace hipaa {
namespace {

constexpr std::uint32_t bit(AnswerKind kind) { return 1u << static_cast<unsigned>(kind); }

constexpr std::uint32_t any_kind = (1u << values_of<AnswerKind>.size()) - 1;
constexpr std::uint32_t dates = bit(AnswerKind::date);
constexpr std::uint32_t numbers = bit(AnswerKind::number) | bit(AnswerKind::decimal);
constexpr std::uint32_t several = bit(AnswerKind::choices);
constexpr std::uint32_t lists = bit(AnswerKind::list);
constexpr std::uint32_t single = any_kind & ~(several | lists);

constexpr auto table = [] {
    using enum Operator;
    using enum OperandKind;
    return std::to_array<OperatorInfo>({
        {is, single, value, {}, {"{q} is {o}"}, {is_not}},
        {is_not, single, value, is, {}, {is}},
        {in, single, values, {}, {"{q} is {o}"}, {not_in}},
        {not_in, single, values, in, {}, {in}},
        {answered, any_kind, yes_no, {}, {"{q} has an answer", "{q} has no answer"}},
        {before, dates, moment, {}, {"{q} is before {o}", "{q} is on or after {o}"}, {on_or_before, after}},
        {on_or_before, dates, moment, {}, {"{q} is on or before {o}", "{q} is after {o}"}, {before, on_or_after}},
        {after, dates, moment, {}, {"{q} is after {o}", "{q} is on or before {o}"}, {on_or_after, before}},
        {on_or_after, dates, moment, {}, {"{q} is on or after {o}", "{q} is before {o}"}, {after, on_or_before}},
        {within_days, dates, days, {}, {"{q} is within the last {o}"}, {in_next_days}},
        {in_next_days, dates, days_ahead, {}, {"{q} is within the next {o}"}, {within_days}},
        {at_least, numbers, amount, {}, {"{q} is at least {o}", "{q} is less than {o}"}, {at_most}},
        {at_most, numbers, amount, {}, {"{q} is at most {o}", "{q} is more than {o}"}, {at_least}},
        {empty, several | lists, yes_no, {}, {"nothing is listed for {q}", "something is listed for {q}"}},
        {includes, several, choice, {}, {"{o} is listed for {q}"}},
        {includes_any,
         several,
         choices,
         {},
         {"at least one of {o} is listed for {q}", "none of {o} is listed for {q}"},
         {only}},
        {only,
         several,
         choices,
         {},
         {"nothing but {o} is listed for {q}", "something other than {o} is listed for {q}"},
         {includes_any}},
        {each, lists, condition, {}, {"for each item of {q}, {o}", "for at least one item of {q}, {o}"}, {some}},
        {some, lists, condition, {}, {"for at least one item of {q}, {o}", "for each item of {q}, {o}"}, {each}},
        {count, lists, counted, {}},
    });
}();

static_assert(std::ranges::equal(table, values_of<Operator>, {}, &OperatorInfo::op),
              "the table needs a row for each Operator, in their order");

constexpr EnumMap<OperandKind, std::string_view> operand_words_of({
    "a value of the question's type",
    "a list of values of the question's type",
    "yes or no",
    "a date, a date question or today",
    "a number of days or a number question",
    "a number of days or a number question",
    "a number or a number question",
    "one of the question's choices",
    "a list of the question's choices, or another question with several",
    "a condition on the items",
    "a condition on the items (`where`), and how many are to meet it: `at_least`, `at_most`",
});

}  // namespace

std::string_view OperatorInfo::operand_words() const { return operand_words_of[operand]; }

std::span<const OperatorInfo> operators() { return table; }

const OperatorInfo& info(Operator op) { return table[static_cast<std::size_t>(op)]; }

}  // namespace hipaa
