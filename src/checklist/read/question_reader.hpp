// Reading the `questions` of a checklist.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "checklist/question.hpp"
#include "checklist/texts.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// How many answers a question may offer: each is compared with all others.
inline constexpr std::size_t most_offered = 1000;

/// What no question can be called, because conditions use the word.
inline constexpr std::array<std::string_view, 5> reserved_question_names{"all", "any", "not", "meets", "today"};

/// True for small letters, digits, `_` and `-`, not beginning with `x-`: what a part of a key may be.
bool is_key_segment(std::string_view text);

/// The questions in `node`, in order, whose texts are kept in `texts`; those with a mistake are left out, each mistake
/// told.
std::vector<Question> read_questions(yaml::Node node, Place place, Texts& texts, yaml::Problems& problems);

}  // namespace hipaa
