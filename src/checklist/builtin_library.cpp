// Loading built-in checklists without reading their YAML.
#include "checklist/builtin_library.hpp"

#include <algorithm>
#include <numeric>

#include "checklist/builtin.hpp"
#include "checklist/image.hpp"

namespace hipaa {

Library load_builtin(const std::vector<std::size_t>& wanted) {
    Library library;
    const std::span<const BuiltinImage> images = builtin_images();
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (std::ranges::binary_search(wanted, i)) library.checklists.push_back(from_image(images[i].image));
        else library.not_loaded.push_back({Text(images[i].id), Text(images[i].about)});
    }
    return library;
}

Library load_all_builtin() {
    std::vector<std::size_t> all(builtin_images().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return load_builtin(all);
}

}  // namespace hipaa
