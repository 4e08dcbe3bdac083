// The earlier report that a run is held against.
#include "cli/history/baseline.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cli/history/checked_snapshot.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

SnapshotSettings report_settings(const AssessmentSettings& assessment, std::optional<Shard> shard) {
    SnapshotSettings settings;
    settings.assessment = assessment;
    settings.only = shard;
    return settings;
}

/// What is not checked is told once, with all reasons.
void add_not_checked(Assessment& assessment, const std::string& key, std::string reason) {
    const auto known = std::ranges::find(assessment.not_checked, key, &NotChecked::key);
    if (known == assessment.not_checked.end()) assessment.not_checked.push_back({key, std::move(reason), {}});
    else known->reason += fmt::format("; {}", reason);
}

BaselineMark mark_of(const Change* change) {
    using State = BaselineMark::State;
    if (!change) return {State::known, false};
    const State state = change->direction == Direction::opened  ? State::fresh
                        : change->direction == Direction::worse ? State::worse
                                                                : State::known;
    return {state, state != State::known && change->is_of_checklist()};
}

}  // namespace

Baseline::Baseline(const std::string& path, const Library& library, const std::vector<std::string>& rules,
                   const AssessmentSettings& settings, const FileList& files, const std::string& stdin_name,
                   std::optional<Shard> shard)
    : path_(path),
      all_files_(files),
      shard_(shard),
      ids_(library),
      versions_(library, rules),
      earlier_(
          std::make_unique<OpenSide>(open_report(path, report_settings(settings, shard)), library, versions_, ids_)),
      rerun_(library, ids_),
      seen_(earlier_->snapshot().index().size()) {
    now_.run.as_of = settings.today;
    now_.run.max_age = settings.max_age;
    now_.run.checklists = settings.selected;
    now_.digests = digests_of(library);
    now_.rerun = &rerun_;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FoundFile found = files[i];
        const std::string file = utf8::escape_malformed(found.path == "-" ? stdin_name : found.path);
        index_of_.emplace(file, static_cast<std::uint32_t>(i));
        files_.add(file, {});
    }
    files_.find_common_directory();
    const PracticeIndex& earlier = earlier_->snapshot().index();
    earlier_of_.assign(files_.size(), Pair::none);
    std::vector<bool> is_matched(earlier.size());
    for (const Pair& pair : match(earlier, files_)) {
        if (pair.now == Pair::none || pair.old == Pair::none) continue;
        earlier_of_[pair.now] = pair.old;
        is_matched[pair.old] = true;
    }
    for (std::uint32_t i = 0; i < earlier.size(); ++i)
        if (!is_matched[i] && earlier.name(i) != 0)
            if (const auto [there, is_new] = alone_.emplace(earlier.name(i), i); !is_new) there->second = Pair::none;
}

BaselineOrigin Baseline::origin() const {
    return {printable(path_), earlier_->side().run.as_of, earlier_->snapshot().digest()};
}

std::optional<std::uint32_t> Baseline::earlier_index(const PracticeReport& report) const {
    if (const auto file = index_of_.find(report.source.name); file != index_of_.end())
        if (earlier_of_[file->second] != Pair::none) return earlier_of_[file->second];
    const auto name = alone_.find(PracticeIndex::number_of(report.own_name));
    if (name == alone_.end() || name->second == Pair::none) return std::nullopt;
    return name->second;
}

void Baseline::mark(PracticeReport& report, const Run& run) const {
    if (!report.assessment) return;
    const auto marks = std::make_shared<BaselineMarks>();
    report.baseline = marks;
    JsonMistake mistake;
    const RecordedPractice now = read_recorded_practice(json_of(report, run), mistake);
    std::optional<RecordedPractice> earlier;
    if (const auto index = earlier_index(report)) {
        std::string why;
        earlier = earlier_->snapshot().practice(*index, why);
        if (!why.empty()) earlier.reset();
    }
    if (earlier) ids_.name_as_extended(*earlier);
    const PracticeChanges changes =
        compare_practices(earlier_->side(), earlier ? &*earlier : nullptr, now_, &now, ids_);
    marks->had_practice = changes.state == PracticeState::both;
    marks->had_mistakes = changes.was_broken;
    for (const RecordedPoint& point : now.points) {
        if (!is_open(point.result)) continue;
        const auto change = std::ranges::find_if(changes.changes,
                                                 [&](const Change& one) { return one.to && one.point.id == point.id; });
        marks->open.emplace(point.id, marks->had_practice
                                          ? mark_of(change == changes.changes.end() ? nullptr : &*change)
                                          : BaselineMark{});
    }
    if (!marks->had_practice) return;
    std::set<std::string> there;
    for (const RecordedChecklist& checklist : now.checklists) there.insert(ids_(checklist.id));
    const auto is_judged = [&](const RecordedChecklist& checklist) { return there.contains(ids_(checklist.id)); };
    note_lacked(changes.changes);
    for (const Change& change : changes.changes)
        marks->closed += change.direction == Direction::closed && change.to && is_judged(change.checklist);
    for (const RecordedChecklist& checklist : earlier->checklists) {
        if (is_judged(checklist)) continue;
        marks->lacking.push_back(checklist.id);
        add_not_checked(*report.assessment, checklist.about,
                        fmt::format("the report of {} had the checklist {} for it, and this run does not",
                                    iso(earlier_->side().run.as_of), yaml::quote(checklist.id)));
    }
}

/// Only what is new or worse has a cause that is told.
void Baseline::note_lacked(const std::vector<Change>& changes) const {
    const std::lock_guard lock(mutex_);
    for (const Change& change : changes)
        if (change.direction == Direction::opened || change.direction == Direction::worse) lacked_.add(change);
}

void Baseline::take(const PracticeReport& report) {
    if (const auto index = earlier_index(report)) seen_[*index] = true;
}

std::vector<FoundFile> Baseline::files_told_by_name() const {
    std::vector<FoundFile> found;
    if (!shard_ || shard_->number != 1 || alone_.empty()) return found;
    for (std::size_t i = 0; i < all_files_.size(); ++i)
        if (earlier_of_[i] == Pair::none && all_files_[i].path != "-") found.push_back(all_files_[i]);
    return found;
}

/// Of a shard, what belongs to another one is not missing. What no shard has is told by the first.
std::vector<std::string> Baseline::lacking() const {
    std::vector<std::string> files;
    if (shard_ && shard_->number != 1) return files;
    std::set<std::uint32_t> in_run(earlier_of_.begin(), earlier_of_.end());
    const PracticeIndex& earlier = earlier_->snapshot().index();
    for (std::uint32_t i = 0; i < earlier.size(); ++i)
        if (!seen_[i] && !(shard_ && in_run.contains(i))) files.emplace_back(earlier.file(i));
    return files;
}

}  // namespace hipaa
