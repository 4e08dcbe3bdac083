// Understanding what somebody types as an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checklist/answer_guide.hpp"
#include "checklist/question.hpp"
#include "checklist/read/spoken/readings.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa::interview {

/// What is open to somebody at every question.
enum class Wish : std::uint8_t {
    why,      // `?`
    skip,     // `-`, or nothing
    unknown,  // `unknown`, "not sure"
    back,     // `b`
    stop,     // `q`
};

std::optional<Wish> wish_in(std::string_view typed);

/// An answer as the file takes it.
struct Given {
    yaml::NewValue value;
    std::string noted;  // how it was understood, where that is not what was typed; else empty
};

/// It could be any of these, and only the writer knows.
struct Unclear {
    std::vector<AnswerReading> readings;
};

/// The reading that `typed` names: by its number, counted from 1, or as it is shown; null if it names none.
const AnswerReading* reading_meant(const Unclear& unclear, std::string_view typed);

/// A sentence that says what can be answered.
struct NotUnderstood {
    std::string sentence;
};

using Reply = std::variant<Wish, Given, Unclear, NotUnderstood>;

/// The answers that are offered with a number each, counted from 1: none for a question that takes any number, because
/// a number is then the answer.
std::vector<AnswerMeaning> numbered_answers(const Question& question);

/// The answers that are words, of any question: besides numbers that is what `also` adds.
std::vector<AnswerMeaning> answers_in_words(const Question& question);

/// True if several answers may be given at once.
bool takes_several(const Question& question);

/// `typed` as a reply to `question`, which is no list: a wish, the number of an answer, or the answer in any form that
/// leaves no doubt. `key` names the question in sentences.
Reply read_reply(const Question& question, std::string_view key, std::string_view typed);

/// The same for what is written into a field for one answer: never a number of an answer, and of the wishes none but
/// `unknown`.
Reply read_field(const Question& question, std::string_view key, std::string_view typed);

}  // namespace hipaa::interview
