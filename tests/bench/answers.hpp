// The answers of an invented practice that uses Spruce, for files to measure with. No mistakes and no contradictions.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// What the engine gives is the same everywhere, unlike what the distributions of the standard library make of it.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }
    std::string_view one_of(const std::vector<std::string_view>& choices) {
        return choices[below(static_cast<std::uint32_t>(choices.size()))];
    }

private:
    std::mt19937 engine_;
};

/// A question and its answer, with a comment for it if there is one. An answer is text as it stands in a file.
struct Answer {
    std::string key;
    std::string value;
    std::string_view comment = {};
};

/// The answers under one key of `products.spruce`; those that are not given are absent.
struct Group {
    std::string_view key;
    std::vector<Answer> answers;
    /// Where the answers were looked up, for a comment above them.
    std::string_view source = {};
};

struct Practice {
    std::string name;
    std::string confirmed_on;
    /// Above the groups.
    std::vector<Answer> answers;
    std::vector<Group> groups;
};

/// Two of three practices have everything in place; the others have between one and three open points. All days are
/// before 2026-11-22, and all answers were confirmed in the year before it.
Practice invent(Chance& chance);

}  // namespace bench
