// Which checklists a practice file calls for.
#include "practice/required_checklists.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "practice/key_tree.hpp"

namespace hipaa {
namespace {

class CalledForSearch {
public:
    explicit CalledForSearch(std::span<const BuiltinImage> known) : known_(known) {}

    /// False if something is not explained.
    bool look_at(yaml::Node root) {
        if (!root.is_map()) return false;
        for (const yaml::Entry& entry : root.entries())
            if (!look_at(entry)) return false;
        return true;
    }

    std::vector<std::size_t> found() const { return {found_.begin(), found_.end()}; }

private:
    bool look_at(const yaml::Entry& entry) {
        if (entry.key.starts_with("x-") || entry.key == "confirmed_on" || entry.key == "practice") return true;
        if (entry.key == decisions_key) return look_at_decisions(entry.value);
        if (entry.key == products_key) return look_at_products(entry.value);
        return add([&](const BuiltinImage& one) { return one.about.substr(0, one.about.find('.')) == entry.key; });
    }

    bool is_key_of_file(std::string_view key) const {
        return key == "confirmed_on" || key == "practice" || key == decisions_key || key == products_key ||
               std::ranges::find(known_, key, &BuiltinImage::about) != known_.end();
    }

    bool look_at_products(yaml::Node products) {
        if (!products.is_map()) return products.is_null();
        for (const yaml::Entry& product : products.entries()) {
            if (product.key.starts_with("x-")) continue;
            if (product.key.find('.') != std::string_view::npos || is_key_of_file(product.key)) return false;
            const std::string about = fmt::format("{}.{}", products_key, product.key);
            const bool own = add([&](const BuiltinImage& one) { return one.about == about; });
            if (!own && !add([](const BuiltinImage& one) { return one.about == any_product_about; })) return false;
        }
        return true;
    }

    bool look_at_decisions(yaml::Node decisions) {
        if (!decisions.is_sequence()) return decisions.is_null();
        for (const yaml::Node decision : decisions.items()) {
            const auto accepts = decision.is_map() ? decision.find("accepts") : std::nullopt;
            if (!accepts || !accepts->value.is_scalar()) return false;
            const std::string_view id = accepts->value.text();
            const std::string_view checklist = id.substr(0, id.find_first_of("/@"));
            if (!add([&](const BuiltinImage& one) { return one.id == checklist; })) return false;
        }
        return true;
    }

    /// Adds those that `is_meant`. False if there is none.
    template <typename Predicate>
    bool add(Predicate&& is_meant) {
        bool any = false;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (!is_meant(known_[i])) continue;
            found_.insert(i);
            any = true;
        }
        return any;
    }

    std::span<const BuiltinImage> known_;
    std::set<std::size_t> found_;
};

}  // namespace

std::optional<std::vector<std::size_t>> required_checklists(yaml::Node root, std::span<const BuiltinImage> known) {
    CalledForSearch search(known);
    if (!search.look_at(root)) return std::nullopt;
    return search.found();
}

}  // namespace hipaa
