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

    /// `own` and `elsewhere` outlive this.
    Vocabulary(const QuestionGroup& own, const std::vector<Elsewhere>& elsewhere)
        : own_(own), own_keys_(own), elsewhere_(elsewhere) {}

    struct Found {
        QuestionRef ref;
        const Question* question;
    };
    /// The question `name`; `list` is the question whose items are being looked at, or null.
    std::optional<Found> find(std::string_view name, const Question* list) const;

    /// The status of the addressable question `name`, whose next question is its rationale.
    std::optional<Found> find_addressable(std::string_view name) const;

    /// Some checklist elsewhere takes the place of another.
    bool has_replacement() const;

    /// Every name that `find` knows, for suggestions.
    std::vector<std::string> names(const Question* list) const;

private:
    std::optional<Found> find_elsewhere(std::string_view path) const;

    const QuestionGroup& own_;
    KeyIndex own_keys_;
    const std::vector<Elsewhere>& elsewhere_;
};

}  // namespace hipaa
