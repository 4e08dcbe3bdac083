// What is behind Document: records in one array, the children of a collection next to each other.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <utility>
#include <vector>

#include "yaml/document.hpp"
#include "yaml/record.hpp"

namespace hipaa::yaml {

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
