// What has to be done first, in all checklists of a run together.
#include "checklist/read/prerequisites.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "checklist/ids.hpp"
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
        for (const ReadChecklist& read : all_) {
            for (const Note& note : read.checklist->notes)
                for (const Check& check : note.checks) {
                    groups_[note.full_id].steps.push_back({&read, &note, &check});
                    groups_[check.full_id].steps.push_back({&read, &note, &check});
                }
            for (const FormerId& former : former_ids(*read.checklist))
                former_.try_emplace(former.id, former.check ? former.check->full_id : former.note->full_id);
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
            if (const auto found = groups_.find(id); found != groups_.end()) {
                first.id = Text(found->first);
                return;
            }
        for (const std::string& id : readings)
            if (const auto found = former_.find(id); found != former_.end()) {
                read.checklist->former_names.push_back(
                    {std::string(first.id), std::string(found->second), first.place});
                first.id = found->second;
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
        const auto found =
            std::ranges::find_if(all_, [&](const ReadChecklist& read) { return read.checklist->id == checklist_id; });
        return found != all_.end() && found->checklist->replaces.empty();
    }

    std::string unknown(std::string_view id, std::string_view own) const {
        std::vector<std::string_view> known;
        const std::string prefix = fmt::format("{}/", own);
        for (const auto& [full, group] : groups_) {
            known.push_back(full);
            if (full.starts_with(prefix)) known.push_back(full.substr(prefix.size()));
        }
        const auto meant = closest(id, known);
        return fmt::format("`after` names {}, which is not a note or a check{}", yaml::quote(id),
                           meant ? fmt::format("; did you mean `{}`?", *meant) : "");
    }

    /// What an id under `after` names: one check, or all of a note.
    struct Group {
        std::vector<Step> steps;
        std::size_t done = 0;  // that many of `steps` have been followed to the end
    };

    /// A step that is being followed. A long chain is no recursion, so that it cannot overflow the stack.
    struct Link {
        Step step;
        const std::vector<Prerequisite>* all;
        std::size_t current = 0;  // in `all`: through which the next step is reached

        const Prerequisite& first() const { return (*all)[current]; }
    };

    enum class State : std::uint8_t { unseen, on_the_way, done };

    /// False if there is a circle.
    bool follow(const Step& start) {
        if (state_[start.check] == State::unseen) enter(start);
        while (!way_.empty()) {
            Step* next = next_step(way_.back());
            if (!next) {
                leave();
            } else if (state_[next->check] == State::on_the_way) {
                const auto begin =
                    std::ranges::find(way_, next->check, [](const Link& link) { return link.step.check; });
                refuse({begin, way_.end()});
                return false;
            } else {
                enter(*next);
            }
        }
        return true;
    }

    void enter(const Step& step) {
        state_[step.check] = State::on_the_way;
        way_.push_back({step, &prerequisites_of(*step.note, *step.check)});
    }

    void leave() {
        state_[way_.back().step.check] = State::done;
        met_.insert(way_.back().all);
        way_.pop_back();
    }

    /// The next step that comes before that of `link` and is not done; null if there is none.
    Step* next_step(Link& link) {
        if (met_.contains(link.all)) return nullptr;
        for (; link.current < link.all->size(); ++link.current) {
            const auto found = groups_.find(link.first().id);
            if (found == groups_.end()) continue;
            auto& [steps, done] = found->second;
            while (done < steps.size() && state_[steps[done].check] == State::done) ++done;
            if (done < steps.size()) return &steps[done];
        }
        return nullptr;
    }

    static void refuse(std::span<const Link> circle) {
        const auto last =
            std::ranges::max_element(circle, {}, [](const Link& link) { return link.step.origin->given; });
        last->step.origin->problems->add(last->first().place, "circle", [&] {
            std::string text =
                fmt::format("`{}` would have to come before itself: it comes", circle[0].step.check->full_id);
            const std::size_t named = std::min(circle.size(), most_named);
            for (const Link& link : circle.first(named)) text += fmt::format(" after `{}`,", link.first().id);
            if (named < circle.size()) text += fmt::format(" and so on, by way of {} more,", circle.size() - named);
            text.back() = ';';
            return text + " take one of these out";
        });
    }

    static constexpr std::size_t most_named = 10;  // steps of a circle in a message

    std::span<const ReadChecklist> all_;
    std::map<std::string_view, Group, std::less<>> groups_;  // by full id
    std::map<std::string, Text, std::less<>> former_;        // full ids, by those of earlier versions
    std::map<const Check*, State> state_;
    std::set<const std::vector<Prerequisite>*> met_;  // followed to the end; the checks of a note share one
    std::vector<Link> way_;
};

}  // namespace

void resolve_prerequisites(std::span<const ReadChecklist> all) {
    Resolver resolver(all);
    resolver.resolve();
    resolver.refuse_circle();
}

}  // namespace hipaa
