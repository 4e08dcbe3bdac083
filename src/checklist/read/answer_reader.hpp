// Reading what a file says to a question, strictly by the question's type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "checklist/question.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// True for what means *not answered*: null, text that shows nothing, `unknown` in any case or quoting.
bool is_unanswered(yaml::Node node);

/// Who gives an answer: a practice, to which `unknown` is always open, or a checklist, as an operand or a default.
enum class Answerer : std::uint8_t { practice, checklist };

/// The word of an earlier version that `text` is, letter case aside, or null.
const FormerWord* find_former_word(const Question& question, std::string_view text);

/// True for a code such as `ab-01`: two to five small letters, a hyphen, two to four digits.
bool is_code(std::string_view text);

/// The scalar that `node` is as an answer to `question`, or one of its `also` words. Anything else is a problem, told
/// as being about `key`. For `choices` it reads one choice.
std::optional<Scalar> read_scalar(const Question& question, std::string_view key, yaml::Node node,
                                  yaml::Problems& problems, Answerer answerer = Answerer::practice);

/// Makes `answer` what `node` gives to `question`. Where the file says nothing, or nothing that can be understood (a
/// problem, told as being about `key`), it is unanswered at `key_place`.
void read_answer(Answer& answer, const Question& question, std::string_view key, Place key_place, yaml::Node node,
                 yaml::Problems& problems);

/// `text` as a single answer in the form that a file must have, or one of the `also` words; of `choices` it is one choice.
std::optional<Scalar> parse_answer(const Question& question, std::string_view text);

/// The sentence that refuses `text` as a single answer, with what it may have been meant to be.
std::string refusal_of_answer(const Question& question, std::string_view key, std::string_view text);

/// Notes that a file answers one question under two of its names; `now` is the one that counts.
void refuse_two_names(yaml::Problems& problems, std::string_view now, const yaml::Entry& one, const yaml::Entry& other);

/// Makes a new `answer` that of a key that is not there: the default if the question has one, else unanswered.
void set_absent(Answer& answer, const Question& question, Place nearest);

}  // namespace hipaa
