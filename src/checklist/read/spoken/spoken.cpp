// What people say around an answer.
#include "checklist/read/spoken/spoken.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "checklist/read/spoken/words.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

/// "isn't", "dont".
bool is_negated_verb(std::string_view word) {
    constexpr std::array<std::string_view, 15> verbs{"is",   "are", "was", "were", "do",    "does",  "did",   "has",
                                                     "have", "had", "ca",  "wo",   "would", "could", "should"};
    return word.ends_with("nt") && is_among(word.substr(0, word.size() - 2), verbs);
}

/// "unsigned".
bool is_negated_adjective(std::string_view word) {
    constexpr std::array<std::string_view, 4> others{"under", "unlimited", "unique", "united"};
    constexpr std::size_t short_word = 4;
    return word.starts_with("un") && word.size() > short_word && !is_among(word, others);
}

/// What turns the words beside it into their opposite, or makes less of them.
bool weakens_or_denies(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"not",       "no",     "never",  "without", "except",  "neither", "nor",   "none",   "nobody",    "non",
         "un",        "hardly", "cannot", "unless",  "until",   "stopped", "stop",  "cancel", "cancelled", "canceled",
         "canceling", "ended",  "quit",   "dropped", "left",    "will",    "half",  "partly", "partially", "almost",
         "nearly",    "mostly", "but",    "expired", "pending", "planned", "minus", "be",     "waiting",   "soon"});
    return is_among(word, words) || is_negated_verb(word) || is_negated_adjective(word);
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

std::string joined(const std::vector<std::string_view>& parts) {
    std::string all;
    for (const std::string_view part : parts) all += part;
    return all;
}

/// As many edits as make a slip of the keyboard in one part of a code; a part of two letters, such as `na` or `on`, has no
/// slip: `nay` and `own` are other words.
std::optional<std::size_t> edits_in_part(std::string_view said, std::string_view part) {
    constexpr std::size_t shortest = 3;
    constexpr std::size_t letters_an_edit = 4;
    const std::size_t size = std::max(said.size(), part.size());
    return edits_between(said, part, part.size() < shortest ? 0 : std::max<std::size_t>(1, size / letters_an_edit));
}

/// One edit at most, and none in a code of two letters.
std::optional<std::size_t> one_edit(std::string_view said, std::string_view word) {
    const auto edits = edits_in_part(said, word);
    return edits && *edits <= 1 ? edits : std::nullopt;
}

/// The edits from `said` to the code `word`. More than one are near only if each part is a slip of its counterpart:
/// `high_probability` shares most letters with `low_probability`.
std::optional<std::size_t> edits_to(std::string_view said, std::string_view word) {
    if (const auto slip = one_edit(said, word)) return slip;
    constexpr std::string_view between_parts = "_- ";
    const std::vector<std::string_view> said_parts = split_words(said, between_parts);
    const std::vector<std::string_view> parts = split_words(word, between_parts);
    if (said_parts.size() != parts.size()) return one_edit(joined(said_parts), joined(parts));
    std::size_t edits = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto more = edits_in_part(said_parts[i], parts[i]);
        if (!more) return std::nullopt;
        edits += *more;
    }
    return edits;
}

/// True if `text` is nearer to the opposite of the word, or to another word that people use.
bool means_another(std::string_view text, const NearWord& near) {
    constexpr std::array<std::string_view, 19> others{"one",      "done",      "ever",       "any",     "anybody",
                                                      "somebody", "everybody", "some",       "none",    "anyone",
                                                      "someone",  "nobody",    "everyone",   "no_one",  "neither",
                                                      "anything", "something", "everything", "expected"};
    const auto is_nearer = [&](std::string_view other) {
        const auto edits = edits_to(text, other);
        return edits && *edits < near.edits;
    };
    std::vector<std::string> opposites;
    add_opposites(near.word, opposites);
    return std::ranges::any_of(others, is_nearer) || std::ranges::any_of(opposites, is_nearer);
}

}  // namespace

bool denies(std::string_view said) { return std::ranges::any_of(split_words(said), weakens_or_denies); }

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
    for (const std::string_view word : split_words(said))
        if (!is_among(word, fillers)) rest += (rest.empty() ? "" : " ") + std::string(word);
    return rest;
}

std::optional<NearWord> nearest_word(const Question& question, std::string_view text) {
    if (text.size() > longest_misspelling) return std::nullopt;
    // A word more is no slip of the keyboard: "executed, no".
    const auto words_in = [](std::string_view said) { return split_words(plain_words(said)).size(); };
    const std::size_t words = words_in(text);
    std::optional<NearWord> nearest;
    bool is_only_one = true;
    for (const std::string_view word : question.words) {
        const auto edits = words > words_in(word) ? std::nullopt : edits_to(text, word);
        if (!edits || (nearest && *edits > nearest->edits)) continue;
        is_only_one = !nearest || *edits < nearest->edits;
        nearest = NearWord{word, *edits};
    }
    if (!nearest || !is_only_one || means_another(text, *nearest)) return std::nullopt;
    return nearest;
}

bool is_slip(const NearWord& near) {
    constexpr std::size_t long_word = 10;
    return near.edits <= (near.word.size() < long_word ? 1U : 2U);
}

}  // namespace hipaa
