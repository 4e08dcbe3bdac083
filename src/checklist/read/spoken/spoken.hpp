// What people say around an answer, and what turns it into its opposite.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checklist/question.hpp"

namespace hipaa {

/// Small letters and digits of ASCII, with one blank for whatever stands between words; apostrophes fall away.
std::string plain_words(std::string_view text);

/// True if a word of `said`, which is in plain words, turns those beside it into their opposite: not, isn't, never,
/// without, stopped, un-.
bool denies(std::string_view said);

/// True if a mark in `text` casts doubt on it, or is more than text: `executed?`, `~5`, `!yes`.
bool casts_doubt(std::string_view text);

/// The words of `said`, which is in plain words, that may mean more than the answer beside them: all but those such as
/// "the", "we have" or "plan".
std::string without_fillers(std::string_view said);

/// The word of `question` that `text` is a slip of. `exceuted` is `executed`; `unexecuted` and `not executed` are nothing.
std::optional<std::string_view> nearest_word(const Question& question, std::string_view text);

}  // namespace hipaa
