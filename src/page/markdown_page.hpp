// Drawing a page in GitHub-flavoured markdown.
#pragma once

#include <string>
#include <string_view>

#include "page/page.hpp"

namespace hipaa {

/// The page; ends with a line feed.
std::string markdown_page(const page::Page& page);

/// Text that markdown shows as it is, on one line: no markup, no HTML, no link.
std::string markdown_text(std::string_view text);

/// The same as a code span, whatever backticks it holds.
std::string markdown_code(std::string_view text);

}  // namespace hipaa
