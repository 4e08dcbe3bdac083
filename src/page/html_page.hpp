// Drawing a page in HTML.
#pragma once

#include <map>
#include <string>

#include "page/html_text.hpp"
#include "page/page.hpp"
#include "page/standing.hpp"

namespace hipaa {

/// How a note looks before it is opened.
struct NoteFace {
    Standing standing;
    page::Line gist;  // the point of it, in a line; may be empty
};

/// Where in a document a page stands, and what is drawn beside its words.
struct HtmlPlace {
    std::string prefix;                                  // of the ids of its elements
    int top_level = 1;                                   // of its headings
    std::map<std::string, NoteFace, std::less<>> notes;  // by key; only notes can be opened
    std::string picture;                                 // HTML, which goes before the first section
};

/// The ids that the headings of a page get.
Anchors anchors_of(const page::Page& page, const std::string& prefix);

std::string html_page(const page::Page& page, const HtmlPlace& place);

}  // namespace hipaa
