// From byte offsets to lines and columns.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/place.hpp"

namespace hipaa::yaml {

/// Finds places in UTF-8 whose line breaks are line feeds. Quick as long as the offsets asked for mostly rise.
class Locator {
public:
    explicit Locator(std::string_view text) : text_(text) {}

    /// The place of the character at `offset`; offsets past the end count as the end.
    Place place(std::size_t offset);

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    Place place_;
};

}  // namespace hipaa::yaml
