// What a person may have meant by an answer that is not written as a file must have it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/question.hpp"

namespace hipaa {

/// An answer as it should be written, and what that means where `text` alone would not tell: a day in words.
struct AnswerReading {
    std::string text;
    std::string meaning = {};
    std::string left_over =
        {};  // what else was said, in small letters: `more than` in `more than 5`; "the" does not count
};

/// The answers to `question` that `text` may stand for: `3/2/2026`, `two`, `Basic plan`, `yep`, `don't know`, `none`.
/// Empty: no idea. More than one: it could be any of them, and only the writer knows. What has something left over is a
/// guess, good enough to be offered.
std::vector<AnswerReading> readings(const Question& question, std::string_view text);

}  // namespace hipaa
