// Loading built-in checklists without reading their YAML.
#include "checklist/builtin/builtin_library.hpp"

#include <numeric>
#include <set>

#include "checklist/builtin/image.hpp"

namespace hipaa {

namespace {

/// Adds what conditions of the `index`-th image refer to, and what is referred to there.
void add_with_references(std::span<const BuiltinImage> images, std::size_t index, std::set<std::size_t>& wanted) {
    if (!wanted.insert(index).second) return;
    for (const std::uint32_t other : images[index].referred_to) add_with_references(images, other, wanted);
}

}  // namespace

Library load_images(std::span<const BuiltinImage> images, const std::vector<std::size_t>& wanted) {
    std::set<std::size_t> needed;
    for (const std::size_t index : wanted) add_with_references(images, index, needed);
    Library library;
    library.checklists.reserve(images.size());
    for (std::size_t i = 0; i < images.size(); ++i)
        library.checklists.push_back(from_image(needed.contains(i) ? images[i].image : images[i].head));
    return library;
}

Library load_all_builtin() {
    std::vector<std::size_t> all(builtin_images().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return load_images(builtin_images(), all);
}

}  // namespace hipaa
