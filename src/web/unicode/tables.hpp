// What src/tools/compile_unicode.cpp derives from utf8proc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hipaa::unicode {

/// What holds for all code points from one on, up to the next run: the code point in the upper 24 bits, the value in the
/// lower 8. The first run begins at 0.
using Runs = std::span<const std::uint32_t>;

/// Bits 0 to 4: the category, as utf8proc numbers them. 5 and 6: the width in terminal cells. 7: ignorable.
extern const Runs property_runs;
extern const Runs combining_class_runs;

/// `count` code points from `first` on, each `step` behind the one before. If `length` is 0, `target` is what to add to
/// each; else each stands for `length` units of the text, one behind the other from `target` on.
struct Replacement {
    std::uint32_t first : 21;
    std::uint32_t count : 11;
    std::uint32_t step : 2;
    std::uint32_t length : 5;
    std::int32_t target : 25;
};
static_assert(sizeof(Replacement) == 8);

/// Sorted; no code point between the first and the last of one belongs to another.
using Replacements = std::span<const Replacement>;

/// Lower case, code point by code point; these rows only shift.
extern const Replacements lower_case;

/// Each code point with letter case folded and fully taken apart, as compatibility goes; without Hangul syllables.
extern const Replacements folding;
extern const std::u16string_view folding_text;

}  // namespace hipaa::unicode
