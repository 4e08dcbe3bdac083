// The reports that -o asks for.
#include "cli/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/io/destination.hpp"
#include "cli/write_out.hpp"
#include "text/ascii.hpp"
#include "text/path.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (!word.empty()) found.push_back(word);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return found;
}

const Format* format_of_ending(const std::string& path, std::span<const Format> among) {
    const std::string name = fs::path(path).filename().string();
    const Format* best = nullptr;
    std::size_t longest = 0;  // `.sarif.json` is more than `.json`
    for (const Format& format : among)
        for (const std::string_view ending : words(format.endings))
            if (name.size() > ending.size() && has_ending(name, ending) && ending.size() > longest) {
                best = &format;
                longest = ending.size();
            }
    return best;
}

bool is_word(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_small_letter); }

void refuse_path(const std::string& path, const std::string& text) {
    if (path.empty()) throw WrongUsage(fmt::format("-o {} names no file", yaml::quote(text)));
    if (path == "-")
        throw WrongUsage(fmt::format("-o {} is not a file; -f says what goes to standard output", yaml::quote(text)));
    const std::string target = destination_of(path).path;
    if (has_yaml_ending(target))
        throw WrongUsage(
            fmt::format("-o cannot write to {}{}: files that end in `.yaml` or `.yml` are practice files and "
                        "checklists",
                        yaml::quote(path), target == path ? "" : fmt::format(", a link to {}", yaml::quote(target))));
}

/// Two paths of one file have the same identity, whether it is there or not.
std::string identity(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(fs::absolute(destination_of(path).path, error), error);
    return error ? path : whole.string();
}

}  // namespace

std::vector<std::string_view> format_names(std::span<const Format> among) {
    std::vector<std::string_view> names;
    for (const Format& format : among) names.push_back(format.name);
    return names;
}

std::size_t begin_of_path(std::string_view text, std::span<const Format> among) {
    const std::size_t equals = text.find('=');
    return equals != text.npos && find_format(text.substr(0, equals), among) ? equals + 1 : 0;
}

OutputRequest parse_output(const std::string& text, std::span<const Format> among) {
    const std::size_t equals = text.find('=');
    if (equals == 0) throw WrongUsage(fmt::format("write -o {}, without the equals sign", text.substr(1)));
    if (const std::size_t begin = begin_of_path(text, among); begin > 0) {
        const std::string path = text.substr(begin);
        refuse_path(path, text);
        return {find_format(text.substr(0, equals), among), path};
    }
    if (equals != text.npos && is_word(text.substr(0, equals)))
        pick("the format of -o", text.substr(0, equals), format_names(among));
    refuse_path(text, text);
    if (const Format* format = format_of_ending(text, among)) return {format, text};
    throw WrongUsage(
        fmt::format("the ending of {} names no format; the endings are {}; for another name write "
                    "FORMAT=FILE",
                    yaml::quote(text), known_endings(among)));
}

void refuse_clashes(const std::vector<OutputRequest>& requests, const std::vector<std::string>& inputs) {
    std::vector<std::string> taken;
    for (const OutputRequest& request : requests) {
        const std::string place = identity(request.path);
        if (std::ranges::find(taken, place) != taken.end())
            throw WrongUsage(fmt::format("two reports cannot both be written to {}", yaml::quote(request.path)));
        taken.push_back(place);
        const bool is_read = std::ranges::any_of(
            inputs, [&](const std::string& input) { return input != "-" && identity(input) == place; });
        if (is_read)
            throw WrongUsage(
                fmt::format("-o cannot write to {}, which this run is to read", yaml::quote(request.path)));
    }
}

void refuse_overwriting(const std::vector<OutputRequest>& requests, const FileList& files) {
    for (const OutputRequest& request : requests) {
        std::error_code error;
        if (!fs::exists(request.path, error)) continue;
        const auto file = files.find_any_of({identity(request.path)});
        if (file)
            throw WrongUsage(fmt::format("-o cannot write to {}, because that is {}, which this run is to read",
                                         yaml::quote(request.path), yaml::quote(*file)));
    }
}

std::string known_endings(std::span<const Format> among) {
    std::string text;
    for (const Format& format : among)
        for (const std::string_view ending : words(format.endings))
            text += (text.empty() ? "" : " ") + std::string(ending);
    return text;
}

OutputFiles::OutputFiles(const std::vector<OutputRequest>& requests) : files_(requests.size()) {
    // Those that name open descriptors come first: files that are opened here would get the numbers that are free.
    for (const bool descriptors : {true, false})
        for (std::size_t i = 0; i < requests.size(); ++i)
            if (destination_of(requests[i].path).descriptor.has_value() == descriptors)
                files_[i] = std::make_unique<OutputFile>(requests[i].path);
}

bool OutputFiles::all_written(Environment& environment) const {
    for (const auto& file : files_)
        if (!file->failure().empty()) environment.err << fmt::format("hipaa-check: {}\n", file->failure());
    const bool failed = std::ranges::any_of(files_, [](const auto& file) { return file->failed(); });
    return flush_out(environment, "the report could not be written to standard output") && !failed;
}

void OutputFiles::finish() const {
    for (const auto& file : files_) file->finish();
}

Outputs::Outputs(const std::vector<OutputRequest>& requests, const Appearance& appearance) : files_(requests) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
        Appearance own = appearance;
        own.to_file = files_[i].is_file();
        writers_.push_back(requests[i].format->make(files_[i].stream(), own));
    }
}

void Outputs::add(std::unique_ptr<Writer> writer) { writers_.push_back(std::move(writer)); }

void Outputs::begin(const Run& run) {
    for (const auto& writer : writers_) writer->begin(run);
}

Outputs::Drafters Outputs::drafters() const {
    Drafters drafters;
    for (const auto& writer : writers_) drafters.push_back(writer->drafter());
    return drafters;
}

void Outputs::practice(const PracticeReport& report, const Drafts& drafts) {
    for (std::size_t i = 0; i < writers_.size(); ++i) writers_[i]->drafted(report, drafts[i]);
}

void Outputs::end(const Totals& totals) {
    for (const auto& writer : writers_) writer->end(totals);
}

Outputs::Drafts draft(const Outputs::Drafters& drafters, const PracticeReport& report) {
    Outputs::Drafts drafts(drafters.size());
    for (std::size_t i = 0; i < drafters.size(); ++i)
        if (drafters[i]) drafts[i] = drafters[i]->draft(report);
    return drafts;
}

}  // namespace hipaa
