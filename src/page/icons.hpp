// The signs that stand for results in HTML: a shape with a glyph for each, so that nothing rests on colour.
#pragma once

#include <string>
#include <string_view>

#include "page/standing.hpp"

namespace hipaa {

/// The class of elements that have the colour of a result.
std::string_view css_class(Standing standing);

/// The shapes, once in a document, before they are used.
std::string icon_definitions();

/// The sign as an image in the text. It is hidden from screen readers: words must stand beside it.
std::string icon(Standing standing);

/// The sign inside another image.
std::string icon_at(Standing standing, int x, int y, int size);

}  // namespace hipaa
