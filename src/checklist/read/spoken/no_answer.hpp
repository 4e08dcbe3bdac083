// Replies that say that there is none, or that nobody knows.
#pragma once

#include <string_view>

namespace hipaa {

/// True if all of `text` says that the answer is not known: "unknown", "not sure", "idk", "TBD", `???`.
bool means_unknown(std::string_view text);

/// True if all of `text` says that there is none of what was asked for: "none", "nobody", "none of them", `0`, `[]`. Not so
/// "n/a": what does not apply may be an answer that a question has a word for.
bool means_none(std::string_view text);

}  // namespace hipaa
