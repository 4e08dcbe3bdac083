// Finding the questions of a group by their keys.
#pragma once

#include <string_view>
#include <unordered_map>

#include "checklist/question.hpp"

namespace hipaa {

/// The questions of a group by their keys: of several with one key, the first.
class KeyIndex {
public:
    /// `group` outlives this, and stays as it is.
    explicit KeyIndex(const QuestionGroup& group) {
        for (const Question& question : group.questions) questions_.try_emplace(question.key, &question);
    }

    /// Null if there is no such question.
    const Question* find(std::string_view key) const {
        const auto found = questions_.find(key);
        return found == questions_.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string_view, const Question*> questions_;
};

}  // namespace hipaa
