// Texts to compare the two readers of YAML on: generated ones, and mutants of real ones. The same seed gives the same
// texts everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hipaa::yaml {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// From 0 to `limit` - 1.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
    bool one_in(std::size_t times) { return below(times) == 0; }

    template <typename Choices>
    const auto& pick(const Choices& choices) {
        return choices[below(std::size(choices))];
    }

private:
    std::mt19937_64 engine_;
};

/// A small document of all that YAML offers, not always a correct one.
std::string generate(Random& random);

/// Some lines of one of `texts`, changed in a few places.
std::string mutate(const std::vector<std::string>& texts, Random& random);

}  // namespace hipaa::yaml
