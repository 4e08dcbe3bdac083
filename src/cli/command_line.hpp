// What the command lines of all commands have in common. CLI11 is included in this folder only.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/run.hpp"

namespace CLI {
class App;  // each file that includes CLI11 brings objects that every run has to make
}

namespace hipaa {

/// A wrong command line; the message is one sentence without a full stop. Caught in `parse`.
class WrongUsage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The index of `value` in `words`. Throws WrongUsage with a suggestion if it is none of them.
std::size_t pick(std::string_view option, std::string_view value, std::span<const std::string_view> words);

/// Says on the error output that the command line is wrong.
ExitStatus refuse_usage(std::string_view message, std::string_view command, Surroundings& surroundings);

/// Parses `arguments` with `app`, then calls `interpret`, which may throw WrongUsage. True if the run goes on; if not,
/// help, the version or a sentence was printed and `status` says how it ended.
bool parse(CLI::App& app, const std::vector<std::string>& arguments, Surroundings& surroundings, ExitStatus& status,
           const std::function<void()>& interpret);

/// Without `interpret`.
bool parse_arguments(CLI::App& app, const std::vector<std::string>& arguments, Surroundings& surroundings,
                     ExitStatus& status);

}  // namespace hipaa
