// Ids of checklists, notes and checks.
#include "checklist/ids.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

/// The id that counts, then the old ones.
std::vector<std::string_view> names(std::string_view id, const std::vector<Text>& formerly) {
    std::vector<std::string_view> all{id};
    all.insert(all.end(), formerly.begin(), formerly.end());
    return all;
}

/// True for a note of the checklist that `checklist` extends.
bool is_inherited(const Note& note, const Checklist& checklist) {
    return &note < checklist.notes.data() + checklist.inherited_notes;
}

}  // namespace

bool is_id(std::string_view text) {
    return !text.empty() && !text.starts_with('-') && !text.ends_with('-') && text.find("--") == text.npos &&
           std::ranges::all_of(text, [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; });
}

std::vector<FormerId> former_ids(const Checklist& checklist) {
    std::vector<FormerId> found;
    for (const std::string_view checklist_name : names(checklist.id, checklist.formerly))
        for (const Note& note : checklist.notes) {
            const bool still_counts = checklist_name == checklist.extends && is_inherited(note, checklist);
            const auto add = [&](std::string id, std::string_view current, const Check* check) {
                if (id == current) return;
                const std::string_view in_checklist = current.substr(checklist.id.size());
                std::string now =
                    still_counts ? fmt::format("{}{}", checklist.extends, in_checklist) : std::string(current);
                found.push_back({std::move(id), &note, check, std::move(now)});
            };
            for (const std::string_view note_name : names(note.id, note.formerly)) {
                const std::string note_id = fmt::format("{}/{}", checklist_name, note_name);
                add(note_id, note.full_id, nullptr);
                for (const Check& check : note.checks)
                    for (const std::string_view check_name : names(check.id, check.formerly))
                        add(fmt::format("{}/{}", note_id, check_name), check.full_id, &check);
            }
        }
    return found;
}

std::vector<std::string> switched_off_ids(const Checklist& checklist) {
    std::vector<std::string> ids;
    if (checklist.off.empty()) return ids;
    for (const std::string_view checklist_name : names(checklist.id, checklist.formerly))
        for (const NoteOff& off : checklist.off)
            for (const Text id : off.ids) ids.push_back(fmt::format("{}/{}", checklist_name, id));
    return ids;
}

const Checklist* find_former_checklist(const Library& library, std::string_view id) {
    for (const Checklist& checklist : library.checklists)
        if (std::ranges::find(checklist.formerly, id) != checklist.formerly.end()) return &checklist;
    return nullptr;
}

std::string get_later_version() { return fmt::format("get a version of hipaa-check later than {}", version); }

}  // namespace hipaa
