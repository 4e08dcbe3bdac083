// What people say around an answer, and what turns it into its opposite.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "checklist/question.hpp"

namespace hipaa {

/// True if a word of `said`, which is in plain words, turns those beside it into their opposite, or less than they are: not,
/// isn't, never, without, stopped, un-, will, partly, almost.
bool denies(std::string_view said);

/// True if a mark in `text` casts doubt on it, or is more than text: `executed?`, `~5`, `!yes`.
bool casts_doubt(std::string_view text);

/// The words of `said`, which is in plain words, that may mean more than the answer beside them: all but those such as
/// "the", "we have" or "plan".
std::string without_fillers(std::string_view said);

struct NearWord {
    std::string_view word;
    std::size_t edits = 0;  // from what was written to `word`
};

/// The word of `question` that `text` was most likely meant to be: `exceuted` is near to `executed`; `unexecuted`,
/// `high_probability` beside `low_probability`, and what is as near to another word are near to nothing.
std::optional<NearWord> nearest_word(const Question& question, std::string_view text);

/// True if so few edits are a slip of the keyboard; what has more may be meant to be another word.
bool is_slip(const NearWord& near);

}  // namespace hipaa
