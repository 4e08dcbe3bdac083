// How wide text is on a terminal, and breaking it to fit.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hipaa {

/// Terminal cells that printable UTF-8 takes: 0 for combining marks, 2 for wide East Asian characters and most emoji.
std::size_t display_width(std::string_view text);

/// `text` broken at white space into lines of at most `width` cells (at least 1). A word wider than a line stands on a
/// line of its own, unbroken, so that addresses and keys can be copied. Runs of white space fold into one space. Empty
/// text gives one empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
/// The same, line by line. `take` gets a view that is valid for the call.
void wrap(std::string_view text, std::size_t width, const std::function<void(std::string_view)>& take);

/// `text` in at most `width` cells (at least 1), with an ellipsis at the end if it is longer.
std::string shorten(std::string_view text, std::size_t width);

}  // namespace hipaa
