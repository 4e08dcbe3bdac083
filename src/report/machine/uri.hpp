// Paths as URIs.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// A path as a URI reference (RFC 3986): `file:///...` if it is absolute, else relative, without a leading `./`. Every
/// byte that a URI cannot hold is percent-encoded.
std::string path_uri(std::string_view path);

}  // namespace hipaa
