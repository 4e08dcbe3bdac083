// How many of some conditions hold: against all combinations of what they can be.
#include "engine/interview/enough.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "engine/interview/interview.hpp"

namespace hipaa::testing {
namespace {

using Pairs = std::vector<std::pair<Level, Level>>;

/// What the `needed`-th greatest of the levels is.
Level level_of(std::vector<Level> levels, int needed) {
    if (needed <= 0) return Level::yes;
    if (needed > static_cast<int>(levels.size())) return Level::no;
    std::ranges::sort(levels, std::greater());
    return levels[static_cast<std::size_t>(needed) - 1];
}

void add_all(const std::vector<Pairs>& parts, int needed, std::vector<Level>& after, std::vector<Level>& before,
             LevelPairs& found) {
    if (after.size() == parts.size()) return found.add(level_of(after, needed), level_of(before, needed));
    for (const auto& [one, other] : parts[after.size()]) {
        after.push_back(one);
        before.push_back(other);
        add_all(parts, needed, after, before, found);
        after.pop_back();
        before.pop_back();
    }
}

TEST_CASE("at least so many of some conditions") {
    Chance chance(3);
    for (int round = 0; round < 5000; ++round) {
        std::vector<LevelPairs> parts(1 + chance.below(5));
        std::vector<Pairs> listed(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            for (std::size_t more = chance.below(3) + 1; more > 0; --more)
                parts[i].add(static_cast<Level>(chance.below(4)), static_cast<Level>(chance.below(4)));
            parts[i].for_each([&](Level after, Level before) { listed[i].emplace_back(after, before); });
        }
        const int needed = static_cast<int>(chance.below(parts.size() + 3)) - 1;
        LevelPairs expected;
        std::vector<Level> after;
        std::vector<Level> before;
        add_all(listed, needed, after, before, expected);
        REQUIRE((enough_of(parts, needed) == expected));
    }
}

TEST_CASE("of a great many conditions, a few of which may be missing") {
    LevelPairs either;
    for (const Level level : {Level::no, Level::unknown, Level::yes}) either.add(level, level);
    CHECK((enough_of(std::vector<LevelPairs>(500, either), 498) == either));
    CHECK((enough_of(std::vector<LevelPairs>(500, either), 3) == either));
    CHECK((enough_of(std::vector<LevelPairs>(500, either), 250) == LevelPairs::all()));
}

}  // namespace
}  // namespace hipaa::testing
