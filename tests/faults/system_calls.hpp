// Faults of the system that can be had without being root: what it answers to calls of the program. For `before` in
// process.hpp; it holds for all that runs from there on.
#pragma once

#include <cstdint>
#include <vector>

namespace hipaa::testing {

/// A system call, or only those whose argument has some of the bits.
struct SystemCall {
    long number;
    unsigned argument = 0;
    std::uint32_t bits = 0;  // 0: whatever its arguments
};

/// Opening a file that has no name.
extern const SystemCall open_nameless;

/// The calls do nothing, and fail with `error`.
void fail_calls(const std::vector<SystemCall>& calls, int error);

/// The first of the calls kills the program, with SIGSYS, before it does anything.
void kill_at_calls(const std::vector<SystemCall>& calls);

/// False where the system does not offer this.
bool can_filter_calls();

}  // namespace hipaa::testing
