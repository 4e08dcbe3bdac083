// UTF-8 as bytes and as code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hipaa::utf8 {

/// Byte offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values over U+10FFFF are
/// not), or nothing if all is.
std::optional<std::size_t> first_invalid(std::string_view bytes);

/// `bytes` with every byte that is not well-formed UTF-8 replaced by U+FFFD.
std::string well_formed(std::string_view bytes);

/// Number of code points in well-formed UTF-8.
std::size_t count(std::string_view text);

/// The first code point of well-formed, non-empty UTF-8; moves `text` past it.
char32_t take(std::string_view& text);

}  // namespace hipaa::utf8
