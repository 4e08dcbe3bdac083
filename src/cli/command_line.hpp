// What the command lines of all commands have in common. CLI11 is included in the file of this one only, because each
// file that includes it brings objects that every run has to make, and takes long to compile.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "text/enums.hpp"

namespace CLI {
class App;
}

namespace hipaa {

/// A wrong command line; the message is one sentence without a full stop. Caught in `CommandLine::parse`.
class WrongUsage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Options that come from a file beside those on the command line, which count for more.
struct ConfigFile {
    std::optional<std::string> path;  // of --config
    bool ignored = false;             // --no-config
    std::string used;                 // the name of the file, once it was read; empty if there was none
};

/// A file of this name in the current directory is read without being asked for. Somebody else may have put it there.
inline constexpr std::string_view usual_config = "hipaa-check.toml";

/// What a command understands: first declared, with the variables that are to take the values, then parsed. What the
/// variables hold before is the default, and help shows it.
class CommandLine {
public:
    /// `name` is what one types, such as `hipaa-check lint`.
    CommandLine(std::string_view name, std::string_view description, const std::vector<std::string>& arguments,
                Environment& environment);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// Any number of words that are no option's.
    void words(const std::string& name, std::vector<std::string>& values, const std::string& help);
    /// One such word, or none.
    void word(const std::string& name, std::string& value, const std::string& help);
    /// `names` such as `-f,--format`; `type` is what help calls the value.
    void option(const std::string& names, const std::string& type, std::string& value, const std::string& help);
    void option(const std::string& names, const std::string& type, std::optional<std::string>& value,
                const std::string& help);
    /// May be there several times, each time with one value.
    void option(const std::string& names, const std::string& type, std::vector<std::string>& values,
                const std::string& help);
    void flag(const std::string& names, bool& set, const std::string& help);
    /// Of these two there may be one only.
    void exclude(const std::string& name, const std::string& other);
    void version(const std::string& text);
    /// --config and --no-config. `harmless`: the options that a file may set that nobody named. `paths`: those whose values
    /// are paths, which are relative to the file.
    void config(ConfigFile& file, std::vector<std::string_view> harmless, std::vector<std::string_view> paths);
    /// What help ends with.
    void footer(std::string_view text);

    /// Parses the arguments, then calls `interpret`, which may throw WrongUsage. How the run ended if it does not go on:
    /// help, the version or a sentence was printed.
    std::optional<ExitStatus> parse(const std::function<void()>& interpret = [] {});

    /// Says on the error output that the command line is wrong.
    ExitStatus refuse(std::string_view why) const;

private:
    std::string suggestion() const;
    void take_config();
    void take_option(const std::string& name, std::vector<std::string> values, std::string_view where);
    std::string wrong_number_of_values(std::string_view why) const;

    std::unique_ptr<CLI::App> app_;
    const std::vector<std::string>& arguments_;
    Environment& environment_;
    ConfigFile* config_ = nullptr;
    std::vector<std::string_view> harmless_;
    std::vector<std::string_view> paths_;
    std::vector<std::function<void()>> finally_;  // called when all values are where they belong
};

/// The index of `value` in `words`. Throws WrongUsage with a suggestion if it is none of them.
std::size_t pick(std::string_view option, std::string_view value, std::span<const std::string_view> words);

/// The value of an enum that is called `value`.
template <typename Enum>
Enum pick(std::string_view option, std::string_view value) {
    return values_of<Enum>[pick(option, value, names_of<Enum>)];
}

/// Says on the error output that the command line is wrong.
ExitStatus refuse_usage(std::string_view message, std::string_view command, Environment& environment);

}  // namespace hipaa
