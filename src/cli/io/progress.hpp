// A line on a terminal that says how far a long run is.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>

namespace hipaa {

/// Shows nothing before a second has passed, then the line anew ten times a second at most. It is gone at the end.
class Progress {
public:
    using Clock = std::chrono::steady_clock::time_point (*)();

    /// `total`: how many files there are. `out` is null if there is no terminal to show it on.
    Progress(std::ostream* out, std::size_t total, Clock now)
        : out_(out), total_(total), now_(now), next_(out ? now() + std::chrono::seconds(1) : Time()) {}
    ~Progress() { hide(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more file is done.
    void advance();
    /// Takes the line away, so that something else can be printed.
    void hide();

private:
    using Time = std::chrono::steady_clock::time_point;

    std::ostream* out_;
    std::size_t total_;
    Clock now_;
    Time next_;
    std::size_t done_ = 0;
    bool shown_ = false;
};

}  // namespace hipaa
