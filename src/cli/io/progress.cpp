// A line on a terminal that says how far a long run is.
#include "cli/io/progress.hpp"

#include <string>

#include <fmt/format.h>

namespace hipaa {

void Progress::advance() {
    ++done_;
    if (!out_) return;
    const Time time = now_();
    if (time < next_) return;
    next_ = time + std::chrono::milliseconds(100);
    constexpr std::size_t width = 30;
    const std::size_t full = total_ == 0 ? width : width * done_ / total_;
    *out_ << fmt::format("\r[{:<{}}] {} of {} files", std::string(full, '#'), width, done_, total_) << std::flush;
    shown_ = true;
}

void Progress::hide() {
    if (!shown_) return;
    *out_ << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace hipaa
