// Text that is gathered until what stands before it is known.
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hipaa {

/// There is no room to gather in: a sentence without a full stop.
struct SpillFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Keeps little in memory, and the rest in a temporary file without a name, which is gone when the program is. All of it
/// may throw SpillFailure.
class Spill {
public:
    static constexpr std::size_t most_in_memory = std::size_t{1} << 20;

    Spill() = default;
    ~Spill();
    Spill(const Spill&) = delete;
    Spill& operator=(const Spill&) = delete;

    void append(std::string_view text);
    bool empty() const { return in_file_ == 0 && in_memory_.empty(); }
    /// Calls `take` with all of it, in pieces.
    void read(const std::function<void(std::string_view)>& take) const;
    void write_to(std::ostream& out) const;

private:
    void move_to_file();

    std::string in_memory_;  // what comes after that in the file
    std::uint64_t in_file_ = 0;
    int file_ = -1;
};

}  // namespace hipaa
