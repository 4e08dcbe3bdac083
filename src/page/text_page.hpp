// Drawing a page for a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "page/page.hpp"

namespace hipaa {

/// The page in lines of at most `width` cells, but for words that are wider, keys of YAML and mistakes. With
/// `color`, headings are bold and some words red, yellow or green. Ends with a line feed. No line is a command to a CI
/// system.
std::string text_page(const page::Page& page, std::size_t width, bool color);

/// The mistakes of a file, whose lines are not wrapped.
std::string mistakes_text(const page::Mistakes& mistakes);

/// For a Span: one line, nothing that steers a terminal, well-formed UTF-8 whatever came in.
std::string safe_text(std::string_view text);

}  // namespace hipaa
