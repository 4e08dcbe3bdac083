// "Did you mean": Damerau-Levenshtein distance, restricted to swaps of neighbours that nothing else touches.
#include "text/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

#include <utf8proc.h>

#include "text/utf8.hpp"

namespace hipaa {
namespace {

/// A word as it is compared: letter case folded, `_` as `-`, a code point an element.
struct Letters {
    std::array<char32_t, longest_misspelling> at;
    std::size_t size = 0;

    explicit Letters(std::string_view word) {
        while (!word.empty()) {
            const char32_t letter = utf8::take(word);
            at[size++] =
                letter == U'_' ? U'-' : static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(letter)));
        }
    }
};

using Row = std::array<std::uint8_t, longest_misspelling + 1>;

/// Edits from `a` to `b`, or nothing if there are more than `limit`.
std::optional<std::size_t> distance(const Letters& a, const Letters& b, std::size_t limit) {
    if (std::max(a.size, b.size) - std::min(a.size, b.size) > limit) return std::nullopt;
    std::array<Row, 3> rows;
    for (std::size_t j = 0; j <= b.size; ++j) rows[0][j] = static_cast<std::uint8_t>(j);
    std::size_t least_before = 0;
    for (std::size_t i = 1; i <= a.size; ++i) {
        const Row& above = rows[(i - 1) % 3];
        Row& row = rows[i % 3];
        row[0] = static_cast<std::uint8_t>(i);
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size; ++j) {
            const int substitution = a.at[i - 1] == b.at[j - 1] ? 0 : 1;
            int edits = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + substitution});
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1]) {
                edits = std::min(edits, rows[(i - 2) % 3][j - 2] + 1);
            }
            row[j] = static_cast<std::uint8_t>(edits);
            least = std::min(least, static_cast<std::size_t>(edits));
        }
        if (least > limit && least_before > limit) return std::nullopt;
        least_before = least;
    }
    const std::size_t edits = rows[a.size % 3][b.size];
    return edits <= limit ? std::optional(edits) : std::nullopt;
}

/// Edits that are still taken for a slip of the keyboard.
std::size_t tolerance(const Letters& a, const Letters& b) { return std::max(a.size, b.size) / 3; }

}  // namespace

std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.size() > longest_misspelling) return std::nullopt;
    const Letters letters(word);
    std::optional<std::string_view> nearest;
    std::size_t edits_to_beat = longest_misspelling + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest_misspelling) continue;
        const Letters other(candidate);
        const auto edits = distance(letters, other, std::min(tolerance(letters, other), edits_to_beat - 1));
        if (!edits) continue;
        nearest = candidate;
        if (*edits == 0) break;
        edits_to_beat = *edits;
    }
    return nearest;
}

std::optional<std::string_view> closest_name(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t short_name = 4;
    if (word.empty() || word.size() > longest_misspelling) return std::nullopt;
    std::vector<std::string_view> alike;
    std::ranges::copy_if(candidates, std::back_inserter(alike), [&](std::string_view name) {
        const bool is_short = std::max(word.size(), name.size()) <= short_name;
        return !is_short || (!name.empty() && Letters(word).at[0] == Letters(name).at[0]);
    });
    return closest(word, alike);
}

std::optional<std::size_t> edits_between(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > longest_misspelling || b.size() > longest_misspelling) return std::nullopt;
    return distance(Letters(a), Letters(b), limit);
}

bool is_slip_of(std::string_view a, std::string_view b) { return edits_between(a, b, 1).has_value(); }

bool is_near(std::string_view a, std::string_view b) { return closest(a, std::span(&b, 1)).has_value(); }

}  // namespace hipaa
