// Replies that say that there is none, or that nobody knows.
#include "checklist/read/spoken/no_answer.hpp"

#include <array>
#include <string>

#include "checklist/read/spoken/words.hpp"
#include "text/spelling.hpp"

namespace hipaa {

bool means_unknown(std::string_view text) {
    constexpr auto words =
        std::to_array<std::string_view>({"dont know", "do not know", "i dont know", "i do not know", "not sure",
                                         "im not sure", "no idea", "idk", "tbd", "todo", "unsure", "unclear"});
    const bool marks_only = !text.empty() && text.find_first_not_of("?- ") == std::string_view::npos;
    const std::string said = plain_words(text);
    return marks_only || is_among(said, words) || is_slip_of(said, "unknown");
}

bool means_none(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"none", "no", "nobody", "no one", "nothing", "none of these", "none of them", "0"});
    return text == "[]" || is_among(plain_words(text), words);
}

}  // namespace hipaa
