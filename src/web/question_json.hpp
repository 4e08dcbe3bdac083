// A question as the page draws it.
#pragma once

#include <string_view>
#include <vector>

#include "interview/asking.hpp"
#include "json/builder.hpp"

namespace hipaa::web {

/// What stands for no answer of those that are offered, for the lack of one, and for a list that has items.
inline constexpr std::string_view none_code = "none";
inline constexpr std::string_view not_sure_code = "unknown";
inline constexpr std::string_view some_code = "yes";

/// An object with the question at `key`, what may be answered, and what the file answers so far; the items of a list also if
/// it is not finished.
void write_question(JsonBuilder& json, const Question& question, std::string_view key, const Answer& answer,
                    const interview::Lines& why);

/// An answer for people: words in place of codes, and what they mean.
std::string answer_in_words(const Question& question, const Answer& answer);

}  // namespace hipaa::web
