// Paths, as far as their text goes.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "text/ascii.hpp"

namespace hipaa {

/// The same file by its simplest name: `a/b` for `./a//b/.`. Components `..` stay, because what is before one may be a
/// link. `-`, which means standard input, is left alone, and so is `./-`, which does not.
std::string normalize_path(std::string_view path);

/// `path` as seen from `directory`, an absolute path, if it is below that; else `path`.
std::string_view relative_to(std::string_view directory, std::string_view path);

/// True if `name` ends in `ending`, which is in small ASCII letters; in `name` they may be capital.
constexpr bool has_ending(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() &&
           std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, small_letter);
}

/// `.yaml` or `.yml`: a practice file, a checklist, or tests of one.
constexpr bool has_yaml_ending(std::string_view name) { return has_ending(name, ".yaml") || has_ending(name, ".yml"); }

}  // namespace hipaa
