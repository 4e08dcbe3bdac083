// Comparing some of the checklists only.
#include "compare/selected.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace hipaa {

void keep_selected(std::span<const std::string> ids, const CurrentIds& current, RecordedPractice& practice) {
    if (ids.empty()) return;
    const auto is_selected = [&](const RecordedChecklist& checklist) {
        const std::string id = current(checklist.id);
        return std::ranges::find(ids, std::string_view(id).substr(0, id.find('@'))) != ids.end();
    };
    std::erase_if(practice.points,
                  [&](const RecordedPoint& point) { return !is_selected(practice.checklists[point.checklist]); });
    std::vector<std::size_t> index_now;
    std::vector<RecordedChecklist> kept;
    std::set<std::string> parts;  // that nothing but what is taken out is about
    for (RecordedChecklist& checklist : practice.checklists) {
        index_now.push_back(kept.size());
        if (is_selected(checklist)) kept.push_back(std::move(checklist));
        else parts.insert(checklist.about);
    }
    for (const RecordedChecklist& checklist : kept) parts.erase(checklist.about);
    for (RecordedPoint& point : practice.points) point.checklist = index_now[point.checklist];
    practice.checklists = std::move(kept);
    std::erase_if(practice.answers,
                  [&](const auto& answer) { return answer.second == empty_part && parts.contains(answer.first); });
}

}  // namespace hipaa
