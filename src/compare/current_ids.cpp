// What the ids of an earlier report are called now.
#include "compare/current_ids.hpp"

#include "checklist/ids.hpp"
#include "compare/decision_names.hpp"

namespace hipaa {

CurrentIds::CurrentIds(const Library& library) {
    for (const Checklist& checklist : library.checklists) {
        checklists_.emplace(checklist.id, checklist.id);
        for (const Text former : checklist.formerly) checklists_.emplace(former, checklist.id);
        for (const FormerId& former : former_ids(checklist))
            points_.emplace(former.id, former.check ? former.check->full_id : former.note->full_id);
    }
}

std::string CurrentIds::operator()(std::string_view id) const {
    // Of a generic checklist, the product stands between: `any-product@zoom/agreement`.
    const std::string_view head = id.substr(0, id.find('/'));
    const std::string_view rest = id.substr(head.size());
    const std::string_view checklist = head.substr(0, head.find('@'));
    const std::string_view product = head.substr(checklist.size());
    if (const auto point = points_.find(std::string(checklist) + std::string(rest)); point != points_.end()) {
        const std::string& now = point->second;
        const std::size_t slash = now.find('/');
        return now.substr(0, slash) + std::string(product) + now.substr(slash);
    }
    const auto renamed = checklists_.find(std::string(checklist));
    if (renamed == checklists_.end()) return std::string(id);
    return renamed->second + std::string(product) + std::string(rest);
}

void CurrentIds::name_as_extended(RecordedPractice& practice) const {
    for (std::size_t i = 0; i < practice.checklists.size(); ++i) {
        RecordedChecklist& checklist = practice.checklists[i];
        const std::string known_as = checklist.id.substr(0, checklist.id.find('@'));
        if (checklists_.contains(known_as) || !checklists_.contains(checklist.extends)) continue;
        const auto rename = [&](std::string& id) {
            if (id.starts_with(known_as)) id.replace(0, known_as.size(), checklist.extends);
        };
        rename(checklist.id);
        for (RecordedPoint& point : practice.points) {
            if (point.checklist != i) continue;
            rename(point.id);
            rename(point.note);
        }
        const std::string above = known_as + "/";
        for (std::string& decision : practice.decisions)
            decision = rename_accepted(decision, [&](std::string_view accepted) {
                std::string id(accepted);
                if (id.starts_with(above)) rename(id);
                return id;
            });
    }
}

}  // namespace hipaa
