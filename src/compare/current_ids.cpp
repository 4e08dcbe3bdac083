// What the ids of an earlier report are called now.
#include "compare/current_ids.hpp"

#include "checklist/ids.hpp"

namespace hipaa {

CurrentIds::CurrentIds(const Library& library) {
    for (const Checklist& checklist : library.checklists) {
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

}  // namespace hipaa
