// Text that shows something, and text that only seems to be there.
#pragma once

#include <string_view>

namespace hipaa {

/// `text` without what shows nothing at its two ends: blanks of any kind, controls, zero-width and other invisible
/// characters, and marks that belong on a letter that is not there. Empty if all of it shows nothing. Well-formed UTF-8.
std::string_view visible_part(std::string_view text);

inline bool shows_something(std::string_view text) { return !visible_part(text).empty(); }

}  // namespace hipaa
