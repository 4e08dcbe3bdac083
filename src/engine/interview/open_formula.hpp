// What decides a check, as a formula over the answers that are still open: what is answered is folded into it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "checklist/checklist.hpp"
#include "engine/evaluate.hpp"
#include "engine/interview/levels.hpp"

namespace hipaa {

/// An answer that a question may get.
struct Candidate {
    Answer answer;
    bool any = false;  // stands for every answer of its type: there are too many to tell apart
};

/// A question that is open.
struct Variable {
    static constexpr std::size_t no_item = static_cast<std::size_t>(-1);

    const Question* question = nullptr;
    const Sheet* sheet = nullptr;
    std::size_t index = 0;        // of the question in the sheet; of a field, that of its list
    std::size_t item = no_item;   // of a field: which item it belongs to
    std::size_t field = 0;        // and which field it is
    bool of_any_item = false;     // a field of the items that an open list may get: nothing to ask for by itself
    std::size_t readings = 0;     // in how many places of the formula it is read
    Answer now;                   // no answer, or a default
    std::vector<Candidate> candidates;  // the first is `now`
    bool may_stay = false;        // some answer comes to the same as `now` for all tests
};

/// One side of a test: an open question, or an answer.
struct Side {
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    std::uint32_t variable = none;
    const Answer* answer = nullptr;  // null: there is no such side
};

/// A condition without negations: they have gone into the tests.
struct Node {
    enum class Kind : std::uint8_t {
        constant,
        test,
        items,  // every item of an open list, or some item
        all,
        any,
    };
    Kind kind = Kind::constant;
    Level level = Level::yes;  // of a constant; of a test what it is while undecided
    bool negated = false;      // of a test, and of items: what a test of the list itself comes to
    bool every = false;        // of items: the condition has to hold for every one
    std::vector<Node> parts;   // of all and any; of items: the condition on one, and what the list comes to as it is
    const Condition* test = nullptr;
    Side left;  // of items: the list
    Side right;
    std::vector<LevelSet> table;        // of a test, by candidate of the left side, then of the right one
    std::size_t columns = 1;            // how many candidates the right side has
    std::vector<std::uint32_t> repeated;  // of items: the fields that the condition reads more than once

    static Node constant(Level level) {
        Node node;
        node.level = level;
        return node;
    }
    bool is(Level value) const { return kind == Kind::constant && level == value; }
};

/// What a check or a deal-breaking caveat comes to.
struct OpenFormula {
    std::vector<Node> whens;       // all of them must hold
    std::size_t of_checklist = 0;  // how many of them, from the first, are the checklist's: 1 if it is undecided
    std::size_t of_note = 0;       // and how many are the checklist's and the note's
    Node require = Node::constant(Level::yes);
    bool unmet_is_unknown = false;
    std::vector<Variable> variables;
    std::deque<Record> blank_items;  // stand for the items of open lists

    /// Nothing can change it anymore.
    bool is_settled() const {
        return std::ranges::none_of(variables, [](const Variable& variable) { return variable.readings > 0; });
    }
};

OpenFormula formula_of(const Checklist& checklist, const Note& note, const Check& check, const Scope& scope);
OpenFormula formula_of(const Checklist& checklist, const Caveat& caveat, const Scope& scope);

}  // namespace hipaa
