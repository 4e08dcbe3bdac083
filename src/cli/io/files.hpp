// Reading files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

#include "yaml/document.hpp"

namespace hipaa {

/// What may be read. Whoever names a pipe wants it read; where nobody did, a pipe would only be waited for.
enum class Readable : std::uint8_t { anything, regular_files };

/// The bytes of the file at `path`; of one over `most` bytes, one byte more. If it cannot be read to its end there is
/// nothing, and `why` says why not.
std::string read_bytes(const std::string& path, std::size_t most, std::string& why,
                       Readable readable = Readable::anything);

/// The same for a stream, whose buffer may throw std::system_error when reading fails.
std::string read_bytes(std::istream& in, std::size_t most, std::string& why);

/// Notes that a file cannot be read, from `place` on.
void add_unreadable(yaml::Problems& problems, std::string_view why, Place place = {});

/// `bytes` of a file called `name`, with their digest, if they are all of it: `why` says why they could not be read, and at
/// most `yaml::max_bytes` are.
yaml::Source as_source(const std::string& name, std::string bytes, std::string_view why);

/// The bytes of the file at `path`, under that name as UTF-8. If it cannot be read the text is empty and the reason goes
/// to `problems`. Of a file over `yaml::max_bytes` one byte more is read, so that the reader refuses it.
yaml::Source read_file(const std::string& path, yaml::Problems& problems);

/// The same for a stream, under the name `name`.
yaml::Source read_stream(std::istream& in, const std::string& name, yaml::Problems& problems);

}  // namespace hipaa
