// Conditions as the engine evaluates them: questions are indexes, operands are typed. Data only.
#pragma once

#include <cstddef>
#include <cstdint>
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
    at_least,
    at_most,
    empty,
    includes,
    only,
    each,
    some,
};

/// Where a condition finds a question.
struct QuestionRef {
    enum class Scope : std::uint8_t {
        item,       // a field of the list item that `each` or `some` is looking at
        checklist,  // the checklist's own questions
        facts,      // `practice_facts()`
        elsewhere,  // another checklist's questions, written with a leading `/`
    };
    Scope scope = Scope::checklist;
    std::uint32_t checklist = 0;  // for `elsewhere`: index into `Library::checklists`
    std::uint32_t index = 0;      // of the question in its group, or of the field in its list
};

struct Today {};

/// What a test compares with: nothing (`each`, `some`), one value, several values, today, or another question.
/// `answered` and `empty` have a bool.
using Operand = std::variant<std::monostate, Scalar, std::vector<Scalar>, Today, QuestionRef>;

struct Condition {
    enum class Kind : std::uint8_t { all, any, negation, test };
    Kind kind = Kind::all;
    std::vector<Condition> parts;  // of all and any; one of a negation; one of a test with `each` or `some`
    QuestionRef question;          // the rest is of a test
    Operator op = Operator::is;
    Operand operand;
    Place place;
};

}  // namespace hipaa
