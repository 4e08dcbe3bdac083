// A temporary file for text that is too much for memory.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace hipaa {

/// There is no room to gather in: a sentence without a full stop.
struct SpillFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Its functions may throw SpillFailure.
class SpillFile {
public:
    virtual ~SpillFile() = default;
    virtual void append(std::string_view text) = 0;
    /// Calls `take` with all of it, in pieces.
    virtual void read(const std::function<void(std::string_view)>& take) const = 0;
};

/// A file without a name, which is gone when the program is; null where a program has no files. May throw SpillFailure.
std::unique_ptr<SpillFile> open_spill_file();

}  // namespace hipaa
