// What has to be done first, in all checklists of a run together.
#include "checklist/prerequisites.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// A check, and what it belongs to.
struct Step {
    const ReadChecklist* origin;
    const Note* note;
    const Check* check;
};

class Resolver {
public:
    explicit Resolver(std::span<const ReadChecklist> all) : all_(all) {
        for (const ReadChecklist& read : all_)
            for (const Note& note : read.checklist->notes)
                for (const Check& check : note.checks) {
                    steps_[note.full_id].push_back({&read, &note, &check});
                    steps_[check.full_id].push_back({&read, &note, &check});
                }
    }

    void resolve() {
        for (const ReadChecklist& read : all_)
            for (Note& note : read.checklist->notes) {
                for (Prerequisite& first : note.after) resolve(first, read, nullptr);
                for (Check& check : note.checks)
                    if (check.after)
                        for (Prerequisite& first : *check.after) resolve(first, read, &note);
            }
    }

    void refuse_circle() {
        for (const ReadChecklist& read : all_)
            for (const Note& note : read.checklist->notes)
                for (const Check& check : note.checks)
                    if (!follow({&read, &note, &check})) return;
    }

private:
    /// `around` is the note of the check that has the `after`; null if it is a note's own.
    void resolve(Prerequisite& first, const ReadChecklist& read, const Note* around) {
        const std::string_view own = read.checklist->id;
        const bool path = first.id.find('/') != std::string_view::npos;
        std::vector<std::string> readings{fmt::format("{}/{}", own, first.id)};
        if (around && !path) readings.push_back(fmt::format("{}/{}", around->full_id, first.id));
        readings.emplace_back(first.id);
        for (const std::string& id : readings)
            if (const auto found = steps_.find(id); found != steps_.end()) {
                first.id = Text(found->first);
                return;
            }
        const std::string_view head = first.id.substr(0, first.id.find('/'));
        const bool elsewhere = path && head != own && !is_note(*read.checklist, head);
        if (elsewhere && !must_have_all(head)) return;
        read.problems->add(first.place, "unknown_id", [&] { return unknown(first.id, own); });
    }

    static bool is_note(const Checklist& checklist, std::string_view id) {
        return std::ranges::find(checklist.notes, id, &Note::id) != checklist.notes.end();
    }

    /// A checklist that replaces another need not have all of its notes.
    bool must_have_all(std::string_view checklist_id) const {
        const auto found = std::ranges::find_if(
            all_, [&](const ReadChecklist& read) { return read.checklist->id == checklist_id; });
        return found != all_.end() && found->checklist->replaces.empty();
    }

    std::string unknown(std::string_view id, std::string_view own) const {
        std::vector<std::string_view> known;
        const std::string prefix = fmt::format("{}/", own);
        for (const auto& [full, steps] : steps_) {
            known.push_back(full);
            if (full.starts_with(prefix)) known.push_back(full.substr(prefix.size()));
        }
        const auto meant = closest(id, known);
        return fmt::format("`after` names {}, which is no note and no check{}", yaml::quote(id),
                           meant ? fmt::format("; did you mean `{}`?", *meant) : "");
    }

    /// One step after another, as far as it is known which comes first.
    struct Link {
        Step step;
        const Prerequisite* first;  // through which the next one is reached
    };

    /// False if there is a circle.
    bool follow(const Step& step) {
        bool& done = done_[step.check];
        if (done) return true;
        const auto begun = std::ranges::find_if(way_, [&](const Link& link) { return link.step.check == step.check; });
        if (begun != way_.end()) {
            refuse({begun, way_.end()});
            return false;
        }
        way_.push_back({step, nullptr});
        for (const Prerequisite& first : prerequisites_of(*step.note, *step.check)) {
            const auto found = steps_.find(first.id);
            if (found == steps_.end()) continue;
            way_.back().first = &first;
            for (const Step& before : found->second)
                if (!follow(before)) return false;
        }
        way_.pop_back();
        return done = true;
    }

    static void refuse(std::span<const Link> circle) {
        const auto last = std::ranges::max_element(
            circle, {}, [](const Link& link) { return link.step.origin->given; });
        last->step.origin->problems->add(last->first->place, "circle", [&] {
            std::string text = fmt::format("`{}` would have to come before itself: it comes", circle[0].step.check->full_id);
            for (const Link& link : circle) text += fmt::format(" after `{}`,", link.first->id);
            text.back() = ';';
            return text + " take one of these out";
        });
    }

    std::span<const ReadChecklist> all_;
    std::map<std::string_view, std::vector<Step>, std::less<>> steps_;  // by full id; of a note all of its checks
    std::map<const Check*, bool> done_;
    std::vector<Link> way_;
};

}  // namespace

void resolve_prerequisites(std::span<const ReadChecklist> all) {
    Resolver resolver(all);
    resolver.resolve();
    resolver.refuse_circle();
}

}  // namespace hipaa
