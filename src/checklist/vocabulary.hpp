// The questions that the conditions of a checklist may name, its own and others'.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/condition.hpp"
#include "checklist/key_index.hpp"

namespace hipaa {

/// The questions that conditions of one checklist may name.
class Vocabulary {
public:
    /// One checklist whose questions can be named with a leading `/`; `group` may not be generic.
    struct Elsewhere {
        std::uint32_t checklist;
        const QuestionGroup* group;
        bool replacement = false;  // its checklist takes the place of another, and may ask other questions
        KeyIndex keys{*group};
    };

    /// `own` and `elsewhere` outlive this, and so does `uses`, where names of earlier versions are noted; it may be null.
    Vocabulary(const QuestionGroup& own, const std::vector<Elsewhere>& elsewhere,
               std::vector<FormerNameUse>* uses = nullptr)
        : own_(own), own_keys_(own), elsewhere_(elsewhere), uses_(uses) {}

    /// The same, but it notes nothing.
    Vocabulary silent() const {
        Vocabulary vocabulary = *this;
        vocabulary.uses_ = nullptr;
        return vocabulary;
    }

    struct Found {
        QuestionRef ref;
        const Question* question;
    };
    /// The question `name`; `list` is the question whose items are being looked at, or null.
    std::optional<Found> find(std::string_view name, const Question* list) const;
    /// The same; `place` is where the checklist names it.
    std::optional<Found> find(std::string_view name, const Question* list, Place place) const;

    /// The status of the addressable question `name`, whose next question is its rationale.
    std::optional<Found> find_addressable(std::string_view name) const;

    /// Some checklist elsewhere takes the place of another.
    bool has_replacement() const;

    /// Every name that `find` knows, for suggestions.
    std::vector<std::string> names(const Question* list) const;

private:
    std::optional<Found> find_elsewhere(std::string_view path) const;
    std::string name_of(const Found& found) const;

    const QuestionGroup& own_;
    KeyIndex own_keys_;
    const std::vector<Elsewhere>& elsewhere_;
    std::vector<FormerNameUse>* uses_;
};

}  // namespace hipaa
