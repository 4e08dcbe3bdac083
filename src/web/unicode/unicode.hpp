// What src/text/ asks utf8proc for, out of tables that are small enough for the page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hipaa::unicode {

/// The length of the code point that `bytes` begins with, which goes to `code_point`; 0 if there is none, or a malformed one.
std::size_t decode(std::string_view bytes, char32_t& code_point);

/// As utf8proc numbers them; what is no code point has that of one that is not assigned.
int category(char32_t code_point);
/// In terminal cells.
int width(char32_t code_point);
bool is_ignorable(char32_t code_point);
char32_t to_lower(char32_t code_point);

/// Equal for those texts, and only for those, that utf8proc makes equal with COMPOSE, COMPAT, CASEFOLD, IGNORE and STRIPCC;
/// nothing if `text` is malformed. The code points are left apart instead of being composed, which takes no table and tells
/// the same texts apart, but for control characters between the marks of one letter.
std::optional<std::string> folded(std::string_view text);

/// Those are taken apart by arithmetic.
constexpr bool is_hangul_syllable(char32_t code_point) { return code_point >= 0xAC00 && code_point <= 0xD7A3; }

}  // namespace hipaa::unicode
