// What is behind a Node.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/place.hpp"

namespace hipaa::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, map };

/// A value or a key. Of an alias the children are those of the node that it stands for.
struct Record {
    Place place;
    std::uint32_t size = 0;  // bytes of text, items, or entries
    Kind kind = Kind::null;
    bool quoted = false;
    union {
        const char* text = nullptr;  // of a scalar or a null
        std::uint32_t first;         // of a collection: where its children begin in Tree::records
    };

    bool is_collection() const { return kind == Kind::sequence || kind == Kind::map; }
    std::string_view view() const {
        return is_collection() || text == nullptr ? std::string_view{} : std::string_view(text, size);
    }
};
static_assert(sizeof(Record) <= 24, "a large file has very many of them");

}  // namespace hipaa::yaml
