// What decides a check, as a formula over the answers that are still open: what is answered is folded into it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
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
    enum class Kind : std::uint8_t {
        question,
        fields,  // a list that is answered, and whose items lack answers
        field,   // of a list's items: nothing to ask for by itself. The items share it, because each is judged alone
    };
    Kind kind = Kind::question;
    const Question* question = nullptr;
    const Sheet* sheet = nullptr;       // null for a field
    std::size_t index = 0;              // of the question in the sheet, or of the field in its list
    bool is_read = false;               // somewhere in the formula
    bool is_read_again = false;         // in a second place; or for each item of a list
    Answer now;                         // no answer, or a default
    std::vector<Candidate> candidates;  // the first is `now`
    bool may_stay = false;              // some answer comes to the same as `now` for all tests
};

/// One side of a test: an open question, or an answer.
struct TestSide {
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    std::uint32_t variable = none;
    const Answer* answer = nullptr;  // null: there is no such side
};

/// A condition without negations: they have gone into the tests.
struct Node {
    enum class Kind : std::uint8_t {
        constant,
        test,
        all,
        any,
        item,         // what the condition on one item comes to
        open_list,    // what that on all items of an open list, or on some, comes to
        open_fields,  // the same of a list that is answered, and whose items lack answers
        counted,      // whether enough items meet the condition, or all but so many
    };
    Kind kind = Kind::constant;
    Level level = Level::yes;  // of a constant; of a test what it is while undecided
    bool negated = false;      // of a test, and of an open list: what a test of the list itself comes to
    bool every = false;      // of a list: the condition has to hold for every item; of counted items: for all but a few
    bool undecided = false;  // of counted items: nobody knows how many there are
    std::vector<Node> parts;              // of an open list: any item, and what the list comes to as it is
    const Condition* test = nullptr;      // of a test, and of what counts items
    TestSide left;                        // of a list: the list
    TestSide right;                       // of what counts items: what their number is compared with
    std::vector<LevelSet> table;          // of a test, by candidate of the left side, then of the right one
    std::size_t columns = 1;              // how many candidates the right side has
    double limit = 0;                     // of what counts items, if that is no open question
    std::size_t item = 0;                 // which one, from 0
    std::vector<std::uint32_t> fields;    // of an item: those that are open in it
    std::vector<std::uint32_t> repeated;  // of an item: those that its condition reads more than once

    static Node constant(Level level) {
        Node node;
        node.level = level;
        return node;
    }
    /// How many items have to hold where their number is compared with `with_limit`; if `every`, how many need not.
    double enough(double with_limit) const {
        if (every) return negated ? std::ceil(with_limit) - 1 : std::floor(with_limit);
        return negated ? std::floor(with_limit) + 1 : std::ceil(with_limit);
    }
    /// How many of its items have to hold.
    double needed(double with_limit) const {
        return every ? static_cast<double>(parts.size()) - enough(with_limit) : enough(with_limit);
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

    /// Nothing can change it anymore.
    bool is_settled() const { return std::ranges::none_of(variables, &Variable::is_read); }
};

OpenFormula formula_of(const Checklist& checklist, const Note& note, const Check& check, const Scope& scope);
OpenFormula formula_of(const Checklist& checklist, const Caveat& caveat, const Scope& scope);

}  // namespace hipaa
