// Everything that the program takes from the outside, so that tests can pass in their own.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>

#include "checklist/date.hpp"

namespace hipaa {

struct Environment {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Date today;  // the local date
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    std::size_t width = 80;  // of the terminal, in cells
    bool no_color = false;   // the environment variable NO_COLOR is set
    bool err_is_terminal = false;
    bool terminal_is_dumb = false;                      // it knows no escape sequences
    std::function<int()> out_error = [] { return 0; };  // the `errno` of the first write to `out` that failed, if known
    std::chrono::steady_clock::time_point (*now)() = std::chrono::steady_clock::now;  // for showing progress only

    /// True if color on standard output is understood and wanted.
    bool shows_color() const { return out_is_terminal && !no_color && !terminal_is_dumb; }
};

}  // namespace hipaa
