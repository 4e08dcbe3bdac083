// The operators that a test in a condition may use: one table, a row each. What a test comes to, the engine says.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "checklist/condition.hpp"
#include "text/enums.hpp"

namespace hipaa {

enum class OperandKind : std::uint8_t {
    value,       // a value of the question's type, or one of its `also` words
    values,      // a list of those
    yes_no,      // whether the test is to hold or not
    moment,      // a date, a date question, or `today`
    days,        // a number or a number question, which counts days back from today
    days_ahead,  // the same, from today on
    amount,      // a number or a number question
    choice,      // one choice of the question
    choices,     // a list of choices of the question, or another question of several choices
    condition,   // on the items of the list
    counted,     // a condition on the items, and how many of them are to meet it
};

/// How a test is said: `{q}` stands for the question, `{o}` for what it is compared with.
struct Phrases {
    std::string_view yes;
    std::string_view no = {};  // without one, `not` follows the first `is` of the other
};

/// 1 for days that are counted from today on, -1 for those that are counted back, 0 for all other operands.
constexpr int direction_of_days(OperandKind kind) {
    return kind == OperandKind::days_ahead ? 1 : kind == OperandKind::days ? -1 : 0;
}

struct OperatorInfo {
    Operator op;
    std::uint32_t kinds;  // a bit for each AnswerKind that it fits
    OperandKind operand;
    std::optional<Operator> negates;                       // it holds where that one, with the same operand, does not
    Phrases phrases = {};                                  // those of what it negates, if it does
    std::array<std::optional<Operator>, 2> mixed_up = {};  // with which an author may mix it up

    std::string_view name() const { return name_of(op); }
    bool fits(AnswerKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1u) != 0; }
    /// What it takes: "a date, a date question or today".
    std::string_view operand_words() const;
};

/// Every operator, in the order in which `Operator` names them.
std::span<const OperatorInfo> operators();

const OperatorInfo& info(Operator op);

}  // namespace hipaa
