// Finding the questions of a group by their keys.
#pragma once

#include <string_view>
#include <unordered_map>

#include "checklist/question.hpp"

namespace hipaa {

/// The questions of a group by their keys, and by those of earlier versions: of several with one key, the first.
class KeyIndex {
public:
    /// `group` outlives this, and stays as it is.
    explicit KeyIndex(const QuestionGroup& group) {
        for (const Question& question : group.questions) {
            questions_.try_emplace(question.key, &question);
            for (const Text old : question.formerly) former_.try_emplace(old, &question);
        }
    }

    /// Null if there is no such question.
    const Question* find(std::string_view key) const {
        const auto found = questions_.find(key);
        return found == questions_.end() ? nullptr : found->second;
    }

    /// The question that had this key in an earlier version; null if there is none.
    const Question* find_former(std::string_view key) const {
        const auto found = former_.find(key);
        return found == former_.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string_view, const Question*> questions_;
    std::unordered_map<std::string_view, const Question*> former_;
};

}  // namespace hipaa
