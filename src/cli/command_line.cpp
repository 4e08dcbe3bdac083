// Parsing command lines, and saying what is wrong with one.
#include "cli/command_line.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

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

}  // namespace

CommandLine::CommandLine(std::string_view name, std::string_view description, const std::vector<std::string>& arguments,
                         Environment& environment)
    : app_(std::make_unique<CLI::App>(std::string(description), std::string(name))),
      arguments_(arguments),
      environment_(environment) {}

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

void CommandLine::exclude(const std::string& name, const std::string& other) {
    app_->get_option(name)->excludes(app_->get_option(other));
}

void CommandLine::version(const std::string& text) { app_->set_version_flag("--version", text); }

void CommandLine::footer(std::string_view text) { app_->footer(std::string(text)); }

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

std::optional<ExitStatus> CommandLine::parse(const std::function<void()>& interpret) {
    try {
        const std::vector<std::string> marked = with_marks(arguments_);
        app_->parse(std::vector<std::string>(marked.rbegin(), marked.rend()));
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
        return refuse(wrong.what());
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
