// Evaluating a condition over the answers of a practice, and finding the answers that decided it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "checklist/checklist.hpp"
#include "engine/truth.hpp"
#include "practice/practice.hpp"

namespace hipaa {

/// An answer that was read, or found missing.
struct Evidence {
    std::string_view about;          // where its question group lives in the file
    const Question* list = nullptr;  // for a field of a list's item: the list
    std::size_t item = 0;            // and which of its items, from 0
    const Question* question = nullptr;
    const Answer* answer = nullptr;
    std::string_view code = {};  // of that item, if it has one

    /// `products.spruce.plan.tier`, `vendors[ven-01].name`, or `vendors[1].name` for an item without a code.
    std::string key() const;
    /// The same, relative to `about`.
    std::string short_key() const;
    void append_short_key(std::string& to) const;
    /// How its item is called: by its code, or else counted from 1.
    std::string item_label() const;
    /// Equal for what was read at the same place of the file, whether or not there is an answer.
    auto identity() const { return std::tuple(about, question, item, code); }
};

/// The code of a list's item; empty if it has none.
std::string_view code_of(const Question& list, const Record& item);

/// Where a condition looks its questions up. The item members are set by `each` and `some`.
struct Scope {
    const Library& library;
    const Practice& practice;
    const Sheet& sheet;
    Date today;
    const Question* list = nullptr;
    const Record* record = nullptr;
    std::size_t item = 0;
    /// What becomes of a test that is undecided because its part of the file is not there.
    Truth of_absent_part = Truth::unknown;
};

/// Where a question that is no field of a list is answered; null for one of a part that the file does not have.
const Sheet* sheet_of(const QuestionRef& ref, const Scope& scope);

/// What the file answers, or a default; not known if the question's part of the file is not there.
const Answer& answer_to(const QuestionRef& ref, const Scope& scope);

/// True for operators that have a condition on the items of a list.
constexpr bool judges_items(Operator op) { return op == Operator::each || op == Operator::some; }

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
