// Small questions about YAML's text, answered without reading all of it. All offsets are in bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hipaa::yaml {

inline constexpr std::string_view blanks = " \t";
inline constexpr std::string_view white_space = " \t\n";

/// From the start of a node to its content, past tag, anchor, white space and comments; where there are neither tag
/// nor anchor, the start itself.
std::size_t skip_properties(std::string_view text, std::size_t start);

/// The word for null that `text` begins with, if it is a whole one: `~`, `null`, `Null` or `NULL`; else empty.
std::string_view null_word(std::string_view text);

/// The dash of the block sequence at byte column `column` (from 0) that is next before `offset`; `offset` if none is.
std::size_t dash_before(std::string_view text, std::size_t offset, std::size_t column);

/// The closing quote of the text that the quote at `open` begins; npos if it has none.
std::size_t closing_quote(std::string_view text, std::size_t open);

/// Where the quoted text begins that is never closed, `from` being the start of some token.
std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t from);

/// The bracket that closes the one at `open`.
std::optional<std::size_t> closing_bracket(std::string_view text, std::size_t open);

/// True if a comment begins from `begin`, the start of some token, to before `end`.
bool has_comment(std::string_view text, std::size_t begin, std::size_t end);

/// First tab in the white space that begins the line of `offset`, or that follows the dashes there.
std::optional<std::size_t> indenting_tab(std::string_view text, std::size_t offset);

/// The first line above all content that begins with `%` and is no directive of YAML's own; yaml-cpp would skip it.
std::optional<std::size_t> unknown_directive(std::string_view text);

/// Offset of the first byte of the line of `offset`.
std::size_t line_start(std::string_view text, std::size_t offset);
/// The line of `offset`, from there on.
std::string_view rest_of_line(std::string_view text, std::size_t offset);

}  // namespace hipaa::yaml
