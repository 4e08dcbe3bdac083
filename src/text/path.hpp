// Paths, as far as their text goes.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// The same file by its simplest name: `a/b` for `./a//b/.`. Components `..` stay, because what is before one may be a
/// link. `-`, which means standard input, is left alone, and so is `./-`, which does not.
std::string normalize_path(std::string_view path);

/// `path` as seen from `directory`, an absolute path, if it is below that; else `path`.
std::string_view relative_to(std::string_view directory, std::string_view path);

}  // namespace hipaa
