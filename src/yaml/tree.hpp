// What is behind Document and Node: records in one array, the children of a collection next to each other.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "text/place.hpp"
#include "yaml/document.hpp"

namespace hipaa::yaml {

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

/// Built once, then only read (at its end the source may be taken out); never moved, as nodes and records point into it.
struct Tree {
    explicit Tree(Source text) : source(std::move(text)) {}

    Source source;
    /// Texts that do not stand in the source as they read: with escapes, folded, or in several lines.
    std::pmr::monotonic_buffer_resource arena;
    /// Of a map, each key is followed by its value.
    std::vector<Record> records;
    std::uint32_t root = 0;
};

}  // namespace hipaa::yaml
