// What a document says, place by place.
#include "practice/leaves.hpp"

#include <fmt/format.h>

namespace hipaa::testing {
namespace {

void add_leaves(yaml::Node node, const std::string& path, Leaves& leaves) {
    std::size_t index = 0;
    for (const yaml::Node item : node.items()) add_leaves(item, fmt::format("{}/{}", path, index++), leaves);
    for (const auto& entry : node.entries()) add_leaves(entry.value, fmt::format("{}/{}", path, entry.key), leaves);
    if (node.is_map() || node.is_sequence()) {
        if (node.size() == 0) leaves.emplace_back(path, node.is_map() ? "{}" : "[]");
        return;
    }
    leaves.emplace_back(path, node.is_null() ? "null" : fmt::format("<{}>", node.text()));
}

}  // namespace

Leaves leaves_of(yaml::Node root) {
    Leaves leaves;
    add_leaves(root, "", leaves);
    return leaves;
}

}  // namespace hipaa::testing
