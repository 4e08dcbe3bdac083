// Columns of text that is not all ASCII.
#include "yaml/fast/plain_cursor.hpp"

#include <algorithm>

namespace hipaa::yaml {

/// The first byte from `at` on that is not ASCII, or the end.
const char* Cursor::find_wide() const {
    const char* byte = at;
    for (constexpr std::ptrdiff_t block = 64; end_ - byte >= block; byte += block) {
        char bits = 0;  // of the whole block, which takes the compiler few instructions
        for (std::ptrdiff_t i = 0; i < block; ++i) bits = static_cast<char>(bits | byte[i]);
        if ((bits & 0x80) != 0) break;
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
