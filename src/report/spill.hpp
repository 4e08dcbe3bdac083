// Text that is gathered until what stands before it is known.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "report/spill_file.hpp"

namespace hipaa {

/// Keeps little in memory, and the rest in a temporary file. All of it may throw SpillFailure.
class Spill {
public:
    static constexpr std::size_t most_in_memory = std::size_t{1} << 20;

    void append(std::string_view text);
    bool empty() const { return !file_ && in_memory_.empty(); }
    /// Calls `take` with all of it, in pieces.
    void read(const std::function<void(std::string_view)>& take) const;
    void write_to(std::ostream& out) const;

private:
    void move_to_file();

    std::string in_memory_;  // what comes after that in the file
    std::unique_ptr<SpillFile> file_;
};

}  // namespace hipaa
