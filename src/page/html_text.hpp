// Text as HTML shows it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "page/page.hpp"

namespace hipaa {

/// The ids of elements, by the keys of the headings that they stand for.
using Anchors = std::map<std::string, std::string, std::less<>>;

/// Text on one line, as it is: no markup, no entity, nothing unprintable. Also for attributes in double quotes.
std::string html_text(std::string_view text);

/// The same with each line on a line of its own, for elements that keep line feeds.
std::string html_lines(std::string_view text);

/// A line with its code and its links. What is no web address, or has no anchor, stays text.
std::string html_line(const page::Line& line, const Anchors& anchors);

}  // namespace hipaa
