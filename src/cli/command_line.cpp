// Parsing command lines, and saying what is wrong with one.
#include "cli/command_line.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "cli/config/option_file.hpp"
#include "cli/io/files.hpp"
#include "cli/outputs.hpp"
#include "cli/write_out.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// CLI11 takes `[a,b]` for a list and `{}` for an empty one, so that files could not have such names. Words that begin
/// like that wear this mark while it has them; no command line is likely to have a word that does so by itself.
constexpr char mark = '\1';

std::vector<std::string> with_marks(const std::vector<std::string>& words) {
    std::vector<std::string> marked = words;
    for (std::string& word : marked)
        if (word.starts_with('[') || word.starts_with('{')) word.insert(word.begin(), mark);
    return marked;
}

std::string without_mark(std::string word) {
    if (word.starts_with(mark)) word.erase(0, 1);
    return word;
}

std::vector<std::string> without_marks(std::vector<std::string> words) {
    for (std::string& word : words) word = without_mark(std::move(word));
    return words;
}

std::string without_marks_in(std::string text) {
    std::erase(text, mark);
    return text;
}

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// A file that the command line asks for cannot be read.
class UnreadableConfig : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The option `--NAME`, or the word NAME, which there has to be. CLI11 has a function for this, but ends the program in
/// it where memory runs out.
CLI::Option& find_option(CLI::App& app, std::string_view name) {
    for (CLI::Option* const option : app.get_options()) {
        if (!option->nonpositional() && option->get_single_name() == name) return *option;
        for (const std::string& known : option->get_lnames())
            if (name.starts_with("--") && name.substr(2) == known) return *option;
    }
    throw std::logic_error(fmt::format("there is no option {}", name));
}

/// From 2.5 on CLI11 breaks lines anew, those of tables and examples too.
template <typename Formatter>
void keep_lines(Formatter& formatter) {
    if constexpr (requires { formatter.enable_footer_formatting(false); }) {
        formatter.enable_description_formatting(false);
        formatter.enable_footer_formatting(false);
    }
}

/// A path from the file of options `file`, which it is relative to.
std::string from_folder_of(const std::string& file, const std::string& path) {
    return path == "-" ? path : (std::filesystem::path(file).parent_path() / path).string();
}

}  // namespace

CommandLine::CommandLine(std::string_view name, std::string_view description, const std::vector<std::string>& arguments,
                         Environment& environment)
    : app_(std::make_unique<CLI::App>(std::string(description), std::string(name))),
      arguments_(arguments),
      environment_(environment) {
    keep_lines(*std::dynamic_pointer_cast<CLI::Formatter>(app_->get_formatter()));
}

CommandLine::~CommandLine() = default;

void CommandLine::words(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    app_->add_option_function<std::vector<std::string>>(
        name, [&values](const std::vector<std::string>& given) { values = without_marks(given); }, help);
}

void CommandLine::word(const std::string& name, std::string& value, const std::string& help) {
    app_->add_option(name, value, help)->capture_default_str();
    finally_.push_back([&value] { value = without_mark(std::move(value)); });
}

void CommandLine::option(const std::string& names, const std::string& type, std::string& value,
                         const std::string& help) {
    app_->add_option(names, value, help)->type_name(type)->capture_default_str();
    finally_.push_back([&value] { value = without_mark(std::move(value)); });
}

void CommandLine::option(const std::string& names, const std::string& type, std::optional<std::string>& value,
                         const std::string& help) {
    app_->add_option(names, value, help)->type_name(type);
    finally_.push_back([&value] {
        if (value) value = without_mark(std::move(*value));
    });
}

void CommandLine::option(const std::string& names, const std::string& type, std::vector<std::string>& values,
                         const std::string& help) {
    app_->add_option_function<std::vector<std::string>>(
            names, [&values](const std::vector<std::string>& given) { values = without_marks(given); }, help)
        ->type_name(type)
        ->allow_extra_args(false);
}

void CommandLine::flag(const std::string& names, bool& set, const std::string& help) {
    app_->add_flag(names, set, help);
}

void CommandLine::origin(const std::string& name, bool& is_from_file) {
    finally_.push_back(
        [this, option = &find_option(*app_, name), &is_from_file] { is_from_file = from_file_.contains(option); });
}

void CommandLine::one_of(const std::string& name, std::span<const std::string_view> words) {
    CLI::Option* const option = &find_option(*app_, name);
    option->description(fmt::format("{}: {}", option->get_description(), fmt::join(words, ", ")));
    words_[option].assign(words.begin(), words.end());
    proposals_[option] = Proposal::words;
}

void CommandLine::proposes(const std::string& name, Proposal proposal) {
    proposals_[&find_option(*app_, name)] = proposal;
}

void CommandLine::exclude(const std::string& name, const std::string& other) {
    find_option(*app_, name).excludes(&find_option(*app_, other));
}

void CommandLine::version(const std::string& text) { app_->set_version_flag("--version", text); }

void CommandLine::config(ConfigFile& file, ConfigRules rules) {
    config_ = &file;
    config_rules_ = std::move(rules);
    option(
        "--config", "FILE", file.path,
        fmt::format("Options from a TOML file, such as fail-on = \"law\" (default: {}, if it is there)", usual_config));
    flag("--no-config", file.ignored, fmt::format("Do not read {}", usual_config));
    exclude("--no-config", "--config");
}

/// Reads the file of options, for those that are not on the command line.
void CommandLine::take_config() {
    const bool named = config_->path.has_value();
    const std::string file = named ? without_mark(*config_->path) : std::string(usual_config);
    std::error_code error;
    const auto there = std::filesystem::symlink_status(file, error).type();
    if (!named && (config_->ignored || there == std::filesystem::file_type::not_found)) return;
    std::string why;
    // Whoever put a pipe there has the run wait for ever.
    if (!named && std::filesystem::is_fifo(file, error)) why = "it is a pipe, not a file";
    const std::string text = why.empty() ? read_bytes(file, longest_config, why) : std::string();
    if (!why.empty())
        throw UnreadableConfig(fmt::format("{}: {}{}", printable(file), why,
                                           named ? "" : "; --no-config runs without this file of options"));
    if (text.size() > longest_config)
        throw WrongUsage(
            fmt::format("{}: a file of options has at most {} KiB", printable(file), longest_config >> 10));
    const std::vector<std::string> known = names_in_config();
    for (FileOption& option : read_option_file(file, text)) {
        for (std::string& value : option.values)
            if (contains(config_rules_.paths, option.name)) value = from_folder_of(file, value);
            else if (contains(config_rules_.outputs, option.name))
                value.replace(begin_of_path(value), value.npos,
                              from_folder_of(file, value.substr(begin_of_path(value))));
        option.values = with_marks(option.values);
        take_option(option, known);
    }
    config_->used = file;
    if (!named) environment_.err << fmt::format("hipaa-check: took options from {}; --no-config ignores it\n", file);
}

std::vector<std::string> CommandLine::names_in_config() const {
    std::vector<std::string> names;
    if (config_rules_.names_of_all) {
        names = config_rules_.names_of_all(environment_);
    } else {
        for (const CLI::Option* option : app_->get_options())
            names.insert(names.end(), option->get_lnames().begin(), option->get_lnames().end());
    }
    std::erase_if(names, [](const std::string& name) {
        return name == "help" || name == "version" || name == "config" || name == "no-config";
    });
    return names;
}

void CommandLine::take_option(const FileOption& taken, std::span<const std::string> known) {
    const auto& [name, values, where] = taken;
    if (!contains(known, name)) {
        const std::vector<std::string_view> words(known.begin(), known.end());
        const auto meant = closest(name, words);
        throw WrongUsage(fmt::format("{}: {} is not an option{}", where, yaml::quote(name),
                                     meant ? fmt::format("; did you mean `{}`?", *meant) : std::string()));
    }
    if (!config_->path && !contains(config_rules_.harmless, name))
        throw WrongUsage(fmt::format("{}: {} counts only in a file that is named with --config; {} may set {}", where,
                                     yaml::quote(name), usual_config, yaml::one_of(config_rules_.harmless)));
    if (config_rules_.names_of_all && !contains(config_rules_.shared, name)) return;
    CLI::Option* const option = &find_option(*app_, "--" + name);
    if (option->count() > 0) return;
    if (option->get_items_expected_max() == 0) {
        if (values != std::vector<std::string>{"true"} && values != std::vector<std::string>{"false"})
            throw WrongUsage(fmt::format("{}: {} is true or false", where, yaml::quote(name)));
        if (values.front() == "false") return;
    } else if (option->get_items_expected_max() == 1 && values.size() != 1) {
        throw WrongUsage(fmt::format("{}: {} takes one value", where, yaml::quote(name)));
    }
    for (const CLI::Option* other : option->get_excludes()) {
        if (other->count() == 0) continue;
        if (!from_file_.contains(other)) return;
        throw WrongUsage(
            fmt::format("{}: {} excludes {}", where, yaml::quote(name), yaml::quote(other->get_name().substr(2))));
    }
    if (values.empty()) return;
    option->add_result(values);
    option->run_callback();
    from_file_.emplace(option, where);
}

void CommandLine::footer(std::string_view text) { app_->footer(std::string(text)); }

/// A message that begins with an option, as it stands in the file of options if that set it.
std::string CommandLine::with_origin(const std::string& message) const {
    for (const auto& [option, where] : from_file_)
        for (const std::string& name : option->get_lnames())
            if (const std::string begin = fmt::format("--{} ", name); message.starts_with(begin))
                return fmt::format("{}: {} {}", where, yaml::quote(name), message.substr(begin.size()));
    return message;
}

/// The option that an unknown one was meant to be, or nothing.
std::string CommandLine::suggestion() const {
    std::vector<std::string> names;
    for (const CLI::Option* option : app_->get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::vector<std::string_view> known(names.begin(), names.end());
    for (const std::string& argument : arguments_) {
        if (!argument.starts_with("--")) continue;
        const std::string_view name = std::string_view(argument).substr(0, argument.find('='));
        if (std::ranges::find(known, name) != known.end()) continue;
        if (const auto meant = closest(name, known)) return fmt::format("; did you mean `{}`?", *meant);
    }
    return {};
}

/// Says which option that takes one value was given several or none, or nothing. `why` is what CLI11 says.
std::string CommandLine::wrong_number_of_values(std::string_view why) const {
    for (const CLI::Option* option : app_->get_options()) {
        const std::string name = option->get_name();
        if (!option->nonpositional() || option->get_items_expected_max() == 0) continue;
        if (option->get_items_expected_max() == 1 && option->count() > 1)
            return fmt::format("{} is given {} times; give it once", name, option->count());
        if (option->count() == 0 && why.starts_with(name + ":"))
            return fmt::format("{0} needs a value: {0} {1}", name, option->get_type_name());
    }
    return {};
}

CommandDescription CommandLine::describe() const {
    constexpr std::array<std::string_view, 6> files{"FILE", "PATH", "PRACTICE", "REPORT", "SHARD", "CHECKLIST"};
    CommandDescription all;
    all.description = app_->get_description();
    all.footer = app_->get_footer();
    for (const CLI::Option* option : app_->get_options()) {
        OptionDescription one;
        for (const std::string& name : option->get_snames()) one.names.push_back("-" + name);
        for (const std::string& name : option->get_lnames()) one.names.push_back("--" + name);
        const bool is_word = one.names.empty();
        if (is_word) one.value = option->get_single_name();
        else if (option->get_items_expected_max() > 0) one.value = option->get_type_name();
        one.help = option->get_description();
        one.preset = option->get_default_str();
        one.repeatable = option->get_items_expected_max() > 1;
        if (const auto words = words_.find(option); words != words_.end()) one.words = words->second;
        if (const auto proposal = proposals_.find(option); proposal != proposals_.end())
            one.proposal = proposal->second;
        else if (std::ranges::find(files, one.value) != files.end()) one.proposal = Proposal::files;
        for (const CLI::Option* other : option->get_excludes()) one.excludes.push_back(other->get_name());
        std::ranges::sort(one.excludes);
        (is_word ? all.words : all.options).push_back(std::move(one));
    }
    return all;
}

std::optional<ExitStatus> CommandLine::parse(const std::function<void()>& interpret) {
    if (described_) {
        *described_ = describe();
        return ExitStatus::ok;
    }
    try {
        const std::vector<std::string> marked = with_marks(arguments_);
        app_->parse(std::vector<std::string>(marked.rbegin(), marked.rend()));
        if (config_) take_config();
        for (const auto& finish : finally_) finish();
        interpret();
        return std::nullopt;
    } catch (const CLI::CallForHelp&) {
        return write_out(app_->help(), environment_);
    } catch (const CLI::CallForVersion& version) {
        return write_out(fmt::format("{}\n", version.what()), environment_);
    } catch (const CLI::ExtrasError& error) {
        return refuse(printable(without_marks_in(error.what())) + suggestion());
    } catch (const CLI::ParseError& error) {
        const std::string ours = wrong_number_of_values(error.what());
        return refuse(ours.empty() ? printable(without_marks_in(error.what())) : ours);
    } catch (const WrongUsage& wrong) {
        return refuse(with_origin(wrong.what()));
    } catch (const UnreadableConfig& unreadable) {
        environment_.err << fmt::format("hipaa-check: {}\n", unreadable.what());
        return ExitStatus::invalid;
    }
}

ExitStatus CommandLine::refuse(std::string_view why) const { return refuse_usage(why, app_->get_name(), environment_); }

std::size_t pick(std::string_view option, std::string_view value, std::span<const std::string_view> words) {
    const auto found = std::ranges::find(words, value);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const auto meant = closest(value, words);
    throw WrongUsage(meant ? fmt::format("{} cannot be {}; did you mean `{}`?", option, yaml::quote(value), *meant)
                           : fmt::format("{} cannot be {}; it is {}", option, yaml::quote(value), yaml::one_of(words)));
}

ExitStatus refuse_usage(std::string_view message, std::string_view command, Environment& environment) {
    environment.err << fmt::format("hipaa-check: {}\nTry `{} --help`.\n", message, command);
    return ExitStatus::usage;
}

}  // namespace hipaa
