// JSON text that is safe to print.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// JSON with every character that could steer a terminal or turn the reading order written as `\uXXXX`. Such a
/// character can stand only inside a string, where the escape means the same.
std::string escape_invisible(std::string_view json);

/// True if `text` is what stands between the quotes of a JSON string: no control character, quote or backslash.
bool needs_no_escape(std::string_view text);

}  // namespace hipaa
