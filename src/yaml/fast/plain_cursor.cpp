// Columns of text that is not all ASCII.
#include "yaml/fast/plain_cursor.hpp"

#include <algorithm>

#include "text/scan.hpp"

namespace hipaa::yaml {

/// The first byte from `at` on that is not ASCII, or the end.
const char* Cursor::find_wide() const { return at + run_length<is_ascii>({at, end_}); }

void Cursor::pass_wide() {
    const char* const from = std::max(next_wide_, line_start_);
    passed_ += std::count_if(from, at, [](char byte) { return (byte & 0xC0) == 0x80; });
    next_wide_ = find_wide();
}

}  // namespace hipaa::yaml
