// Names of questions and notes that another one has already.
#include "checklist/read/taken_names.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace hipaa {
namespace {

class NameCheck {
public:
    NameCheck(const std::vector<Question>& questions, std::size_t inherited, yaml::Problems& problems)
        : questions_(questions), inherited_(inherited), problems_(problems) {}

    void refuse_groups_that_are_questions() {
        std::map<std::string_view, std::size_t> indexes;
        for (std::size_t i = 0; i < questions_.size(); ++i) indexes.try_emplace(questions_[i].key, i);
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const std::string_view key = questions_[i].key;
            for (auto dot = key.find('.'); dot != key.npos; dot = key.find('.', dot + 1)) {
                const auto group = indexes.find(key.substr(0, dot));
                if (group == indexes.end()) continue;
                refuse(i, group->second, [&] {
                    return fmt::format("`{}` is a question, so it cannot also hold `{}`", group->first, key);
                });
            }
        }
    }

    void refuse_names_of_others() {
        struct Name {
            std::string_view key;
            std::size_t question;
        };
        std::vector<Name> names;
        for (std::size_t i = 0; i < questions_.size(); ++i) names.push_back({questions_[i].key, i});
        for (std::size_t i = 0; i < questions_.size(); ++i)
            for (const std::string_view old : questions_[i].formerly) {
                const auto taken = std::ranges::find_if(names, [&](const Name& name) {
                    return name.key == old || is_below(name.key, old) || is_below(old, name.key);
                });
                if (taken != names.end())
                    refuse(i, taken->question, [&] {
                        if (i < inherited_)
                            return fmt::format("`{}` cannot be a question, because `{}` is a former name of `{}`",
                                               taken->key, old, questions_[i].key);
                        return fmt::format("`{}` cannot be a former name of `{}`, because `{}` is a name already", old,
                                           questions_[i].key, taken->key);
                    });
                names.push_back({old, i});
            }
    }

private:
    /// At the question `one`, or at `other` if `one` is of another file.
    template <typename Word>
    void refuse(std::size_t one, std::size_t other, Word&& word) {
        if (one < inherited_ && other < inherited_) return;
        problems_.add(questions_[one < inherited_ ? other : one].place, "wrong_name", std::forward<Word>(word));
    }

    const std::vector<Question>& questions_;
    std::size_t inherited_;
    yaml::Problems& problems_;
};

/// The ids that a checklist has beside those of checks, each with what has it.
std::map<std::string_view, std::string_view> ids_in(const Checklist& checklist) {
    std::map<std::string_view, std::string_view> ids;
    for (const Note& note : checklist.notes) {
        ids.emplace(note.id, "a note");
        for (const Text old : note.formerly) ids.emplace(old, "a former id of a note");
    }
    for (const Caveat& caveat : checklist.caveats) ids.emplace(caveat.id, "a caveat");
    for (const Contradiction& contradiction : checklist.contradictions)
        ids.emplace(contradiction.id, "a contradiction");
    for (const Deadline& deadline : checklist.deadlines) ids.emplace(deadline.id, "a deadline");
    return ids;
}

}  // namespace

void refuse_colliding_names(const std::vector<Question>& questions, std::size_t inherited, yaml::Problems& problems) {
    NameCheck check(questions, inherited, problems);
    check.refuse_groups_that_are_questions();
    check.refuse_names_of_others();
}

void refuse_taken_ids(const Checklist& extended, const std::vector<Note>& own, yaml::Problems& problems) {
    const auto taken = ids_in(extended);
    const auto refuse = [&](std::string_view id, Place place) {
        const auto found = taken.find(id);
        if (found == taken.end()) return;
        problems.add(place, "duplicate_id", [&] {
            return fmt::format("the id `{}` is taken already, by {} of `{}`; choose another", id, found->second,
                               extended.id);
        });
    };
    for (const Note& note : own) {
        refuse(note.id, note.place);
        for (const Text old : note.formerly) refuse(old, note.place);
    }
}

}  // namespace hipaa
