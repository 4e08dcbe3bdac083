// Writing to standard output, and saying so if that fails.
#include "cli/write_out.hpp"

#include <cerrno>

#include <fmt/format.h>

#include "cli/error_text.hpp"

namespace hipaa {

bool flush_out(Surroundings& surroundings, std::string_view sentence) {
    surroundings.out.flush();
    if (surroundings.out) return true;
    const int error = surroundings.out_error();
    if (error == EPIPE) return false;
    surroundings.err << fmt::format("hipaa-check: {}{}{}\n", sentence, error ? ": " : "", error ? error_text(error) : "");
    return false;
}

ExitStatus write_out(std::string_view text, Surroundings& surroundings) {
    surroundings.out << text;
    return flush_out(surroundings) ? ExitStatus::ok : ExitStatus::invalid;
}

}  // namespace hipaa
