// "Did you mean": the nearest of the words that would have been right.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace hipaa {

/// In bytes; what is longer is near to nothing.
inline constexpr std::size_t longest_misspelling = 100;

/// The candidate that `word` was most likely meant to be, letter case and `-`/`_` aside, or nothing if none is near:
/// at most one edit (insertion, deletion, substitution, swap of neighbours) for every three letters of the longer
/// word. The first of several equally near ones wins. Words longer than `longest_misspelling` are near to nothing.
std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates);

/// The same for names, of which short ones have little to tell them apart: `loom` is no slip of `zoom`. One of up to four
/// letters is near to what begins with the same letter.
std::optional<std::string_view> closest_name(std::string_view word, std::span<const std::string_view> candidates);

/// True if `a` is `b`, letter case and `-`/`_` aside, but for one letter too many, missing or wrong, or two swapped.
bool is_slip_of(std::string_view a, std::string_view b);

/// How many edits `a` is from `b`, letter case and `-`/`_` aside. Nothing if there are more than `limit`, or a word is
/// longer than `longest_misspelling`.
std::optional<std::size_t> edits_between(std::string_view a, std::string_view b, std::size_t limit);

/// True if `closest` would take `a` for a misspelt `b`.
bool is_near(std::string_view a, std::string_view b);

}  // namespace hipaa
