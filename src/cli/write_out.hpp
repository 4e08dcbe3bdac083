// Writing to standard output, and saying so if that fails.
#pragma once

#include <string_view>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"

namespace hipaa {

/// Writes what waits to be written. False if that, or anything written before, went wrong, which standard error then
/// says: `sentence` with the reason. Of a pipe that nobody reads any more it says nothing.
bool flush_out(Environment& environment, std::string_view sentence = "standard output could not be written");

/// Writes `text`: `ok`, or `invalid` if it could not be written.
ExitStatus write_out(std::string_view text, Environment& environment);

}  // namespace hipaa
