// The operators that a test in a condition may use: what each one fits, and what it compares with.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "checklist/condition.hpp"

namespace hipaa {

enum class OperandKind : std::uint8_t {
    value,      // a value of the question's type, or one of its `also` words
    values,     // a list of those
    yes_no,     //
    moment,     // a date, a date question, or `today`
    amount,     // a number or a number question
    choice,     // one choice of the question
    choices,    // a list of choices of the question
    condition,  // on the items of the list
};

struct OperatorInfo {
    std::string_view name;
    Operator op;
    std::uint32_t kinds;  // a bit for each AnswerKind that it fits
    OperandKind operand;
    std::string_view operand_words;  // "a date, a date question or today"

    bool fits(AnswerKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1u) != 0; }
};

/// Every operator, in the order in which `Operator` names them.
std::span<const OperatorInfo> operators();

const OperatorInfo& info(Operator op);

}  // namespace hipaa
