// Conditions as the engine evaluates them: questions are indexes, operands are typed. Data only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "checklist/question.hpp"

namespace hipaa {

enum class Operator : std::uint8_t {
    is,
    is_not,
    in,
    not_in,
    answered,
    before,
    on_or_before,
    after,
    on_or_after,
    within_days,
    in_next_days,
    at_least,
    at_most,
    empty,
    includes,
    includes_any,
    only,
    each,
    some,
    count,
};

/// Where a condition finds a question.
struct QuestionRef {
    enum class Scope : std::uint8_t {
        item,       // a field of the list item that `each`, `some` or `count` is looking at
        checklist,  // the checklist's own questions
        facts,      // `practice_facts()`
        elsewhere,  // another checklist's questions, written with a leading `/`
    };
    Scope scope = Scope::checklist;
    std::uint32_t checklist = 0;  // for `elsewhere`: index into `Library::checklists`
    std::uint32_t index = 0;      // of the question in its group, or of the field in its list
};

struct Today {};

/// What is picked at another question of several choices.
struct OtherChoices {
    QuestionRef question;
    std::vector<std::optional<Word>> words;  // for each of its choices the same one of the question that is tested
};

/// How many items there may be: a number, or the answer to a question. Nothing if there is no such limit.
using Bound = std::variant<std::monostate, double, QuestionRef>;
struct Bounds {
    Bound at_least;
    Bound at_most;
};

/// What a test compares with: nothing (`each`, `some`), one value, several values, today, another question, or numbers of
/// items (`count`). `answered` and `empty` have a bool.
using Operand = std::variant<std::monostate, Scalar, std::vector<Scalar>, Today, QuestionRef, OtherChoices, Bounds>;

/// The other question that a test compares the answer to its own with, if it does.
inline const QuestionRef* other_question(const Operand& operand) {
    if (const auto* choices = std::get_if<OtherChoices>(&operand)) return &choices->question;
    return std::get_if<QuestionRef>(&operand);
}

/// Calls `visit` with every other question that an operand names.
template <typename Visit>
void for_each_question(const Operand& operand, Visit&& visit) {
    if (const QuestionRef* other = other_question(operand)) visit(*other);
    if (const auto* bounds = std::get_if<Bounds>(&operand))
        for (const Bound* bound : {&bounds->at_least, &bounds->at_most})
            if (const auto* ref = std::get_if<QuestionRef>(bound)) visit(*ref);
}

struct Condition {
    enum class Kind : std::uint8_t { all, any, negation, test };
    Kind kind = Kind::all;
    std::vector<Condition> parts;  // of all and any; one of a negation; one of a test of a list's items
    QuestionRef question;          // the rest is of a test
    Operator op = Operator::is;
    Operand operand;
    Place place;
};

/// How many tests a condition has, and values that they compare with.
inline std::size_t size_of(const Condition& condition) {
    const auto* values = std::get_if<std::vector<Scalar>>(&condition.operand);
    std::size_t size = values ? 1 + values->size() : 1;
    for (const Condition& part : condition.parts) size += size_of(part);
    return size;
}

}  // namespace hipaa
