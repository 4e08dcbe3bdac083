// The first question: what the practice uses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "interview/reply.hpp"
#include "interview/sitting.hpp"

namespace hipaa::interview {

inline constexpr std::string_view in_use_key = "products";

/// A product that a checklist knows, or a subject without a product.
struct Choice {
    std::string code;   // `spruce`, `security_rule`
    std::string name;   // "Spruce"
    std::string about;  // where its answers live
    bool is_product = false;
    bool chosen = false;                 // it is in the file
    std::vector<std::string> also = {};  // what else people call it
};

/// Products first, in the library's order.
std::vector<Choice> choices(const Sitting& sitting);

/// How many questions it may take, asked about alone.
ToGo questions_about(const Choice& choice, const Sitting& sitting);

/// What to add to the file: a known choice, or a product by its own name.
struct Chosen {
    KeyPath path;
    std::string noted;      // as it was understood
    std::string name;       // of a product that no checklist knows, if its key does not show it; else empty
    bool is_known = false;  // to a checklist
};

/// True for `none`, `nothing else` and the like, where names of products go.
bool means_no_others(std::string_view words);

/// Two names that give the same key are two products, unless they are spelled alike.
std::variant<Wish, std::vector<Chosen>, NotUnderstood> read_in_use(const std::vector<Choice>& choices,
                                                                   const Sitting& sitting, std::string_view typed);

/// What the file has beside those, as people call it.
std::vector<std::string> names_not_chosen(const std::vector<Chosen>& chosen, const Sitting& sitting);

}  // namespace hipaa::interview
