// Finding the files that a command line means.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/io/file_list.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// Which names of files in a directory are looked for.
using IsWanted = bool (*)(std::string_view name);

/// True for what may be the name of a practice file or a checklist: `*.yaml` and `*.yml`, but not `*.test.yaml`.
bool is_practice_name(std::string_view name);

/// Each of `paths` itself if it is no directory; else all files below it whose names are wanted, sorted by bytes, without
/// hidden entries. Links to directories are passed over. Paths are tidied; each file once, where it stands first. `-`
/// stands for itself.
FileList find_files(const std::vector<std::string>& paths, IsWanted is_wanted = is_practice_name,
                    Skipped skipped = Skipped::listed);

/// The source of a file that was found, as `read_file()` gives it. What was in a folder is read only if it is a regular
/// file still.
yaml::Source read_found(const FoundFile& file, std::string& why);

/// Of a list of paths, in bytes, and how many it may have.
inline constexpr std::size_t longest_list = std::size_t{64} << 20;
inline constexpr std::size_t most_listed = 1'000'000;

/// The paths in the list `path`, or in `in` if `path` is `-`: one a line, or separated by NUL bytes if there are any, as
/// from `find -print0`. Throws std::runtime_error with a sentence if the list cannot be read, is in UTF-16 or is too
/// long.
std::vector<std::string> read_path_list(const std::string& path, std::istream& in);

}  // namespace hipaa
