// The two sides of a comparison.
#include "cli/history/sides.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "cli/checklists.hpp"
#include "cli/history/checked_snapshot.hpp"
#include "cli/history/recorded_snapshot.hpp"
#include "cli/io/find_files.hpp"
#include "cli/io/readable_file.hpp"
#include "digest/content_ids.hpp"
#include "text/path.hpp"

namespace hipaa {
namespace {

bool is_json_name(std::string_view name) { return name.ends_with(".json"); }

bool is_jsonl_name(std::string_view name) { return name.ends_with(".jsonl"); }

/// True if a file is meant as a report: JSON begins with a bracket, and an empty report would have had one.
bool is_report(const std::string& path) {
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(path, error);
    if (is_json_name(path) || is_jsonl_name(path) || !is_file) return true;  // refused, if it is none
    const ReadableFile file(path);
    if (has_yaml_ending(path) || !file.refusal().empty()) return false;
    std::string begin(4096, '\0');
    begin.resize(file.read(begin.data(), begin.size(), 0));
    const std::size_t first = begin.find_first_not_of(" \t\r\n");
    return first != begin.npos && begin[first] == '{';
}

using DigestSet = std::set<std::string, std::less<>>;

/// The file of the checklist that the one in `file` extends; empty if it extends none.
std::string_view extended_file(const Library& library, std::string_view file) {
    const auto found = std::ranges::find(library.checklists, file, &Checklist::file);
    return found == library.checklists.end() ? Text() : found->extended_file;
}

/// What cannot be compared, and why.
class Refused final : public Snapshot {
public:
    Refused(const std::string& path, std::string_view sentence) {
        mistakes_.push_back({{path, ""}, {}});
        mistakes_.back().problems.add({1, 1}, "report", [&] { return std::string(sentence); });
    }
    RecordedPractice practice(std::size_t, std::string&) const override { return {}; }
};

std::vector<std::string> shards_in(const std::string& directory) {
    std::vector<std::string> paths;
    const FileList files = find_files({directory}, is_jsonl_name);
    for (std::size_t i = 0; i < files.size(); ++i) paths.push_back(files[i].path);
    return paths;
}

}  // namespace

bool tell_mistakes(const Snapshot& snapshot, std::string_view consequence, Environment& environment) {
    if (snapshot.mistakes().empty()) return false;
    for (const FileProblems& file : snapshot.mistakes()) environment.err << yaml::describe(file.problems, file.source);
    environment.err << "hipaa-check: " << consequence << '\n';
    return true;
}

std::unique_ptr<Snapshot> open_report(const std::string& path, const SnapshotSettings& settings) {
    std::error_code error;
    const bool is_directory = std::filesystem::is_directory(path, error);
    const std::vector<std::string> shards = is_directory ? shards_in(path) : std::vector<std::string>();
    return std::make_unique<RecordedSnapshot>(shards.empty() ? std::vector{path} : shards, settings.only);
}

std::map<std::string, std::string> digests_of(const Library& library) {
    std::map<std::string, std::string> digests;
    for (const Checklist& checklist : library.checklists) {
        digests.emplace(std::string(checklist.file), std::string(checklist.digest));
        if (!checklist.extends.empty())
            digests.emplace(std::string(checklist.extended_file), std::string(checklist.extended_digest));
    }
    return digests;
}

std::unique_ptr<Snapshot> open_snapshot(const std::string& path, const Library& library,
                                        const SnapshotSettings& settings, Environment& environment) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        if (const std::vector<std::string> shards = shards_in(path); !shards.empty())
            return std::make_unique<RecordedSnapshot>(shards, settings.only);
    } else if (is_report(path)) {
        return std::make_unique<RecordedSnapshot>(std::vector{path}, settings.only);
    }
    FileList files = find_files({path});
    if (files.size() == 0 && find_files({path}, is_json_name).size() > 0)
        return std::make_unique<Refused>(
            path, "this directory has no practice file, only reports (.json); name the one to compare");
    return std::make_unique<CheckedSnapshot>(std::move(files), library, settings.assessment,
                                             Strictness{.refuse_future = settings.refuse_future}, settings.threads,
                                             environment);
}

std::optional<Library> ChecklistVersions::with(const std::map<std::string, std::string>& digests) const {
    if (rules_.empty()) return std::nullopt;
    DigestSet wanted;
    for (const auto& [file, digest] : digests) wanted.insert(digest);
    std::vector<yaml::Source> sources = builtin_sources();
    for (yaml::Source& source : sources) source.digest = sha256(source.text);
    std::vector<FileProblems> broken;
    for (yaml::Source& source : checklist_sources(rules_, broken)) sources.push_back(std::move(source));
    const auto was_used = [&](const yaml::Source& source) { return wanted.contains(source.digest); };
    const auto extended_alone = [&](const yaml::Source& source) {
        if (digests.contains(source.name) || was_used(source)) return false;
        const std::string_view extended = extended_file(library_, source.name);
        return std::ranges::any_of(
            sources, [&](const yaml::Source& other) { return other.name == extended && was_used(other); });
    };
    DigestSet missed = wanted;
    for (const auto& [file, digest] : digests_of(library_)) missed.erase(digest);
    std::vector<yaml::Source> left;
    std::ranges::remove_copy_if(sources, std::back_inserter(left), extended_alone);
    const auto was_missed = [&](const yaml::Source& source) { return missed.contains(source.digest); };
    if (left.size() == sources.size() && std::ranges::none_of(sources, was_missed)) return std::nullopt;
    // Of several with the same id the last one counts.
    std::stable_partition(left.begin(), left.end(), std::not_fn(was_used));
    return read_library(std::move(left), broken);
}

OpenSide::OpenSide(std::unique_ptr<Snapshot> snapshot, const Library& library, const ChecklistVersions& versions,
                   const CurrentIds& ids)
    : snapshot_(std::move(snapshot)),
      own_(versions.with(snapshot_->digests())),
      rerun_(own_ ? *own_ : library, ids),
      side_{snapshot_->run(), snapshot_->digests(), &rerun_} {}

}  // namespace hipaa
