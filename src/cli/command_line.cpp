// Parsing command lines, and saying what is wrong with one.
#include "cli/command_line.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// The option that an unknown one was meant to be, or nothing.
std::string suggestion(const CLI::App& app, const std::vector<std::string>& arguments) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::vector<std::string_view> known(names.begin(), names.end());
    for (const std::string& argument : arguments) {
        if (!argument.starts_with("--")) continue;
        const std::string_view name = std::string_view(argument).substr(0, argument.find('='));
        if (std::ranges::find(known, name) != known.end()) continue;
        if (const auto meant = closest(name, known)) return fmt::format("; did you mean `{}`?", *meant);
    }
    return {};
}

ExitStatus print(std::string_view text, Surroundings& surroundings) {
    surroundings.out << text;
    surroundings.out.flush();
    if (surroundings.out) return ExitStatus::ok;
    surroundings.err << "hipaa-check: standard output could not be written\n";
    return ExitStatus::invalid;
}

}  // namespace

std::size_t pick(std::string_view option, std::string_view value, std::span<const std::string_view> words) {
    const auto found = std::ranges::find(words, value);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const auto meant = closest(value, words);
    throw WrongUsage(meant ? fmt::format("{} cannot be {}; did you mean `{}`?", option, yaml::quote(value), *meant)
                           : fmt::format("{} cannot be {}; it is {}", option, yaml::quote(value), yaml::one_of(words)));
}

ExitStatus refuse_usage(std::string_view message, std::string_view command, Surroundings& surroundings) {
    surroundings.err << fmt::format("hipaa-check: {}\nTry `{} --help`.\n", message, command);
    return ExitStatus::usage;
}

bool parse_arguments(CLI::App& app, const std::vector<std::string>& arguments, Surroundings& surroundings,
                     ExitStatus& status) {
    status = ExitStatus::ok;
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
        return true;
    } catch (const CLI::CallForHelp&) {
        status = print(app.help(), surroundings);
    } catch (const CLI::CallForVersion& version) {
        status = print(fmt::format("{}\n", version.what()), surroundings);
    } catch (const CLI::ExtrasError& error) {
        status = refuse_usage(printable(error.what()) + suggestion(app, arguments), app.get_name(), surroundings);
    } catch (const CLI::ParseError& error) {
        status = refuse_usage(printable(error.what()), app.get_name(), surroundings);
    }
    return false;
}

bool parse(CLI::App& app, const std::vector<std::string>& arguments, Surroundings& surroundings, ExitStatus& status,
           const std::function<void()>& interpret) {
    if (!parse_arguments(app, arguments, surroundings, status)) return false;
    try {
        interpret();
        return true;
    } catch (const WrongUsage& wrong) {
        status = refuse_usage(wrong.what(), app.get_name(), surroundings);
        return false;
    }
}

}  // namespace hipaa
