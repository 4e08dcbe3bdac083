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

    /// `products.spruce.plan.tier`, `vendors[0].name`.
    std::string key() const;
    /// The same, relative to `about`.
    std::string short_key() const;
    void append_short_key(std::string& to) const;
    /// Equal for what was read at the same place of the file, whether or not there is an answer.
    auto identity() const { return std::tuple(about, question, item); }
};

/// Where a condition looks its questions up. The item members are set by `each` and `some`.
struct Scope {
    const Library& library;
    const Practice& practice;
    const Sheet& sheet;
    Date today;
    const Question* list = nullptr;
    const Record* record = nullptr;
    std::size_t item = 0;
};

/// Strong Kleene over single tests; a test on an unanswered question is unknown, but for `answered`.
Truth evaluate(const Condition& condition, const Scope& scope);

/// Appends the smallest set of answers that makes the condition what it is, which is `value`: of a false `all` its false
/// members, of a true `any` its first true one, of an unknown one all that are undecided. May hold an answer twice.
void collect_evidence(const Condition& condition, Truth value, const Scope& scope, std::vector<Evidence>& evidence);

/// In the order of the file, each answer once.
void tidy(std::vector<Evidence>& evidence);

}  // namespace hipaa
