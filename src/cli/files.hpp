// Reading files, and finding them in directories.
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/document.hpp"

namespace hipaa {

/// The bytes of the file at `path`, under the name `path`. If it cannot be read the text is empty and the reason goes
/// to `problems`. Of a file over `yaml::max_bytes` one byte more is read, so that the reader refuses it.
yaml::Source read_file(const std::string& path, yaml::Problems& problems);

/// The same for a stream, under the name `name`.
yaml::Source read_stream(std::istream& in, std::string name, yaml::Problems& problems);

/// A file to read, or a reason why one could not be found.
struct FoundFile {
    std::string path;
    bool named = true;    // by the user, not found in a directory
    std::string failure;  // why it cannot be read; empty: nothing is known against it
};

/// `path` itself if it is no directory; else all `*.yaml` and `*.yml` files below it, sorted by bytes, without hidden
/// entries, `*.test.yaml` and links to directories.
std::vector<FoundFile> find_files(const std::string& path);

/// The same for several paths, in their order, each file once however it is reached. `-` stands for itself.
std::vector<FoundFile> find_files(const std::vector<std::string>& paths);

}  // namespace hipaa
