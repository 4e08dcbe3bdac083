// The way to an answer in a practice file, key by key.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checklist/question.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// A key, or an item of a list, counted from 0.
using KeyStep = std::variant<std::string, std::size_t>;

struct KeyPath {
    std::vector<KeyStep> steps;
    /// The last key is one of the two of an addressable question: instead of the group that holds both, a file may have
    /// a single value, which is that of `addressable_status`.
    bool addressable = false;
};

/// The parts of a dotted key, such as `products.spruce.plan.tier`. No part of it may hold a dot itself.
KeyPath key_path(std::string_view dotted);

/// Where answers live, as `Sheet::about` and `Sheet::product` say it: a product's own key may hold dots.
KeyPath key_path_of(std::string_view about, std::string_view product);

/// Of the answer to `question`, whose group lives at `about`.
KeyPath key_path_of(std::string_view about, std::string_view product, const Question& question);

/// The same in a file that may still use a key of an earlier version: that key, if it is there.
KeyPath key_path_in(const yaml::Document& document, std::string_view about, std::string_view product,
                    const Question& question);

/// Of a field of an item (from 0) of the list at `list`.
KeyPath key_path_of_field(KeyPath list, std::size_t item, std::string_view field);

/// The same in a file that may still use a key of an earlier version: that key, if the item has it.
KeyPath key_path_of_field_in(const yaml::Document& document, const KeyPath& list, std::size_t item,
                             const Question& field);

/// What `document` has at `path`, if anything.
std::optional<yaml::Node> value_at(const yaml::Document& document, const KeyPath& path);

/// As people read it: `products.spruce.plan.tier`, `vendors[1].name`, items counted from 1.
std::string key_text_of(const KeyPath& path);

}  // namespace hipaa
