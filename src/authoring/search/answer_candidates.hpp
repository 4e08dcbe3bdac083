// Which answers to a question can make a difference to some conditions.
#pragma once

#include <functional>
#include <vector>

#include "engine/evaluate.hpp"

namespace hipaa {

struct Candidates {
    QuestionRef ref;
    const Question* question = nullptr;
    std::vector<Answer> answers;  // at least two, the last is no answer
    bool too_many = false;        // there would be more than it is worth listing; `answers` is not complete then
};

/// Each question that `conditions` (of `library.checklists[checklist]`) read, with the answers that they can tell apart.
/// `slot` gives the place in the practice of `scope` where an answer is looked up; it is used for trying answers out.
std::vector<Candidates> candidates(const std::vector<const Condition*>& conditions, const Library& library,
                                   std::size_t checklist, const Scope& scope,
                                   const std::function<Answer&(QuestionRef)>& slot);

}  // namespace hipaa
