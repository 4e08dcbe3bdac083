// Literal and folded blocks, for the reader of plain YAML.
#pragma once

#include <cstddef>
#include <string>

#include "yaml/fast/plain_cursor.hpp"

namespace hipaa::yaml {

/// Reads the block that begins with the `|` or `>` at the cursor, inside of a collection at `column`, into `text`. Ends
/// in the indentation of the first line that is not of the block; false if the block is not plain.
bool read_block(Cursor& cursor, std::ptrdiff_t column, std::string& text);

}  // namespace hipaa::yaml
