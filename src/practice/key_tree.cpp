// Building the tree of all keys.
#include "practice/key_tree.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "text/display_name.hpp"
#include "text/loose_name.hpp"

namespace hipaa {
namespace {

constexpr std::string_view products_prefix = "products.";

Key& make_child(Key& parent, std::string_view name, bool former = false) {
    // From the last one on, since questions of one group follow each other.
    const auto found = std::find_if(parent.children.rbegin(), parent.children.rend(),
                                    [&](const Key& child) { return child.name == name; });
    if (found != parent.children.rend()) {
        found->former = found->former && former;
        return *found;
    }
    Key& child = parent.children.emplace_back();
    child.name = Text(name);
    child.former = former;
    return child;
}

Key& make_path(Key& from, std::string_view path, bool former = false) {
    Key* key = &from;
    while (true) {
        const auto dot = path.find('.');
        key = &make_child(*key, path.substr(0, dot), former);
        if (dot == std::string_view::npos) return *key;
        path.remove_prefix(dot + 1);
    }
}

void add_questions(Key& below, const QuestionGroup& group, std::size_t group_index) {
    for (std::size_t i = 0; i < group.questions.size(); ++i) {
        const Question& question = group.questions[i];
        const std::string_view key = question.key;
        make_path(below, key).answers.push_back({group_index, i});
        for (const Text old : question.formerly) {
            make_path(below, old, true).answers.push_back({group_index, i, old});
            if (question.addressable)
                make_path(below, old.substr(0, old.rfind('.')), true).shorthand = addressable_status;
        }
        if (question.addressable) make_path(below, key.substr(0, key.rfind('.'))).shorthand = addressable_status;
    }
}

/// `about` is that of a product.
Text product_key(const Checklist& checklist) { return Text(checklist.group.about.substr(products_prefix.size())); }

/// Whatever a product is called, unless that is a question of its checklist.
void name_product(Key& product) {
    Key& name = make_child(product, product_name_key);
    name.names_product = name.answers.empty() && name.children.empty();
}

}  // namespace

const Key* Key::child(std::string_view wanted) const {
    for (const Key& child : children)
        if (child.name == wanted) return &child;
    return nullptr;
}

const Key* Key::at(std::string_view path) const {
    const Key* key = this;
    while (key) {
        const auto dot = path.find('.');
        key = key->child(path.substr(0, dot));
        if (dot == std::string_view::npos) break;
        path.remove_prefix(dot + 1);
    }
    return key;
}

std::vector<std::string_view> Key::child_names() const {
    std::vector<std::string_view> names;
    for (const Key& child : children)
        if (!child.former) names.push_back(child.name);
    return names;
}

std::vector<std::string> product_names(const Checklist& checklist) {
    std::vector<std::string> names{loose_name(product_key(checklist))};
    if (!checklist.name.empty()) names.push_back(loose_name(checklist.name));
    for (const Text name : checklist.also_known_as) names.push_back(loose_name(name));
    return names;
}

std::string one_of_products(std::span<const KnownProduct> products) {
    std::string words;
    for (const KnownProduct& product : products)
        words += fmt::format("{}`{}` ({})", words.empty() ? "" : " or ", product.key, product.name);
    return words;
}

std::span<const KnownProduct> KeyTree::products_called(std::string_view name) const {
    const auto found = products_by_name.find(loose_name(name));
    if (found == products_by_name.end()) return {};
    return found->second;
}

const Text* KeyTree::product_called(std::string_view name) const {
    const std::span<const KnownProduct> products = products_called(name);
    return products.size() == 1 ? &products.front().key : nullptr;
}

KeyTree::KeyTree(const Library& library) {
    add_questions(top, practice_facts(), 0);
    make_path(top, labels_path).holds_labels = true;
    make_child(top, products_key);
    for (std::size_t i = 0; i < library.checklists.size(); ++i) {
        const Checklist& checklist = library.checklists[i];
        if (!checklist.loaded && checklist.generic()) continue;
        Key& about = checklist.generic() ? any_product : make_path(top, checklist.group.about);
        if (&about != &any_product && checklist.group.about.starts_with(products_prefix)) name_known_product(checklist);
        if (!checklist.loaded) continue;
        about.abouts.push_back(i);
        add_questions(about, checklist.group, i + 1);
        if (checklist.group.about.starts_with(products_prefix)) name_product(about);
    }
    make_child(top, decisions_key);
}

void KeyTree::name_known_product(const Checklist& checklist) {
    const Text key = product_key(checklist);
    for (std::string& name : product_names(checklist)) {
        std::vector<KnownProduct>& called = products_by_name[std::move(name)];
        if (std::ranges::find(called, key, &KnownProduct::key) != called.end()) continue;
        called.push_back({key, checklist.name.empty() ? display_name(key) : std::string(checklist.name)});
    }
}

}  // namespace hipaa
