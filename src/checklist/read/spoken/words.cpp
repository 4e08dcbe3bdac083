// Taking what a person said apart into words.
#include "checklist/read/spoken/words.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr std::string_view curly_apostrophe = "\u2019";

}  // namespace

std::string plain_words(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\'') continue;
        if (text.substr(at).starts_with(curly_apostrophe)) {
            at += curly_apostrophe.size() - 1;
            continue;
        }
        if (is_letter_or_digit(c)) words += small_letter(c);
        else if (!words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

std::vector<std::string_view> split_words(std::string_view said, std::string_view between) {
    std::vector<std::string_view> words;
    while (!said.empty()) {
        words.push_back(said.substr(0, said.find_first_of(between)));
        said.remove_prefix(std::min(said.size(), words.back().size() + 1));
    }
    return words;
}

bool is_among(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace hipaa
