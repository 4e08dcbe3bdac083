// What people say around an answer.
#include "checklist/read/spoken/spoken.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/ascii.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

constexpr std::string_view curly_apostrophe = "\u2019";

/// Calls `visit` with each of the words, which have one blank between them.
template <class Visit>
void for_each_word(std::string_view said, const Visit& visit) {
    while (!said.empty()) {
        const std::string_view word = said.substr(0, said.find(' '));
        visit(word);
        said.remove_prefix(std::min(said.size(), word.size() + 1));
    }
}

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// "isn't", "dont".
bool is_negated_verb(std::string_view word) {
    constexpr std::array<std::string_view, 15> verbs{"is",   "are", "was", "were", "do",    "does",  "did",   "has",
                                                     "have", "had", "ca",  "wo",   "would", "could", "should"};
    return word.ends_with("nt") && is_among(verbs, word.substr(0, word.size() - 2));
}

/// "unsigned".
bool is_negated_adjective(std::string_view word) {
    constexpr std::array<std::string_view, 4> others{"under", "unlimited", "unique", "united"};
    constexpr std::size_t short_word = 4;
    return word.starts_with("un") && word.size() > short_word && !is_among(others, word);
}

bool is_denial(std::string_view word) {
    constexpr std::array<std::string_view, 24> words{
        "not",    "no",        "never",    "without",   "except", "neither", "nor",     "none",
        "non",    "un",        "hardly",   "cannot",    "unless", "until",   "stopped", "stop",
        "cancel", "cancelled", "canceled", "canceling", "ended",  "quit",    "dropped", "left"};
    return is_among(words, word) || is_negated_verb(word) || is_negated_adjective(word);
}

/// `word` with a negation more, or one less, before each of its parts: `unexecuted`, `terms_checked`.
void add_opposites(std::string_view word, std::vector<std::string>& opposites) {
    constexpr std::array<std::string_view, 10> negations{"un",  "non", "non_", "not_",   "no_",
                                                         "dis", "in",  "im",   "never_", "de"};
    constexpr std::size_t shortest_rest = 3;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (at > 0 && word[at - 1] != '_' && word[at - 1] != '-') continue;
        const std::string before(word.substr(0, at));
        const std::string_view part = word.substr(at);
        for (const std::string_view negation : negations) {
            if (!part.starts_with(negation)) opposites.push_back(before + std::string(negation) + std::string(part));
            else if (part.size() >= negation.size() + shortest_rest && part[negation.size()] != '_')
                opposites.push_back(before + std::string(part.substr(negation.size())));
        }
    }
}

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

bool denies(std::string_view said) {
    bool found = false;
    for_each_word(said, [&](std::string_view word) { found = found || is_denial(word); });
    return found;
}

bool casts_doubt(std::string_view text) {
    return text.starts_with('!') || text.find_first_of("?~<>=^") != text.npos ||
           text.find("\u2260") != text.npos;  // not equal
}

std::string without_fillers(std::string_view said) {
    constexpr std::array<std::string_view, 30> fillers{
        "the", "a",    "an",  "one",  "ones", "plan", "account", "subscription", "version", "edition",
        "it",  "its",  "is",  "are",  "we",   "i",    "im",      "am",           "on",      "our",
        "my",  "have", "use", "this", "that", "just", "only",    "please",       "thanks",  "sorry"};
    std::string rest;
    for_each_word(said, [&](std::string_view word) {
        if (!is_among(fillers, word)) rest += (rest.empty() ? "" : " ") + std::string(word);
    });
    return rest;
}

std::optional<std::string_view> nearest_word(const Question& question, std::string_view text) {
    // Words of their own, however near they are to another.
    constexpr std::array<std::string_view, 14> others{"one",      "done",      "ever",     "any",   "anybody",
                                                      "somebody", "everybody", "some",     "none",  "anyone",
                                                      "someone",  "nobody",    "everyone", "no_one"};
    std::string joined(text);
    std::ranges::replace(joined, ' ', '_');
    const auto near = closest(joined, std::vector<std::string_view>(question.words.begin(), question.words.end()));
    if (!near) return std::nullopt;
    // A word more is no slip of the keyboard: "executed, no".
    const auto words_in = [](std::string_view said) { return said.empty() ? 0 : std::ranges::count(said, ' ') + 1; };
    if (words_in(plain_words(text)) > words_in(plain_words(*near))) return std::nullopt;
    std::vector<std::string> opposites;
    add_opposites(*near, opposites);
    std::vector<std::string_view> candidates{*near};
    candidates.insert(candidates.end(), opposites.begin(), opposites.end());
    candidates.insert(candidates.end(), others.begin(), others.end());
    return closest(joined, candidates) == near ? near : std::nullopt;
}

}  // namespace hipaa
