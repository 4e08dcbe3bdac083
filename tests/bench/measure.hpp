// How long commands take and how much memory they need, measured side by side.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// Standard output goes to /dev/null unless a function says otherwise; so does standard error, where `is_noisy`.
struct Command {
    std::vector<std::string> words;
    /// Exit statuses that say that it did its work; any other one, and any signal, is an error.
    std::vector<int> good = {0};
    bool is_noisy = false;
};

/// Runs the commands in turns, A B C A B C ..., so that a machine that changes its speed does so for all of them.
/// Returns the median wall time of each in seconds. The first `warm_up` rounds do not count.
std::vector<double> median_seconds(const std::vector<Command>& commands, std::size_t rounds, std::size_t warm_up = 1);

/// The most memory that a command had at any time, in bytes: the median of three runs.
double peak_bytes(const Command& command);

/// Has a file that was just written be read from the disk again, as a program is that was installed some time ago: what a
/// linker wrote lies in memory in smaller pieces, or larger ones, and that alone changes how fast it starts.
void let_go_of(const std::filesystem::path& file);

/// Standard output of the command.
std::string output_of(const Command& command);

}  // namespace bench
