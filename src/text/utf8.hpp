// UTF-8 as bytes and as code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hipaa::utf8 {

/// What some editors put before text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Byte offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values over U+10FFFF are
/// not), or nothing if all is.
std::optional<std::size_t> first_invalid(std::string_view bytes);

/// `bytes` with every byte that is not well-formed UTF-8 replaced by U+FFFD.
std::string well_formed(std::string_view bytes);

/// The same with nothing lost, for names of files: each such byte becomes `\xFF`, and each backslash two. `bytes` stay as
/// they are if all are well-formed and nothing in them looks like such a byte.
std::string escape_malformed(std::string_view bytes);
/// The bytes that `escape_malformed` made `text` of.
std::string unescape_malformed(std::string_view text);

/// Number of code points in well-formed UTF-8.
std::size_t count(std::string_view text);

/// What `take` finds in place of a code point where a byte is not well-formed.
inline constexpr char32_t malformed = 0xFFFFFFFF;

/// The first code point of text that is not empty; moves `text` past it, or past a byte that is not well-formed.
char32_t take(std::string_view& text);

}  // namespace hipaa::utf8
