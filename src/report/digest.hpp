// Names made of content, so that the same input gives the same report.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// The first 128 bits of the SHA-256 of `text`, in hexadecimal.
std::string fingerprint(std::string_view text);

/// The version 5 UUID of `name`, in a namespace of this program's own.
std::string uuid(std::string_view name);

}  // namespace hipaa
