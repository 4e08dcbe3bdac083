// How many of some conditions hold, as far as open answers leave them undecided.
#include "engine/interview/enough.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

namespace hipaa {
namespace {

/// Of more combinations it is not known what they come to.
constexpr std::size_t most_states = 1'000;

/// How many conditions are absent or more, unknown or more, and yes: after, then before.
using LevelCounts = std::array<std::size_t, 6>;
constexpr std::size_t per_side = 3;

/// Counts those that reach a level; or, where few of them may be missing, those that do not. No further than to `most`,
/// which keeps the combinations few.
struct Counter {
    Counter(std::size_t needed, std::size_t all)
        : of_missing(all - needed + 1 < needed), most(of_missing ? all - needed + 1 : needed) {}

    void count(Level level, std::size_t* counts) const {
        for (std::size_t i = 0; i < per_side; ++i) {
            const bool reaches = static_cast<std::size_t>(level) > i;
            if (reaches != of_missing) counts[i] = std::min(counts[i] + 1, most);
        }
    }

    /// The highest level that enough conditions have.
    Level reached(const std::size_t* counts) const {
        std::size_t level = per_side;
        while (level > 0 && (counts[level - 1] < most) != of_missing) --level;
        return static_cast<Level>(level);
    }

    bool of_missing;
    std::size_t most;
};

LevelPairs always(Level level) { return LevelPairs::unchanged(LevelSet::of(level)); }

}  // namespace

LevelPairs enough_of(const std::vector<LevelPairs>& parts, double needed) {
    if (needed <= 0) return always(Level::yes);
    if (needed > static_cast<double>(parts.size())) return always(Level::no);
    const Counter counter(static_cast<std::size_t>(needed), parts.size());
    std::set<LevelCounts> states;
    states.insert(LevelCounts{});
    for (const LevelPairs& part : parts) {
        std::set<LevelCounts> next;
        for (const LevelCounts& state : states)
            part.for_each([&](Level after, Level before) {
                LevelCounts counts = state;
                counter.count(after, counts.data());
                counter.count(before, counts.data() + per_side);
                next.insert(counts);
            });
        if (next.size() > most_states) return LevelPairs::all();
        states = std::move(next);
    }
    LevelPairs pairs;
    for (const LevelCounts& counts : states)
        pairs.add(counter.reached(counts.data()), counter.reached(counts.data() + per_side));
    return pairs;
}

LevelPairs enough_of_any_number(LevelPairs part, double count, bool every) {
    if (every ? count < 0 : count <= 0) return always(every ? Level::no : Level::yes);
    const bool is_each = every && count == 0;
    const bool is_some = !every && count == 1;
    // There may be so few of them, or so many, that what they say makes no difference.
    if (!is_each && !is_some) part.add(always(every ? Level::yes : Level::no));
    for (;;) {
        LevelPairs more = part;
        if (!is_some) more.add(lowest(part, part));
        if (!is_each) more.add(greatest(part, part));
        if (part.contains_all(more)) return part;
        part = more;
    }
}

}  // namespace hipaa
