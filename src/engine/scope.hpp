// Where a condition looks its questions up, and what it finds there.
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

/// Where a condition looks its questions up. The item members are set by tests of items.
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

/// The answer to a question, with where it stands.
Evidence look_up(const QuestionRef& ref, const Scope& scope);

/// What stands under `not`: there what is not in the file takes something in.
Scope negated(const Scope& scope);

/// One item of the list that `list` found.
Scope item_scope(const Scope& scope, const Evidence& list, std::size_t index);

/// The items of the list that `list` found; null if an `also` word stands for them.
const std::vector<Record>* records_of(const Evidence& list);

/// What is no list and no set of choices; null if there is no answer.
const Scalar* scalar(const Answer& answer);

bool is_also_word(const Evidence& found);

/// True for "not yet" and the like, which have no place in an order. Questions that have one offer no other words.
bool is_outside_order(const Answer& answer);

}  // namespace hipaa
