// A field of one item of a list.
#pragma once

#include <compare>
#include <cstddef>

namespace hipaa {

struct ItemField {
    std::size_t item = 0;   // from 0
    std::size_t field = 0;  // index into `Question::fields`
    auto operator<=>(const ItemField&) const = default;
};

}  // namespace hipaa
