// Columns of text that is not all ASCII.
#include "yaml/plain_cursor.hpp"

#include <algorithm>

namespace hipaa::yaml {

/// The first byte from `at` on that is not ASCII, or the end.
const char* Cursor::find_wide() const {
    const char* byte = at;
    for (std::uint64_t word = 0; static_cast<std::size_t>(end_ - byte) >= sizeof word; byte += sizeof word) {
        std::memcpy(&word, byte, sizeof word);
        if ((word & 0x8080808080808080) != 0) break;
    }
    while (byte != end_ && (*byte & 0x80) == 0) ++byte;
    return byte;
}

void Cursor::pass_wide() {
    const char* const from = std::max(next_wide_, line_start_);
    passed_ += std::count_if(from, at, [](char byte) { return (byte & 0xC0) == 0x80; });
    next_wide_ = find_wide();
}

}  // namespace hipaa::yaml
