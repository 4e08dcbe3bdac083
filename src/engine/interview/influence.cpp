// Whether the answer to an open question can change what a check comes to.
#include "engine/interview/influence.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/interview/enough.hpp"

namespace hipaa {
namespace {

/// So many nodes are looked at for one formula: a few milliseconds.
constexpr std::size_t most_visits = 100'000;

/// More fields of an item are not held at each of their answers.
constexpr std::size_t most_repeated_fields = 4;

/// Of a `when`: what a part of the file would say that is not there takes nothing in.
LevelPairs applied(LevelPairs when) {
    const auto taken = [](Level level) { return level == Level::absent ? Level::no : level; };
    LevelPairs pairs;
    when.for_each([&](Level after, Level before) { pairs.add(taken(after), taken(before)); });
    return pairs;
}

}  // namespace

Influence::Influence(const OpenFormula& formula, Others others)
    : formula_(formula), others_(others), candidate_(formula.variables.size(), free_) {
    for (std::uint32_t i = 0; i < formula_.variables.size(); ++i)
        if (formula_.variables[i].is_read_again) read_again_.push_back(i);
    std::ranges::stable_sort(read_again_, {}, [&](std::uint32_t i) { return formula_.variables[i].candidates.size(); });
}

/// So many nodes were looked at that nobody should wait for more.
bool Influence::takes_too_long() const { return visits_ > most_visits; }

/// The first that is tried: of the question that changes, what it changes to.
std::size_t Influence::first_candidate(std::uint32_t variable) const {
    if (variable == changing_) return 1;
    return others_ == Others::answered && !formula_.variables[variable].may_stay ? 1 : 0;
}

bool Influence::is_open() {
    std::ranges::fill(candidate_, 0);
    changing_ = TestSide::none;
    whens_ = formula_.whens.size();
    with_require_ = true;
    bool open = false;
    const LevelPairs met = pairs_of(formula_.require);
    whens_hold().for_each([&](Level applies, Level) {
        met.for_each([&](Level is_met, Level) { open = outcome(applies, is_met) == Outcome::unknown; });
    });
    return open;
}

bool Influence::changes_result(std::uint32_t variable) {
    if (takes_too_long()) return true;
    set_up(variable, formula_.whens.size(), true);
    return can_differ(0);
}

bool Influence::changes_whens(std::uint32_t variable, std::size_t count) {
    if (takes_too_long()) return true;
    set_up(variable, count, false);
    return can_differ(0);
}

bool Influence::may_lose_influence(std::uint32_t variable, std::uint32_t other) {
    if (takes_too_long()) return false;
    set_up(variable, formula_.whens.size(), true);
    std::erase(held_in_turn_, other);
    for (std::size_t i = 1; i < formula_.variables[other].candidates.size(); ++i) {
        candidate_[other] = i;
        if (!can_differ(0)) return true;
    }
    return false;
}

Influence::Outcome Influence::outcome(Level applies, Level met) const {
    if (applies == Level::no) return Outcome::not_applicable;
    if (applies != Level::yes || met == Level::unknown) return Outcome::unknown;
    if (met == Level::yes) return Outcome::met;
    return formula_.unmet_is_unknown ? Outcome::unknown : Outcome::not_met;
}

void Influence::set_up(std::uint32_t variable, std::size_t whens, bool with_require) {
    std::ranges::fill(candidate_, free_);
    changing_ = variable;
    whens_ = whens;
    with_require_ = with_require;
    held_in_turn_ = read_again_;
    const auto changing = std::ranges::find(held_in_turn_, variable);
    if (changing != held_in_turn_.end()) std::rotate(held_in_turn_.begin(), changing, changing + 1);
}

/// With those before `depth` held at one answer, and all others free. Questions that are read once need not be held: no
/// other part of the formula depends on their answer.
bool Influence::can_differ(std::size_t depth) {
    if (takes_too_long()) return true;
    if (!differs()) return false;
    if (depth == held_in_turn_.size()) return true;
    const std::uint32_t held = held_in_turn_[depth];
    bool found = false;
    for (std::size_t i = first_candidate(held); i < formula_.variables[held].candidates.size() && !found; ++i) {
        candidate_[held] = i;
        found = can_differ(depth + 1);
    }
    candidate_[held] = free_;
    return found;
}

bool Influence::differs() {
    const LevelPairs applies = whens_hold();
    bool found = false;
    if (!with_require_) {
        applies.for_each([&](Level after, Level before) { found = found || after != before; });
        return found;
    }
    const LevelPairs met = pairs_of(formula_.require);
    applies.for_each([&](Level applies_after, Level applies_before) {
        met.for_each([&](Level met_after, Level met_before) {
            found = found || outcome(applies_after, met_after) != outcome(applies_before, met_before);
        });
    });
    return found;
}

LevelPairs Influence::whens_hold() {
    if (whens_ == 0) return LevelPairs::unchanged(LevelSet::of(Level::yes));
    LevelPairs all = applied(pairs_of(formula_.whens.front()));
    for (std::size_t i = 1; i < whens_; ++i) all = lowest(all, applied(pairs_of(formula_.whens[i])));
    return all;
}

LevelPairs Influence::pairs_of(const Node& node) {
    ++visits_;
    switch (node.kind) {
        case Node::Kind::constant:
            break;
        case Node::Kind::test:
            return pairs_of_test(node);
        case Node::Kind::item: {
            LevelPairs pairs;
            add_pairs_of_item(node, 0, pairs);
            return pairs;
        }
        case Node::Kind::open_list:
        case Node::Kind::open_fields:
            return node.test ? pairs_of_counted_list(node) : pairs_of_list(node);
        case Node::Kind::counted:
            return pairs_of_counted(node);
        case Node::Kind::all:
        case Node::Kind::any: {
            LevelPairs pairs = pairs_of(node.parts.front());
            for (const Node& part : std::span(node.parts).subspan(1))
                pairs = node.kind == Node::Kind::all ? lowest(pairs, pairs_of(part)) : greatest(pairs, pairs_of(part));
            return pairs;
        }
    }
    return LevelPairs::unchanged(LevelSet::of(node.level));
}

/// Calls `visit` with the candidates that the question of a side can have after and before the change.
template <typename Visit>
void Influence::for_each_change(const TestSide& side, Visit&& visit) const {
    if (side.variable == TestSide::none) return visit(0, 0);
    if (fields_stay_ && formula_.variables[side.variable].kind == Variable::Kind::field) return visit(0, 0);
    const bool changes = side.variable == changing_;
    if (const std::size_t held = candidate_[side.variable]; held != free_) return visit(held, changes ? 0 : held);
    for (std::size_t i = first_candidate(side.variable); i < formula_.variables[side.variable].candidates.size(); ++i)
        visit(i, changes ? 0 : i);
}

LevelPairs Influence::pairs_of_test(const Node& node) const {
    LevelPairs pairs;
    const auto add = [&](std::size_t after, std::size_t before) {
        if (after == before) pairs.add(LevelPairs::unchanged(node.table[after]));
        else pairs.add(LevelPairs::changed(node.table[after], node.table[before]));
    };
    if (node.columns == 1) {
        for_each_change(node.left.variable == TestSide::none ? node.right : node.left, add);
        return pairs;
    }
    for_each_change(node.left, [&](std::size_t row_after, std::size_t row_before) {
        for_each_change(node.right, [&](std::size_t column_after, std::size_t column_before) {
            add(row_after * node.columns + column_after, row_before * node.columns + column_before);
        });
    });
    return pairs;
}

LevelPairs Influence::pairs_of_list(const Node& node) {
    LevelPairs pairs;
    for_each_change(node.left, [&](std::size_t after, std::size_t before) {
        if (after == before) pairs.add(pairs_of_list(node, after));
        else pairs.add(LevelPairs::changed(pairs_of_list(node, after).after(), pairs_of_list(node, before).after()));
    });
    return pairs;
}

/// What the items come to if the list is answered with a candidate: as it is, with all fields, empty, with some items, or
/// with an `also` word.
LevelPairs Influence::pairs_of_list(const Node& node, std::size_t candidate) {
    if (node.kind == Node::Kind::open_fields) {
        const bool before = std::exchange(fields_stay_, candidate == 0);
        const LevelPairs pairs = pairs_of(node.parts.front());
        fields_stay_ = before;
        return pairs;
    }
    if (candidate == 0) return pairs_of(node.parts.back());
    const Answer& answer = formula_.variables[node.left.variable].candidates[candidate].answer;
    const auto* records = std::get_if<std::vector<Record>>(&answer.value);
    if (!records) return LevelPairs::unchanged(LevelSet::of(node.negated ? Level::yes : Level::no));
    if (records->empty()) return LevelPairs::unchanged(LevelSet::of(node.every ? Level::yes : Level::no));
    LevelPairs pairs = pairs_of(node.parts.front());
    for (;;) {
        const LevelPairs more = node.every ? lowest(pairs, pairs) : greatest(pairs, pairs);
        if (pairs.contains_all(more)) return pairs;
        pairs.add(more);
    }
}

/// What the limit alone makes of counted items if it is answered with a candidate; if it is a number, that is `number`.
std::optional<LevelPairs> Influence::settled_by_limit(const Node& node, std::size_t limit, double& number) const {
    number = node.limit;
    if (node.right.variable == TestSide::none) return std::nullopt;
    const Candidate& candidate = formula_.variables[node.right.variable].candidates[limit];
    if (candidate.any) return LevelPairs::all();
    if (!candidate.answer.known()) return LevelPairs::unchanged(LevelSet::of(Level::unknown));
    const auto* known = std::get_if<double>(scalar(candidate.answer));
    if (!known) return LevelPairs::unchanged(LevelSet::of(node.negated ? Level::yes : Level::no));
    number = *known;
    return std::nullopt;
}

LevelPairs Influence::pairs_of_counted(const Node& node) {
    LevelPairs pairs;
    for_each_change(node.right, [&](std::size_t after, std::size_t before) {
        if (after == before) pairs.add(pairs_of_counted(node, after));
        else
            pairs.add(
                LevelPairs::changed(pairs_of_counted(node, after).after(), pairs_of_counted(node, before).after()));
    });
    return pairs;
}

LevelPairs Influence::pairs_of_counted(const Node& node, std::size_t limit) {
    double number = 0;
    if (const auto settled = settled_by_limit(node, limit, number)) return *settled;
    if (node.undecided) return LevelPairs::unchanged(LevelSet::of(Level::unknown));
    std::vector<LevelPairs> items;
    for (const Node& part : node.parts) items.push_back(pairs_of(part));
    visits_ += items.size() * items.size();
    return enough_of(items, node.needed(number));
}

LevelPairs Influence::pairs_of_counted_list(const Node& node) {
    LevelPairs pairs;
    for_each_change(node.left, [&](std::size_t after, std::size_t before) {
        for_each_change(node.right, [&](std::size_t limit_after, std::size_t limit_before) {
            const LevelPairs changed = pairs_of_counted_list(node, after, limit_after);
            if (after == before && limit_after == limit_before) pairs.add(changed);
            else
                pairs.add(
                    LevelPairs::changed(changed.after(), pairs_of_counted_list(node, before, limit_before).after()));
        });
    });
    return pairs;
}

LevelPairs Influence::pairs_of_counted_list(const Node& node, std::size_t list, std::size_t limit) {
    if (list == 0) return pairs_of(node.parts.back());
    const auto constant = [](bool holds) {
        return LevelPairs::unchanged(LevelSet::of(holds ? Level::yes : Level::no));
    };
    const auto* records = formula_.variables[node.left.variable].candidates[list].answer.records();
    if (!records) return constant(node.negated);
    double number = 0;
    if (const auto settled = settled_by_limit(node, limit, number)) return *settled;
    const double enough = node.enough(number);
    if (records->empty()) return constant(node.every ? enough >= 0 : enough <= 0);
    return enough_of_any_number(pairs_of(node.parts.front()), enough, node.every);
}

/// With the first fields that its condition reads more than once held at one answer.
void Influence::add_pairs_of_item(const Node& node, std::size_t depth, LevelPairs& pairs) {
    const bool is_last = depth == node.repeated.size() || depth == most_repeated_fields;
    if (is_last || fields_stay_) return pairs.add(pairs_of(node.parts.front()));
    const std::uint32_t field = node.repeated[depth];
    for (std::size_t i = first_candidate(field); i < formula_.variables[field].candidates.size(); ++i) {
        candidate_[field] = i;
        add_pairs_of_item(node, depth + 1, pairs);
    }
    candidate_[field] = free_;
}

std::vector<ItemField> Influence::missing_fields(std::uint32_t variable) {
    std::vector<ItemField> missing;
    for (const Node& when : formula_.whens) add_missing(when, variable, missing);
    add_missing(formula_.require, variable, missing);
    return missing;
}

void Influence::add_missing(const Node& node, std::uint32_t list, std::vector<ItemField>& missing) {
    const bool of_another_list = node.kind == Node::Kind::open_fields && node.left.variable != list;
    if (of_another_list || node.kind == Node::Kind::open_list) return;
    for (const Node& part : node.parts) add_missing(part, list, missing);
    if (node.kind != Node::Kind::item) return;
    for (const std::uint32_t field : node.fields) {
        set_up(field, 0, false);
        bool matters = false;
        pairs_of(node).for_each([&](Level after, Level before) { matters = matters || after != before; });
        if (matters) missing.push_back({node.item, formula_.variables[field].index});
    }
}

}  // namespace hipaa
