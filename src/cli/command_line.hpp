// What the command lines of all commands have in common. CLI11 is included in the file of this one only, because each
// file that includes it brings objects that every run has to make, and takes long to compile.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
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
class Option;
}  // namespace CLI

namespace hipaa {

struct FileOption;

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

/// What options from a file may do.
struct ConfigRules {
    std::vector<std::string_view> harmless;  // may be set by a file that nobody named
    std::vector<std::string_view> paths;     // have values that are paths, which are relative to the file
    std::vector<std::string_view> outputs;   // have values that are paths, or FORMAT=PATH, likewise
    /// Of a command that shares the file with the check: what it takes from there. Other options of the check are
    /// passed over, and `names_of_all` are all that the check has.
    std::vector<std::string_view> shared = {};
    std::vector<std::string> (*names_of_all)(Environment& environment) = nullptr;
};

/// A file of this name in the current directory is read without being asked for. Somebody else may have put it there.
inline constexpr std::string_view usual_config = "hipaa-check.toml";
/// Of a file of options, in bytes.
inline constexpr std::size_t longest_config = std::size_t{64} << 10;

/// What a value is taken from, so that shells can complete it.
enum class Proposal : std::uint8_t { nothing, words, files, directories, checklists, ids, keys };

/// An option, or a word that is no option's, as it was declared.
struct OptionDescription {
    std::vector<std::string> names;  // `-f` and `--format`; none of a word that is no option's
    std::string value;               // what help calls its value; empty of a flag
    std::string help;                // a sentence without a full stop
    std::string preset;              // what counts without it; may be empty
    bool repeatable = false;
    Proposal proposal = Proposal::nothing;
    std::vector<std::string> words;  // what the value can be, if it is one of a few
    std::vector<std::string> excludes;
};

/// All that a command understands, in the order in which help names it.
struct CommandDescription {
    std::string name;     // of the command; empty of the main job
    std::string summary;  // in a few words
    std::string description;
    std::vector<OptionDescription> words;
    std::vector<OptionDescription> options;
    std::string footer;
};

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
    /// `is_from_file`: whether the option, such as `--format`, is set by the file of options. For `interpret`.
    void origin(const std::string& name, bool& is_from_file);
    /// The value of `name` is one of `words`, which help lists.
    void one_of(const std::string& name, std::span<const std::string_view> words);
    /// What shells propose for the value of `name`. Of FILE, PATH and the like that are files without it.
    void proposes(const std::string& name, Proposal proposal);
    /// Of these two there may be one only.
    void exclude(const std::string& name, const std::string& other);
    void version(const std::string& text);
    /// --config and --no-config.
    void config(ConfigFile& file, ConfigRules rules);
    /// What help ends with.
    void footer(std::string_view text);

    /// Parses the arguments, then calls `interpret`, which may throw WrongUsage. How the run ended if it does not go on:
    /// help, the version or a sentence was printed.
    std::optional<ExitStatus> parse(const std::function<void()>& interpret = [] {});

    /// From now on `parse` parses nothing: it fills `description` with what has been declared, and the run ends there.
    void describe_into(CommandDescription& description) { described_ = &description; }

    /// Says on the error output that the command line is wrong.
    ExitStatus refuse(std::string_view why) const;

private:
    CommandDescription describe() const;
    std::string suggestion() const;
    std::string with_origin(const std::string& message) const;
    void take_config();
    std::vector<std::string> names_in_config() const;
    void take_option(const FileOption& taken, std::span<const std::string> known);
    std::string wrong_number_of_values(std::string_view why) const;

    std::unique_ptr<CLI::App> app_;
    const std::vector<std::string>& arguments_;
    Environment& environment_;
    CommandDescription* described_ = nullptr;
    std::map<const CLI::Option*, std::vector<std::string>> words_;
    std::map<const CLI::Option*, std::string> from_file_;  // that were set by the file of options, and where there
    std::map<const CLI::Option*, Proposal> proposals_;
    ConfigFile* config_ = nullptr;
    ConfigRules config_rules_;
    std::vector<std::function<void()>> finally_;  // called when all values are where they belong
};

/// The names of a table's rows, to pick one by.
template <typename Row, std::size_t size>
constexpr std::array<std::string_view, size> names_in(const std::array<Row, size>& table) {
    std::array<std::string_view, size> names;
    for (std::size_t i = 0; i < size; ++i) names[i] = table[i].name;
    return names;
}

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
