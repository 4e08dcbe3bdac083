// What a question tells whoever is to answer it, in its three parts: the question itself, where to look, and the answers.
#pragma once

#include <string>
#include <vector>

#include "checklist/question.hpp"

namespace hipaa {

/// A word that may be written as an answer, and what it stands for, which may be empty.
struct AnswerMeaning {
    std::string word;
    std::string meaning;
};

struct AnswerGuide {
    std::string where;                   // where to look the answer up; may be empty
    std::vector<AnswerMeaning> answers;  // yes and no, the words that may be chosen, `[]`, the `also` words
};

/// `Question::where` taken apart. By convention it says first where to look and then, in one sentence each, what the words
/// mean: "Settings > Billing. free = a plan without payment. trial = a test period." Whatever follows the last of these
/// sentences belongs to where to look.
AnswerGuide guide_to(const Question& question);

}  // namespace hipaa
