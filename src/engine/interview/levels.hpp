// Sets of truth values, and of pairs of them, as far as open answers leave a condition undecided.
#pragma once

#include <bit>
#include <cstdint>

#include "engine/truth.hpp"

namespace hipaa {

/// Kleene's truth values, with `absent` apart: what is undecided for want of a part of the file that is not there. A
/// `when` that comes out so is false, as `AppliedWhen` has it. From least to greatest, so that `all` takes the least of
/// its parts and `any` the greatest.
enum class Level : std::uint8_t { no, absent, unknown, yes };

struct LevelSet {
    std::uint8_t bits = 0;  // bit n is the level n

    static constexpr LevelSet of(Level level) {
        return {static_cast<std::uint8_t>(1u << static_cast<unsigned>(level))};
    }
    constexpr void add(LevelSet other) { bits = static_cast<std::uint8_t>(bits | other.bits); }
    friend constexpr bool operator==(LevelSet, LevelSet) = default;
};

inline constexpr LevelSet decided_either_way{0b1001};

/// What a condition can be after one question is answered, each with what it is as long as that question is not, whatever
/// the others say.
class LevelPairs {
public:
    constexpr LevelPairs() = default;

    /// The same before and after.
    static constexpr LevelPairs unchanged(LevelSet levels) {
        LevelPairs pairs;
        for (unsigned level = 0; level < 4; ++level)
            if ((levels.bits >> level & 1u) != 0) pairs.add_bit(level * 5);
        return pairs;
    }

    static constexpr LevelPairs changed(LevelSet after, LevelSet before) {
        LevelPairs pairs;
        for (unsigned level = 0; level < 4; ++level)
            if ((after.bits >> level & 1u) != 0)
                pairs.bits_ = static_cast<std::uint16_t>(pairs.bits_ | before.bits << level * 4);
        return pairs;
    }

    constexpr bool contains_all(LevelPairs other) const { return (other.bits_ & ~bits_) == 0; }
    constexpr void add(LevelPairs other) { bits_ = static_cast<std::uint16_t>(bits_ | other.bits_); }
    constexpr void add(Level after, Level before) {
        add_bit(static_cast<unsigned>(after) * 4 + static_cast<unsigned>(before));
    }

    /// Calls `visit` with each pair: after, before.
    template <typename Visit>
    constexpr void for_each(Visit&& visit) const {
        for (unsigned rest = bits_; rest != 0; rest &= rest - 1) {
            const auto bit = static_cast<unsigned>(std::countr_zero(rest));
            visit(static_cast<Level>(bit / 4), static_cast<Level>(bit % 4));
        }
    }

    /// Anything before and after.
    static constexpr LevelPairs all() { return changed({0b1111}, {0b1111}); }

    /// All values of one side.
    constexpr LevelSet after() const {
        LevelSet levels;
        for_each([&](Level level, Level) { levels.add(LevelSet::of(level)); });
        return levels;
    }

    /// Of two conditions that share no question: what `all` makes of them, and what `any` does.
    friend constexpr LevelPairs lowest(LevelPairs a, LevelPairs b) {
        return merged(a, b, [](Level x, Level y) { return x < y ? x : y; });
    }
    friend constexpr LevelPairs greatest(LevelPairs a, LevelPairs b) {
        return merged(a, b, [](Level x, Level y) { return x < y ? y : x; });
    }

    friend constexpr bool operator==(LevelPairs, LevelPairs) = default;

private:
    template <typename Merge>
    static constexpr LevelPairs merged(LevelPairs a, LevelPairs b, Merge merge) {
        LevelPairs pairs;
        a.for_each([&](Level after_a, Level before_a) {
            b.for_each(
                [&](Level after_b, Level before_b) { pairs.add(merge(after_a, after_b), merge(before_a, before_b)); });
        });
        return pairs;
    }

    constexpr void add_bit(unsigned bit) { bits_ = static_cast<std::uint16_t>(bits_ | 1u << bit); }

    std::uint16_t bits_ = 0;  // the bit after * 4 + before
};

}  // namespace hipaa
