// Characters that look like a blank, a quotation mark or a colon and mean nothing in YAML.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hipaa {

struct Lookalike {
    enum class Of { blank, quotation_mark, colon };

    Of of;
    std::size_t at;    // its place in the text, in bytes
    std::size_t size;  // in bytes
    std::string name;  // "a no-break space (U+00A0)"
};

/// The first one in well-formed UTF-8.
std::optional<Lookalike> find_lookalike(std::string_view text);

/// `text` without blanks, lookalikes of blanks, and quotation marks of any kind at both ends.
std::string_view without_quotes(std::string_view text);

}  // namespace hipaa
