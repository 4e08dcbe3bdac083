// Finding the files that a command line means.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "cli/file_list.hpp"

namespace hipaa {

/// Each of `paths` itself if it is no directory; else all `*.yaml` and `*.yml` files below it, sorted by bytes, without
/// hidden entries, `*.test.yaml` and links to directories. Each file once, where it stands first. `-` stands for itself.
FileList find_files(const std::vector<std::string>& paths);

/// The paths in the list `path`, or in `in` if `path` is `-`: one a line, or separated by NUL bytes if there are any, as
/// from `find -print0`. Throws std::runtime_error with a sentence if the list cannot be read or is over 64 MiB.
std::vector<std::string> read_path_list(const std::string& path, std::istream& in);

}  // namespace hipaa
