// Every key that a practice file may have, as a tree built from the questions of all checklists.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// A question that a key answers.
struct QuestionAddress {
    std::size_t group;     // 0 for the facts, else 1 + index of the checklist in the library
    std::size_t question;  // index in the group
    Text former = {};      // the key of an earlier version, where it is not today's
};

/// Its texts are those of the library.
struct Key {
    Text name;
    std::vector<Key> children;
    std::vector<QuestionAddress> answers;  // not empty: the key takes an answer
    std::string_view shorthand;            // of a group: the child that a single value below the key answers
    std::vector<std::size_t> abouts;       // checklists (index in the library) whose `about` is this key
    bool former = false;                   // only keys of earlier versions are here or below
    bool names_product = false;            // what the file calls the product
    bool holds_labels = false;             // what it holds has names and texts of the owner's own

    const Key* child(std::string_view name) const;
    /// The key at the end of a dotted path below this one, or null.
    const Key* at(std::string_view path) const;
    /// But for those of earlier versions.
    std::vector<std::string_view> child_names() const;
};

/// What an owner may call the product that a checklist is about: its key, its name, and what else it is known as; each as
/// `loose_name` has it.
std::vector<std::string> product_names(const Checklist& checklist);

/// A product that a checklist is about.
struct KnownProduct {
    Text key;
    std::string name;  // as people write it
};

/// "`consumer_apps` (Personal apps) or `google_workspace` (Google Workspace)".
std::string one_of_products(std::span<const KnownProduct> products);

struct KeyTree {
    Key top;
    Key any_product;  // what stands below a product for which only generic checklists are known
    std::map<std::string, std::vector<KnownProduct>> products_by_name;  // by each name, as `loose_name` has it

    explicit KeyTree(const Library& library);

    /// The products that `name` may mean, whatever its case, blanks, `_` and `-`; none if no checklist knows it.
    std::span<const KnownProduct> products_called(std::string_view name) const;
    /// The key of the product that `name` means; null if it means none, or may mean several.
    const Text* product_called(std::string_view name) const;

private:
    void name_known_product(const Checklist& checklist);
};

inline constexpr std::string_view decisions_key = "decisions";
inline constexpr std::string_view labels_path = "practice.labels";
inline constexpr std::string_view products_key = "products";
/// Below a product: what the practice calls it.
inline constexpr std::string_view product_name_key = "name";

}  // namespace hipaa
