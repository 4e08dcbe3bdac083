// Reading options from a TOML file, with toml++.
#include "cli/config/option_file.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/config/toml.hpp"
#include "text/printable.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

std::string iso(const toml::date& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

class OptionFileReader {
public:
    explicit OptionFileReader(const std::string& file) : file_(printable(file)) {}

    std::vector<FileOption> read(const std::string& text) const {
        const toml::table table = parse(text);
        std::vector<std::pair<const toml::key*, const toml::node*>> entries;
        for (const auto& [key, value] : table) entries.emplace_back(&key, &value);
        std::ranges::sort(entries, {}, [](const auto& entry) {
            const toml::source_position at = entry.first->source().begin;
            return std::pair(at.line, at.column);
        });
        std::vector<FileOption> options;
        for (const auto& [key, value] : entries) options.push_back(read_one(*key, *value));
        return options;
    }

private:
    toml::table parse(const std::string& text) const {
        try {
            return toml::parse(text);
        } catch (const toml::parse_error& error) {
            throw WrongUsage(fmt::format("{}: {}", place(error.source()), printable(error.description())));
        }
    }

    FileOption read_one(const toml::key& key, const toml::node& value) const {
        FileOption option{std::string(key.str()), {}, place(key.source())};
        if (value.is_table() || value.is_array_of_tables())
            throw WrongUsage(fmt::format("{}: options stand by themselves, not in a section or group such as {}",
                                         option.where, yaml::quote(option.name)));
        if (const toml::array* list = value.as_array())
            for (const toml::node& item : *list) option.values.push_back(word(option, item));
        else option.values.push_back(word(option, value));
        return option;
    }

    std::string word(const FileOption& option, const toml::node& value) const {
        if (const auto* text = value.as_string()) return text->get();
        if (const auto* number = value.as_integer()) return fmt::format("{}", number->get());
        if (const auto* flag = value.as_boolean()) return flag->get() ? "true" : "false";
        if (const auto* day = value.as_date()) return iso(day->get());
        throw WrongUsage(
            fmt::format("{}: {} takes text in quotes, a whole number, a date, true or false, or a list of "
                        "those",
                        option.where, yaml::quote(option.name)));
    }

    std::string place(const toml::source_region& region) const {
        return fmt::format("{}:{}", file_, region.begin.line);
    }

    std::string file_;
};

}  // namespace

std::vector<FileOption> read_option_file(const std::string& file, const std::string& text) {
    return OptionFileReader(file).read(text);
}

}  // namespace hipaa
