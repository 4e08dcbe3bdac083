// Whether a title tells its reader to do something.
#include "authoring/title.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::array<std::string_view, 46> never_first{
    "a",    "an",   "the",  "this",   "these", "that", "those", "your", "you",   "our",   "we",  "i",
    "it",   "its",  "they", "their",  "he",    "she",  "his",   "her",  "my",    "some",  "all", "every",
    "each", "no",   "any",  "there",  "who",   "what", "which", "why",  "how",   "where", "is",  "are",
    "was",  "were", "must", "should", "may",   "can",  "of",    "from", "about", "with",
};

constexpr std::array<std::string_view, 14> finite_verbs{"is",  "are", "was",  "were", "has",   "must",   "should",
                                                        "may", "can", "will", "does", "isn't", "aren't", "cannot"};

/// What may bring in a clause with a verb of its own: "Know who is at your door".
constexpr std::array<std::string_view, 16> clause_words{"that", "who",    "whose", "what",  "which", "how",
                                                        "why",  "where",  "when",  "while", "if",    "whether",
                                                        "and",  "before", "until", "as"};

/// Verbs that end like nouns.
constexpr std::array<std::string_view, 8> verbs_all_the_same{"bring",      "document", "mention",  "implement",
                                                             "supplement", "witness",  "position", "ring"};

constexpr std::array<std::string_view, 4> noun_endings{"ing", "tion", "ment", "ness"};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto begin = text.find_first_not_of(" ,;:.?!()");
        if (begin == std::string_view::npos) break;
        text.remove_prefix(begin);
        const auto end = std::min(text.find_first_of(" ,;:.?!()"), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool is_abbreviation(std::string_view word) {
    return word.size() > 1 && std::ranges::none_of(word, is_small_letter);
}

}  // namespace

std::optional<std::string> not_an_instruction(std::string_view title) {
    const std::vector<std::string_view> words = words_of(title);
    if (words.empty()) return "it is empty";
    if (title.ends_with('?')) return "it is a question";
    const std::string first = yaml::lower(words.front());
    const bool noun = std::ranges::any_of(noun_endings, [&](auto ending) { return first.ends_with(ending); }) &&
                      !is_one_of(verbs_all_the_same, first);
    const bool number = is_digit(first[0]);
    if (is_one_of(never_first, first) || noun || number || is_abbreviation(words.front()))
        return fmt::format("it begins with {}, which is no verb that tells what to do", yaml::quote(words.front()));
    for (std::size_t i = 1; i < words.size() && i < 3 && !is_one_of(clause_words, words[i]); ++i)
        if (is_one_of(finite_verbs, words[i])) return fmt::format("{} makes it a statement", yaml::quote(words[i]));
    return std::nullopt;
}

}  // namespace hipaa
