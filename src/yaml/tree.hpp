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
    Kind kind = Kind::null;
    bool quoted = false;
    std::uint32_t size = 0;   // bytes of text, items, or entries
    std::uint32_t first = 0;  // of a collection: where its children begin in Tree::records
    const char* text = nullptr;

    std::string_view view() const { return {text, text == nullptr ? 0 : size}; }
};

/// Built once, then only read; never moved, as nodes and records point into it.
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
