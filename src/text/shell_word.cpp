// Text in a command that somebody pastes into a shell.
#include "text/shell_word.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace hipaa {

std::string shell_word(std::string_view text) {
    const auto is_plain = [](char c) {
        return is_letter_or_digit(c) || std::string_view("_-./,:@%+=").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, is_plain)) return std::string(text);
    std::string word = "'";
    for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

}  // namespace hipaa
