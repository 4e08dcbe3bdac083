// The bytes of a file, before anything is read from them: encoding, size, line breaks.
#pragma once

#include <string>
#include <string_view>

#include "yaml/document.hpp"
#include "yaml/problem.hpp"

namespace hipaa::yaml {

/// Drops a byte order mark and turns CRLF and lone CR into line feeds, which changes the place of no character. False,
/// with problems, if the bytes are no text that YAML allows, or too many.
bool normalize(Source& source, Problems& problems);

}  // namespace hipaa::yaml
