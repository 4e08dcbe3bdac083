// Open questions that an interview does not ask.
#include "interview/unasked.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/wording.hpp"
#include "text/display_name.hpp"
#include "text/printable.hpp"

namespace hipaa::interview {
namespace {

/// What is not in the file, and the keys of its questions that are needed.
struct Part {
    std::string_view about;
    std::vector<std::string> keys;
};

std::string name_of(const Library& library, std::string_view about) {
    const auto found = std::ranges::find(
        library.checklists, about, [](const Checklist& checklist) { return std::string_view(checklist.group.about); });
    if (found != library.checklists.end() && !found->name.empty()) return printable(found->name);
    return display_name(about.substr(about.rfind('.') + 1));
}

void add(const Sitting& sitting, const std::vector<Evidence>& evidence, std::vector<Part>& parts) {
    for (const Evidence& one : evidence) {
        if (one.answer->known() || sitting.sheet(one.about)) continue;
        auto part = std::ranges::find(parts, one.about, &Part::about);
        if (part == parts.end()) part = parts.insert(part, {one.about, {}});
        if (std::string key = printable(one.key()); std::ranges::find(part->keys, key) == part->keys.end())
            part->keys.push_back(std::move(key));
    }
}

}  // namespace

Lines unasked_lines(const Sitting& sitting) {
    std::vector<Part> parts;
    for (const ChecklistResult& checklist : sitting.assessment().checklists) {
        for (const NoteResult& note : checklist.notes)
            for (const CheckResult& check : note.checks)
                if (check.result == Result::unknown) add(sitting, check.evidence, parts);
        for (const CaveatResult& caveat : checklist.caveats)
            if (caveat.result == Result::unknown) add(sitting, caveat.evidence, parts);
    }
    Lines lines;
    for (const Part& part : parts) {
        const bool is_one = part.keys.size() == 1;
        const std::string name = name_of(sitting.library(), part.about);
        lines.push_back(
            fmt::format("{} not asked, because {} about {}, and the file does not say that the practice uses it: {}. "
                        "If it does, run "
                        "the same command again, choose 1 where all answers are shown, and name {}.",
                        counted(part.keys.size(), "question was", "questions were"), is_one ? "it is" : "they are",
                        name, fmt::join(part.keys, ", "), name));
    }
    return lines;
}

}  // namespace hipaa::interview
