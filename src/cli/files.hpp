// Reading files.
#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "yaml/document.hpp"

namespace hipaa {

/// The bytes of the file at `path`, under the name `path`. If it cannot be read the text is empty and the reason goes
/// to `problems`. Of a file over `yaml::max_bytes` one byte more is read, so that the reader refuses it.
yaml::Source read_file(const std::string& path, yaml::Problems& problems);

/// The same for a stream, under the name `name`.
yaml::Source read_stream(std::istream& in, std::string name, yaml::Problems& problems);

}  // namespace hipaa
