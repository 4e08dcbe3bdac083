// Loading the checklists of a run.
#include "cli/checklists.hpp"

#include <fmt/format.h>

#include "authoring/suite/suite.hpp"
#include "checklist/builtin/builtin.hpp"
#include "checklist/builtin/builtin_library.hpp"
#include "cli/io/files.hpp"
#include "cli/io/find_files.hpp"
#include "digest/content_ids.hpp"
#include "practice/required_checklists.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

/// The sources at `path`; what cannot be read is added to `broken`.
std::vector<yaml::Source> sources_at(const std::string& path, std::vector<FileProblems>& broken) {
    std::vector<yaml::Source> sources;
    const FileList files = find_files({path});
    for (std::size_t i = 0; i < files.size(); ++i) {
        FileProblems read;
        std::string why;
        read.source = read_found(files[i], why);
        if (!why.empty()) add_unreadable(read.problems, why);
        else if (is_test_name(read.source.name))
            read.problems.add(
                {}, "not_a_checklist",
                "this file has tests of a checklist, and `hipaa-check test` runs them; name the checklist");
        if (read.problems.empty()) sources.push_back(std::move(read.source));
        else broken.push_back(std::move(read));
    }
    if (sources.empty() && broken.empty()) {
        FileProblems empty{{utf8::escape_malformed(path), ""}, {}};
        empty.problems.add({}, "no_checklist", "there is no checklist (*.yaml) in this directory");
        broken.push_back(std::move(empty));
    }
    return sources;
}

}  // namespace

std::vector<yaml::Source> checklist_sources(const std::vector<std::string>& paths, std::vector<FileProblems>& broken) {
    std::vector<yaml::Source> sources;
    for (const std::string& path : paths)
        for (yaml::Source& source : sources_at(path, broken)) sources.push_back(std::move(source));
    return sources;
}

std::optional<Library> load_checklists(const std::vector<std::string>& paths, Environment& environment) {
    if (paths.empty()) return load_all_builtin();
    std::vector<yaml::Source> sources = builtin_sources();
    for (yaml::Source& source : sources) source.digest = sha256(source.text);
    std::vector<FileProblems> broken;
    for (yaml::Source& source : checklist_sources(paths, broken)) sources.push_back(std::move(source));
    auto library = read_library(std::move(sources), broken);
    if (broken.empty()) return library;
    for (const FileProblems& file : broken) environment.err << yaml::describe(file.problems, file.source);
    environment.err << "hipaa-check: nothing was checked, because a checklist is broken\n";
    return std::nullopt;
}

Library load_required(const InputFile& practice) {
    if (!practice.document || !practice.problems.empty()) return load_all_builtin();
    const auto wanted = required_checklists(practice.document->root(), builtin_images());
    return wanted ? load_images(builtin_images(), *wanted) : load_all_builtin();
}

}  // namespace hipaa
