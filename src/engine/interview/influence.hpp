// Whether the answer to an open question can change what a check comes to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/interview/item_field.hpp"
#include "engine/interview/open_formula.hpp"

namespace hipaa {

/// Finds out whether the answer to a question decides, for some state of the others. Exact, except where a formula is so
/// large that it would take too long: then it may say yes where the answer is no, and never the reverse.
class Influence {
public:
    /// What is tried for the other questions.
    enum class Others : std::uint8_t {
        answered,
        answered_or_open,
    };

    /// `formula` has its tables, and outlives this.
    Influence(const OpenFormula& formula, Others others);

    /// The result is unknown as long as nothing more is answered.
    bool is_open();

    /// Some answer to the question `variable` changes the result, for some state of the others.
    bool changes_result(std::uint32_t variable);

    /// Some answer to `other` takes away all influence of `variable`.
    bool may_lose_influence(std::uint32_t variable, std::uint32_t other);

    /// Some answer to the question changes whether the first `count` of the whens hold.
    bool changes_whens(std::uint32_t variable, std::size_t count);

    /// Of a list that is answered: the fields of its items without an answer that matter to what these come to.
    std::vector<ItemField> missing_fields(std::uint32_t variable);

private:
    enum class Outcome : std::uint8_t { not_applicable, met, not_met, unknown };

    bool takes_too_long() const;
    std::size_t first_candidate(std::uint32_t variable) const;
    Outcome outcome(Level applies, Level met) const;
    void set_up(std::uint32_t variable, std::size_t whens, bool with_require);
    bool can_differ(std::size_t depth);
    bool differs();
    LevelPairs whens_hold();
    LevelPairs pairs_of(const Node& node);
    LevelPairs pairs_of_test(const Node& node) const;
    LevelPairs pairs_of_list(const Node& node);
    LevelPairs pairs_of_list(const Node& node, std::size_t candidate);
    LevelPairs pairs_of_counted(const Node& node);
    LevelPairs pairs_of_counted(const Node& node, std::size_t limit);
    LevelPairs pairs_of_counted_list(const Node& node);
    LevelPairs pairs_of_counted_list(const Node& node, std::size_t list, std::size_t limit);
    std::optional<LevelPairs> settled_by_limit(const Node& node, std::size_t limit, double& number) const;
    void add_pairs_of_item(const Node& node, std::size_t depth, LevelPairs& pairs);
    void add_missing(const Node& node, std::uint32_t list, std::vector<ItemField>& missing);
    template <typename Visit>
    void for_each_change(const TestSide& side, Visit&& visit) const;

    static constexpr std::size_t free_ = static_cast<std::size_t>(-1);

    const OpenFormula& formula_;
    Others others_;
    std::vector<std::size_t> candidate_;       // by variable: the one that it is held at, or `free_`
    std::uint32_t changing_ = TestSide::none;  // the question whose answer changes
    std::size_t whens_ = 0;                    // how many of them are looked at
    bool with_require_ = false;
    std::vector<std::uint32_t> read_again_;    // the questions that are read more than once, the fewest answers first
    std::vector<std::uint32_t> held_in_turn_;  // the same, but first the one that changes
    bool fields_stay_ = false;                 // those of the items of a list that is answered
    std::size_t visits_ = 0;
};

}  // namespace hipaa
