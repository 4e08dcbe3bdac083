// Evaluating a condition over the answers of a practice, and finding the answers that decided it.
#pragma once

#include <vector>

#include "engine/scope.hpp"
#include "engine/truth.hpp"

namespace hipaa {

/// True for operators that have a condition on the items of a list.
constexpr bool judges_items(Operator op) {
    return op == Operator::each || op == Operator::some || op == Operator::count;
}

/// A test of another kind on two answers; `right` is that to the question it compares with, null if it names none.
Truth test_answers(const Condition& test, const Answer& left, const Answer* right, Date today);

/// Strong Kleene over single tests; a test on an unanswered question is unknown, but for `answered`.
Truth evaluate(const Condition& condition, const Scope& scope);

/// A `when`, and the scope in which it comes out as it does. What a part of the file would say that is not there takes
/// nothing in: if it could make the `when` false, it does.
struct AppliedWhen {
    AppliedWhen(const Condition& when, const Scope& around);

    Scope scope;
    Truth holds;
};

/// Appends the smallest set of answers that makes the condition what it is, which is `value`: of a false `all` its false
/// members, of a true `any` its first true one, of an unknown one all that are undecided. May hold an answer twice.
void collect_evidence(const Condition& condition, Truth value, const Scope& scope, std::vector<Evidence>& evidence);

/// In the order of the file, each answer once.
void sort_unique(std::vector<Evidence>& evidence);

}  // namespace hipaa
