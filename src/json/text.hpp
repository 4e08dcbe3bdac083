// JSON text that is safe to print.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// JSON with every character that could steer a terminal or turn the reading order written as `\uXXXX`, and a
/// replacement character for what is not UTF-8. Such a character can stand only inside a string, where the escape means the same.
std::string escape_invisible(std::string_view json);

/// True if `text` can stand between the quotes of a JSON string as it is, and `escape_invisible` would not change it: only
/// ASCII that prints, without quotes and backslashes.
bool is_plain(std::string_view text);

}  // namespace hipaa
