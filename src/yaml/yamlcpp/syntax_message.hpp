// What yaml-cpp complains about, said to somebody who has never heard of YAML's grammar.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hipaa::yaml {

/// Where and why yaml-cpp gave up. Offsets are in bytes.
struct ParserError {
    std::string_view text;
    std::string_view complaint;  // one of YAML::ErrorMsg, or text that begins with one
    std::size_t offset = 0;
    std::size_t last_node = 0;                // the last node that was read
    std::optional<std::size_t> open_bracket;  // the innermost bracket that is not closed
};

/// The same as a problem, but for its place: `offset` is where the cause is, as far as one can tell.
struct Mistake {
    std::string kind;
    std::size_t offset = 0;
    std::string message;
};

Mistake explain(const ParserError& error);

inline constexpr const char* directive_message =
    "a line that begins with `%` is an instruction to the reader of the file, and this one is not understood; remove "
    "it";
inline constexpr const char* unclosed_quote_message =
    "the text that begins with this quote never ends; add the closing quote where it should";
/// For a tab where only spaces may be.
inline constexpr const char* tab_message =
    "there is a tab in the indentation, where only spaces may stand; replace it by spaces";

}  // namespace hipaa::yaml
