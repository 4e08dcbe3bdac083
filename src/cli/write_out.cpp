// Writing to standard output, and saying so if that fails.
#include "cli/write_out.hpp"

#include <cerrno>

#include <fmt/format.h>

#include "cli/io/error_text.hpp"

namespace hipaa {

bool flush_out(Environment& environment, std::string_view sentence) {
    environment.out.flush();
    if (environment.out) return true;
    const int error = environment.out_error();
    if (error == EPIPE) return false;
    environment.err << fmt::format("hipaa-check: {}{}{}\n", sentence, error ? ": " : "",
                                   error ? error_text(error) : "");
    return false;
}

ExitStatus write_out(std::string_view text, Environment& environment) {
    environment.out << text;
    return flush_out(environment) ? ExitStatus::ok : ExitStatus::invalid;
}

}  // namespace hipaa
