// Endings of file names.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/ascii.hpp"

namespace hipaa {

/// True if `name` ends in `ending`, which is in small ASCII letters; in `name` they may be capital.
constexpr bool has_ending(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() &&
           std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, small_letter);
}

/// `.yaml` or `.yml`: a practice file, a checklist, or tests of one.
constexpr bool has_yaml_ending(std::string_view name) { return has_ending(name, ".yaml") || has_ending(name, ".yml"); }

}  // namespace hipaa
