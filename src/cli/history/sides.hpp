// The two sides of a comparison, opened, with the checklists that each had.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.hpp"
#include "cli/history/snapshot.hpp"
#include "compare/side.hpp"
#include "engine/assess.hpp"

namespace hipaa {

/// How practice files are checked to be compared.
struct SnapshotSettings {
    AssessmentSettings assessment;
    bool refuse_future = false;  // answers that were confirmed after the day that counts as today
    std::size_t threads = 1;
    std::optional<Shard> only;  // the shard that may stand alone
};

/// Says what keeps a snapshot from being compared, and what comes of that. False if there is nothing of the kind.
bool tell_mistakes(const Snapshot& snapshot, std::string_view consequence, Environment& environment);

/// A JSON report, or a directory of the jsonl reports of one run.
std::unique_ptr<Snapshot> open_report(const std::string& path, const SnapshotSettings& settings);

/// Of its checklists, by the names of their files.
std::map<std::string, std::string> digests_of(const Library& library);

/// A JSON report; a directory of the jsonl reports of one run; or a practice file, or a directory of them, which is checked
/// with `library`, and has to live as long as the snapshot. What is wrong with practice files is said on standard error.
std::unique_ptr<Snapshot> open_snapshot(const std::string& path, const Library& library,
                                        const SnapshotSettings& settings, Environment& environment);

/// The checklists of a run, in all versions that are at hand.
class ChecklistVersions {
public:
    /// `library`: the checklists that count now, of the built-in ones and those at `rules`. It must live as long as this.
    ChecklistVersions(const Library& library, const std::vector<std::string>& rules)
        : library_(library), rules_(rules) {}

    /// The checklists of which a report names the digests, as far as they are at hand; else those that count now. Nothing
    /// if that is all of those that count now.
    std::optional<Library> with(const std::map<std::string, std::string>& digests) const;

private:
    const Library& library_;
    const std::vector<std::string>& rules_;
};

/// One side, ready to be compared.
class OpenSide {
public:
    OpenSide(std::unique_ptr<Snapshot> snapshot, const Library& library, const ChecklistVersions& versions,
             const CurrentIds& ids);
    OpenSide(const OpenSide&) = delete;
    OpenSide& operator=(const OpenSide&) = delete;

    const Snapshot& snapshot() const { return *snapshot_; }
    const Side& side() const { return side_; }

private:
    std::unique_ptr<Snapshot> snapshot_;
    std::optional<Library> own_;
    Rerun rerun_;
    Side side_;
};

}  // namespace hipaa
