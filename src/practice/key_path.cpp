// The way to an answer in a practice file.
#include "practice/key_path.hpp"

#include <utility>

#include <fmt/format.h>

#include "practice/key_tree.hpp"

namespace hipaa {
namespace {

void append_parts(KeyPath& path, std::string_view dotted) {
    for (auto dot = dotted.find('.'); dot != dotted.npos; dot = dotted.find('.')) {
        path.steps.emplace_back(std::string(dotted.substr(0, dot)));
        dotted.remove_prefix(dot + 1);
    }
    path.steps.emplace_back(std::string(dotted));
}

std::optional<yaml::Node> value_below(yaml::Node at, const KeyStep& step) {
    if (const std::string* key = std::get_if<std::string>(&step)) {
        const auto entry = at.find(*key);
        return entry ? std::optional(entry->value) : std::nullopt;
    }
    std::size_t left = *std::get_if<std::size_t>(&step);
    for (const yaml::Node item : at.items())
        if (left-- == 0) return item;
    return std::nullopt;
}

/// True if `document` has a value there, or one for both parts of an addressable question.
bool has_value(const yaml::Document& document, KeyPath path) {
    if (value_at(document, path)) return true;
    if (!path.addressable) return false;
    path.steps.pop_back();
    const auto group = value_at(document, path);
    return group && group->is_scalar();
}

}  // namespace

std::optional<yaml::Node> value_at(const yaml::Document& document, const KeyPath& path) {
    std::optional<yaml::Node> at = document.root();
    for (const KeyStep& step : path.steps)
        if (at) at = value_below(*at, step);
    return at;
}

KeyPath key_path(std::string_view dotted) {
    KeyPath path;
    append_parts(path, dotted);
    return path;
}

KeyPath key_path_of(std::string_view about, std::string_view product) {
    KeyPath path;
    if (!product.empty()) path.steps = {std::string(products_key), std::string(product)};
    else if (!about.empty()) append_parts(path, about);
    return path;
}

KeyPath key_path_of(std::string_view about, std::string_view product, const Question& question) {
    KeyPath path = key_path_of(about, product);
    append_parts(path, question.key);
    path.addressable = question.addressable;
    return path;
}

KeyPath key_path_in(const yaml::Document& document, std::string_view about, std::string_view product,
                    const Question& question) {
    KeyPath now = key_path_of(about, product, question);
    if (has_value(document, now)) return now;
    for (const Text old : question.formerly) {
        KeyPath path = key_path_of(about, product);
        append_parts(path, old);
        path.addressable = question.addressable;
        if (has_value(document, path)) return path;
    }
    return now;
}

KeyPath key_path_of_field(KeyPath list, std::size_t item, std::string_view field) {
    list.steps.emplace_back(item);
    list.steps.emplace_back(std::string(field));
    list.addressable = false;
    return list;
}

KeyPath key_path_of_field_in(const yaml::Document& document, const KeyPath& list, std::size_t item,
                             const Question& field) {
    KeyPath now = key_path_of_field(list, item, field.key);
    if (has_value(document, now)) return now;
    for (const Text old : field.formerly) {
        KeyPath path = key_path_of_field(list, item, old);
        if (has_value(document, path)) return path;
    }
    return now;
}

std::string key_text_of(const KeyPath& path) {
    std::string text;
    for (const KeyStep& step : path.steps) {
        if (const std::size_t* item = std::get_if<std::size_t>(&step)) text += fmt::format("[{}]", *item + 1);
        else text += (text.empty() ? "" : ".") + *std::get_if<std::string>(&step);
    }
    return text;
}

}  // namespace hipaa
