// Finding what an id names.
#include "authoring/subject.hpp"

#include <fmt/format.h>

#include "checklist/former_ids.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

std::string without_product(std::string_view id) {
    const auto at = id.find('@');
    if (at == std::string_view::npos) return std::string(id);
    const auto slash = id.find('/', at);
    return std::string(id.substr(0, at)) + std::string(slash == std::string_view::npos ? "" : id.substr(slash));
}

/// What was called `id` in an earlier version.
std::optional<Subject> find_renamed(const Library& library, std::string_view id) {
    if (const Checklist* renamed = find_former_checklist(library, id)) return Subject{renamed};
    for (const Checklist& checklist : library.checklists)
        for (const FormerId& former : former_ids(checklist))
            if (former.id == id) return Subject{&checklist, former.note, former.check};
    return std::nullopt;
}

}  // namespace

std::string_view Subject::kind() const {
    if (check) return "check";
    if (note) return "note";
    if (caveat) return "caveat";
    return contradiction ? "contradiction" : "checklist";
}

Text Subject::id() const {
    if (check) return check->full_id;
    if (note) return note->full_id;
    if (caveat) return caveat->full_id;
    return contradiction ? contradiction->full_id : checklist->id;
}

std::vector<Subject> subjects(const Library& library) {
    std::vector<Subject> all;
    for (const Checklist& checklist : library.checklists) {
        all.push_back({&checklist});
        for (const Note& note : checklist.notes) {
            all.push_back({&checklist, &note});
            for (const Check& check : note.checks) all.push_back({&checklist, &note, &check});
        }
        for (const Caveat& caveat : checklist.caveats) all.push_back({&checklist, nullptr, nullptr, &caveat});
        for (const Contradiction& contradiction : checklist.contradictions)
            all.push_back({&checklist, nullptr, nullptr, nullptr, &contradiction});
    }
    return all;
}

std::optional<Subject> find_subject(const Library& library, std::string_view id) {
    const std::string wanted = without_product(id);
    for (const Subject& subject : subjects(library))
        if (subject.id() == wanted) return subject;
    return find_renamed(library, wanted);
}

std::string unknown_subject(const Library& library, std::string_view id) {
    std::vector<std::string_view> ids;
    std::vector<std::string_view> checklists;
    const std::vector<Subject> all = subjects(library);
    for (const Subject& subject : all) ids.push_back(subject.id());
    for (const Checklist& checklist : library.checklists) checklists.push_back(checklist.id);
    const std::string wanted = without_product(id);
    auto meant = closest(wanted, ids);
    for (const std::string_view known : ids)
        if (!meant && known.ends_with("/" + wanted)) meant = known;
    const std::string unknown =
        fmt::format("there is no checklist, note, check, caveat or contradiction {}", yaml::quote(id));
    if (meant) return fmt::format("{}; did you mean `{}`?", unknown, *meant);
    return fmt::format("{}; the checklists are {}, and `hipaa-check list notes` shows all ids", unknown,
                       yaml::one_of(checklists));
}

}  // namespace hipaa
