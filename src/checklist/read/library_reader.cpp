// Reading all checklists of a run together.
#include "checklist/read/library_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/builtin/builtin.hpp"
#include "checklist/read/checklist_reader.hpp"
#include "checklist/read/prerequisites.hpp"
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
};

std::vector<Draft> read_heads(std::vector<yaml::Source> sources) {
    std::vector<Draft> drafts;
    drafts.reserve(sources.size());
    for (yaml::Source& source : sources) {
        Draft& draft = drafts.emplace_back();
        draft.source = source;
        draft.document = yaml::read(std::move(source), draft.problems);
        if (!draft.document) continue;
        draft.checklist = read_checklist_head(*draft.document, draft.problems);
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

void check_related_notes(const Draft& draft, const std::vector<Draft*>& chosen, yaml::Problems& problems) {
    for (const Note& note : draft.checklist.notes) {
        for (const std::string_view related : note.relates_to) {
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
    const std::vector<Draft*> chosen = choose(drafts);
    std::vector<Vocabulary::Elsewhere> elsewhere;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (!chosen[i]->checklist.generic())
            elsewhere.push_back(
                {static_cast<std::uint32_t>(i), &chosen[i]->checklist.group, !chosen[i]->checklist.replaces.empty()});
    for (Draft& draft : drafts)
        if (draft.document)
            read_checklist_body(*draft.document, Vocabulary(draft.checklist.group, elsewhere), draft.checklist,
                                draft.problems);
    std::vector<ReadChecklist> read;
    for (Draft* draft : chosen) {
        check_related_notes(*draft, chosen, draft->problems);
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
