// Reading all checklists of a run together.
#include "checklist/read/library_reader.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "checklist/builtin/builtin.hpp"
#include "checklist/ids.hpp"
#include "checklist/read/checklist_reader.hpp"
#include "checklist/read/prerequisites.hpp"
#include "checklist/read/tailoring.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

struct Draft {
    yaml::Source source;  // kept for showing mistakes; the document holds its own copy
    yaml::Problems problems;
    std::optional<yaml::Document> document;
    Checklist checklist;
    bool replaced = false;
    Draft* extended = nullptr;  // that it tailors
};

std::vector<Draft> read_heads(std::vector<yaml::Source> sources) {
    std::vector<Draft> drafts;
    drafts.reserve(sources.size());
    for (yaml::Source& source : sources) {
        Draft& draft = drafts.emplace_back();
        draft.source = source;
        draft.document = yaml::read(std::move(source), draft.problems);
        if (!draft.document) continue;
        draft.checklist = is_extension(*draft.document) ? read_extension_head(*draft.document, draft.problems)
                                                        : read_checklist_head(*draft.document, draft.problems);
        draft.checklist.file = draft.checklist.texts->keep(draft.source.name);
        draft.checklist.digest = draft.checklist.texts->keep(draft.source.digest);
    }
    return drafts;
}

/// The drafts that make up the library, in order: a later one of the same id takes the place of an earlier one.
std::vector<Draft*> choose(std::vector<Draft>& drafts) {
    std::vector<Draft*> chosen;
    for (Draft& draft : drafts) {
        if (draft.checklist.id.empty()) continue;
        const auto earlier =
            std::ranges::find_if(chosen, [&](const Draft* other) { return other->checklist.id == draft.checklist.id; });
        if (earlier == chosen.end()) {
            chosen.push_back(&draft);
            continue;
        }
        draft.checklist.replaces = draft.checklist.texts->keep((*earlier)->source.name);
        (*earlier)->replaced = true;
        *earlier = &draft;
    }
    return chosen;
}

/// The checklist of `chosen` that `extension` tailors; null, with a mistake, if there is none to tailor.
Draft* find_extended(const std::vector<Draft*>& chosen, Draft& extension) {
    const std::string_view id = extension.checklist.extends;
    if (id.empty()) return nullptr;
    const Place place = extension.document->root().find("extends")->value.place();
    auto found = std::ranges::find(chosen, id, [](const Draft* other) { return other->checklist.id; });
    if (found == chosen.end()) {
        found = std::ranges::find_if(chosen, [&](const Draft* other) {
            return std::ranges::find(other->checklist.formerly, id) != other->checklist.formerly.end();
        });
        if (found != chosen.end()) {
            const std::string_view now = (*found)->checklist.id;
            extension.checklist.former_names.push_back({std::string(id), std::string(now), place});
            extension.checklist.extends = extension.checklist.texts->keep(std::string(now));
        }
    }
    if (found == chosen.end()) {
        extension.problems.add(place, "unknown_id", [&] {
            std::vector<std::string_view> ids;
            for (const Draft* other : chosen)
                if (other != &extension) ids.push_back(other->checklist.id);
            const auto meant = closest(id, ids);
            return fmt::format("`extends` names {}, but no such checklist is known here{}", yaml::quote(id),
                               meant ? fmt::format("; did you mean `{}`?", *meant) : "; give its file with --rules");
        });
        return nullptr;
    }
    if (*found == &extension) {
        extension.problems.add(place, "not_allowed", [&] {
            return fmt::format("{} would extend itself; give this checklist an id of its own", yaml::quote(id));
        });
        return nullptr;
    }
    if (!(*found)->document || is_extension(*(*found)->document)) {
        extension.problems.add(place, "not_allowed", [&] {
            return fmt::format("{} extends another checklist itself; extend that one, or copy it", yaml::quote(id));
        });
        return nullptr;
    }
    return *found;
}

/// Puts each extension in the place of the checklist that it tailors.
void place_extensions(std::vector<Draft*>& chosen) {
    const std::vector<Draft*> all = chosen;
    for (Draft* draft : all) {
        if (!draft->document || !is_extension(*draft->document)) continue;
        draft->extended = find_extended(all, *draft);
        if (!draft->extended) continue;
        chosen.erase(std::ranges::find(chosen, draft));
        const auto slot = std::ranges::find(chosen, draft->extended);
        if (slot == chosen.end()) {
            draft->problems.add(draft->document->root().find("extends")->value.place(), "not_allowed", [&] {
                return fmt::format("{} is extended by another checklist already; load one of the two",
                                   yaml::quote(draft->checklist.extends));
            });
            draft->extended = nullptr;
            continue;
        }
        inherit_questions(draft->extended->checklist, draft->checklist, draft->problems);
        *slot = draft;
    }
}

/// An id that a checklist had, and that another one has: both would apply.
void refuse_taken_former_ids(const std::vector<Draft*>& chosen) {
    for (Draft* draft : chosen)
        for (const Text former : draft->checklist.formerly) {
            const auto taken = std::ranges::find_if(
                chosen, [&](const Draft* other) { return other != draft && other->checklist.id == former; });
            if (taken == chosen.end()) continue;
            draft->problems.add(draft->checklist.place, "duplicate_id", [&] {
                return fmt::format("{} was called `{}`, but the checklist of that id, {}, is loaded too; {}",
                                   yaml::quote(draft->checklist.id), former, (*taken)->source.name,
                                   is_builtin((*taken)->source.name)
                                       ? fmt::format("take `{}` out of `formerly`, or make it the id, so that the "
                                                     "built-in one is replaced",
                                                     former)
                                       : "load one of the two");
            });
        }
}

void read_bodies(std::vector<Draft>& drafts, const std::vector<Vocabulary::Elsewhere>& elsewhere) {
    for (Draft& draft : drafts)
        if (draft.document && !is_extension(*draft.document))
            read_checklist_body(*draft.document,
                                Vocabulary(draft.checklist.group, elsewhere, &draft.checklist.former_names),
                                draft.checklist, draft.problems);
    for (Draft& draft : drafts)
        if (draft.extended && draft.extended->problems.empty()) {
            const QuestionGroup group = draft.checklist.group;
            std::vector<FormerNameUse> former_names = draft.checklist.former_names;
            read_extension_body(*draft.document, {draft.extended->checklist, *draft.extended->document},
                                Vocabulary(group, elsewhere, &former_names), draft.checklist, draft.problems);
            draft.checklist.former_names = std::move(former_names);
        }
}

/// The full ids that notes and checks have now, by those of earlier versions.
using CurrentNames = std::map<std::string, Text, std::less<>>;

CurrentNames current_names(const std::vector<Draft*>& chosen) {
    CurrentNames names;
    for (const Draft* draft : chosen)
        for (const FormerId& former : former_ids(draft->checklist))
            names.try_emplace(former.id, former.check ? former.check->full_id : former.note->full_id);
    return names;
}

void check_related_notes(Draft& draft, const std::vector<Draft*>& chosen, const CurrentNames& current,
                         yaml::Problems& problems) {
    for (Note& note : draft.checklist.notes) {
        for (Text& related : note.relates_to) {
            if (related.find('/') == related.npos)
                related = draft.checklist.texts->keep(fmt::format("{}/{}", draft.checklist.id, related));
            if (const auto renamed = current.find(related); renamed != current.end()) {
                draft.checklist.former_names.push_back(
                    {std::string(related), std::string(renamed->second), note.place});
                related = draft.checklist.texts->keep(std::string(renamed->second));
            }
            const std::string_view checklist_id = related.substr(0, related.find('/'));
            const auto target =
                std::ranges::find_if(chosen, [&](const Draft* other) { return other->checklist.id == checklist_id; });
            // A checklist that replaces another need not have all of its notes.
            if (target == chosen.end() || !(*target)->checklist.replaces.empty()) continue;
            std::vector<std::string_view> ids;
            for (const Note& other : (*target)->checklist.notes) ids.push_back(other.full_id);
            if (std::ranges::find(ids, related) != ids.end()) continue;
            problems.add(note.place, "unknown_id", [&] {
                const auto meant = closest(related, ids);
                return fmt::format("the note `{}` relates to {}, which is not a note{}", note.id, yaml::quote(related),
                                   meant ? fmt::format("; did you mean `{}`?", *meant) : "");
            });
        }
    }
}

}  // namespace

std::optional<Library> read_library(std::vector<yaml::Source> sources, std::vector<FileProblems>& broken) {
    std::vector<Draft> drafts = read_heads(std::move(sources));
    std::vector<Draft*> chosen = choose(drafts);
    place_extensions(chosen);
    refuse_taken_former_ids(chosen);
    std::vector<Vocabulary::Elsewhere> elsewhere;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (!chosen[i]->checklist.generic())
            elsewhere.push_back(
                {static_cast<std::uint32_t>(i), &chosen[i]->checklist.group, !chosen[i]->checklist.replaces.empty()});
    read_bodies(drafts, elsewhere);
    for (const Draft* extension : chosen)
        for (Draft* other : chosen)
            if (extension->extended && other != extension) follow_extension(extension->checklist, other->checklist);
    const CurrentNames current = current_names(chosen);
    std::vector<ReadChecklist> read;
    for (Draft* draft : chosen) {
        check_related_notes(*draft, chosen, current, draft->problems);
        read.push_back({&draft->checklist, &draft->problems, static_cast<std::size_t>(draft - drafts.data())});
    }
    resolve_prerequisites(read);

    for (Draft& draft : drafts)
        if (!draft.problems.empty()) broken.push_back({std::move(draft.source), std::move(draft.problems)});
    if (!broken.empty()) return std::nullopt;
    Library library;
    for (Draft* draft : chosen) library.checklists.push_back(std::move(draft->checklist));
    return library;
}

std::vector<yaml::Source> builtin_sources() {
    std::vector<yaml::Source> sources;
    for (const BuiltinFile& file : builtin_files())
        sources.push_back({fmt::format("{}{}", builtin_prefix, file.name), std::string(file.text)});
    return sources;
}

}  // namespace hipaa
