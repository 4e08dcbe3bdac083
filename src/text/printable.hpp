// Text from a file, made safe to show on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hipaa {

/// True for what could steer a terminal or turn the reading order: C0 and C1 controls (line feed and tab too), DEL,
/// line and paragraph separators, bidirectional marks, embeddings, overrides and isolates, invisible tag characters,
/// a byte order mark.
bool is_unprintable(char32_t code_point);

/// How many characters at the start of `text` are ASCII that prints: U+0020 to U+007E. Nearly all text is nothing else.
std::size_t printable_ascii(std::string_view text);

/// `text` on one line: line breaks and tabs become a space, every other unprintable character the visible
/// `\u{202E}`, and a byte that is not well-formed `\xFF`. Well-formed UTF-8 out.
std::string printable(std::string_view text);

}  // namespace hipaa
