// Reading conditions, each test checked against the type of its question.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "checklist/condition.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The questions that conditions of one checklist may name.
class Vocabulary {
public:
    /// One checklist whose questions can be named with a leading `/`; `group` may not be generic.
    struct Elsewhere {
        std::uint32_t checklist;
        const QuestionGroup* group;
    };

    Vocabulary(const QuestionGroup& own, std::vector<Elsewhere> elsewhere)
        : own_(own), elsewhere_(std::move(elsewhere)) {}

    struct Found {
        QuestionRef ref;
        const Question* question;
    };
    /// The question `name`; `list` is the question whose items are being looked at, or null.
    std::optional<Found> find(std::string_view name, const Question* list) const;

    /// The status of the addressable question `name`, whose next question is its rationale.
    std::optional<Found> find_addressable(std::string_view name) const;

    /// Every name that `find` knows, for suggestions.
    std::vector<std::string> names(const Question* list) const;

private:
    std::optional<Found> find_elsewhere(std::string_view path) const;

    const QuestionGroup& own_;
    std::vector<Elsewhere> elsewhere_;
};

/// The operator of addressable questions: `addressed: yes` holds for what is implemented, or not but for documented
/// reasons. It is read as a condition on the two parts of the question.
inline constexpr std::string_view addressed_operator = "addressed";

/// The condition that `node` holds, or nothing if it has a mistake (`what` names the condition in messages: "`require`
/// of the check `paid`"; `place` is where it is missed).
std::optional<Condition> read_condition(std::string_view what, yaml::Node node, Place place,
                                        const Vocabulary& vocabulary, yaml::Problems& problems);

}  // namespace hipaa
