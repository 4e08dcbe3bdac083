// What became of one practice between two reports.
#include "compare/practice_changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace hipaa {
namespace {

/// What counts of each note, by its id; of what is in no note without one.
using NoteWeights = std::map<std::string_view, Weight>;

void weigh(const RecordedPoint& point, Result result, NoteWeights& weights) {
    weights[point.note].add(result, point.basis && is_duty(*point.basis));
}

}  // namespace

PracticeChanges compare_practices(const Side& old_side, const RecordedPractice* old, const Side& now_side,
                                  const RecordedPractice* now, const CurrentIds& ids) {
    const RecordedPractice& shown = now ? *now : *old;
    PracticeChanges found;
    found.file = shown.file;
    found.name = shown.name;
    found.result = shown.result;
    found.is_judged = (old && !old->checklists.empty()) || (now && !now->checklists.empty());
    if (!now) {
        found.state = PracticeState::gone;
        return found;
    }
    if (old && old->file != now->file) found.was_file = old->file;
    found.became_unchecked = now->is_unchecked() && !(old && old->is_unchecked());
    found.was_broken = old && old->is_broken();
    if (now->is_broken()) {
        found.state = PracticeState::broken;
    } else if (!old || old->is_broken()) {
        found.state = PracticeState::fresh;
        std::ranges::copy_if(now->points, std::back_inserter(found.open),
                             [](const RecordedPoint& point) { return is_open(point.result); });
    } else {
        found.changes = compare({old_side, *old}, {now_side, *now}, ids);
        std::set<std::string> there;
        for (const RecordedChecklist& checklist : now->checklists) there.insert(checklist.about);
        for (const RecordedChecklist& checklist : old->checklists)
            if (there.insert(checklist.about).second) found.lacking.push_back(checklist.name);
    }
    return found;
}

void LackedChecklists::add(const Change& change) {
    if (!change.lacks_checklist.empty()) (change.lacks_builtin ? builtin : own).insert(change.lacks_checklist);
}

LackedChecklists& LackedChecklists::operator+=(const LackedChecklists& more) {
    own.insert(more.own.begin(), more.own.end());
    builtin.insert(more.builtin.begin(), more.builtin.end());
    return *this;
}

void ChangeTotals::add(const PracticeChanges& practice) {
    ++practices;
    fresh += practice.state == PracticeState::fresh && !practice.was_broken;
    repaired += practice.state == PracticeState::fresh && practice.was_broken;
    gone += practice.state == PracticeState::gone;
    broken += practice.state == PracticeState::broken;
    unchecked += practice.became_unchecked;
    judged += practice.is_judged;
    lacking += practice.lacking.size();
    changed += !practice.changes.empty();
    NoteWeights weights;
    for (const RecordedPoint& point : practice.open) weigh(point, point.result, weights);
    for (const Change& change : practice.changes) {
        if (change.is_of_checklist()) ++of_checklist;
        else ++changes[change.direction];
        lacked.add(change);
        opened_in_all += change.direction == Direction::opened;
        closed_in_all += change.direction == Direction::closed;
        if (change.counts()) weigh(change.point, *change.to, weights);
    }
    for (const auto& [note, of_note] : weights) weight.add_note(of_note);
}

}  // namespace hipaa
