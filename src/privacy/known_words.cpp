// Telling what checklists have words for from words of a person's own.
#include "privacy/known_words.hpp"

#include <algorithm>
#include <array>

#include "checklist/date.hpp"
#include "checklist/vocabulary.hpp"
#include "text/ascii.hpp"
#include "text/scan.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

constexpr std::array<std::string_view, 24> own_words{
    "practice", "products", "decisions", "accepts", "decided_on", "review_by", "because", "instead",
    "by",       "name",     "labels",    "yes",     "no",         "true",      "false",   "on",
    "off",      "y",        "n",         "null",    "unknown",    "today",     "key",     "confirmed_on"};
constexpr std::array<std::string_view, 5> own_text_keys{"because", "instead", "by", "name", "labels"};

constexpr bool is_word_char(char c) { return is_letter_or_digit(c) || c == '_' || c == '-' || !is_ascii(c); }

/// Calls `use` with each word of `text`, until it says false.
template <typename Use>
bool every_word(std::string_view text, Use&& use) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word_char(text[end])) ++end;
        if (end > at && !use(text.substr(at, end - at))) return false;
        at = std::max(end, at + 1);
    }
    return true;
}

std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

void sort_out(std::vector<std::string_view>& words) {
    std::ranges::sort(words);
    const auto repeated = std::unique(words.begin(), words.end());
    words.erase(repeated, words.end());
}

}  // namespace

std::vector<std::string_view> quotes_in(std::string_view message) {
    std::vector<std::string_view> quotes;
    for (std::size_t open = message.find('`'); open != message.npos;) {
        const std::size_t close = std::min(message.find('`', open + 1), message.size());
        quotes.push_back(message.substr(open + 1, close - open - 1));
        open = close == message.size() ? message.npos : message.find('`', close + 1);
    }
    return quotes;
}

KnownWords::KnownWords(const Library& library)
    : words_(own_words.begin(), own_words.end()), text_keys_(own_text_keys.begin(), own_text_keys.end()) {
    for (const Question& question : practice_facts().questions) add(question);
    for (const Checklist& checklist : library.checklists) {
        add(checklist.group.about);
        for (const Question& question : checklist.group.questions) add(question);
        for (const Note& note : checklist.notes)
            for (const Check& check : note.checks) add(check.full_id);
    }
    sort_out(words_);
    sort_out(text_keys_);
}

void KnownWords::add(std::string_view text) {
    every_word(text, [&](std::string_view word) {
        words_.push_back(word);
        return true;
    });
}

void KnownWords::add(const Question& question) {
    add(question.key);
    for (const Text word : question.words) add(word);
    for (const Question& field : question.fields) add(field);
    if (question.kind == AnswerKind::text) text_keys_.push_back(last_part(question.key));
}

bool KnownWords::knows(std::string_view word) const {
    constexpr std::size_t most_digits = 4;  // a longer number may be of a telephone or a card
    const bool is_number = word.size() <= most_digits && std::ranges::all_of(word, is_digit);
    return is_number || parse_date(word) || std::ranges::binary_search(words_, word) || closest(word, words_);
}

bool KnownWords::know_all_of(std::string_view text) const {
    return every_word(text, [&](std::string_view word) { return knows(word); });
}

bool KnownWords::know_line(std::string_view line) const {
    if (line.find('#') != line.npos) return false;
    return every_word(line, [&](std::string_view word) {
        return knows(word) && !std::ranges::binary_search(text_keys_, word) && !closest(word, text_keys_);
    });
}

bool KnownWords::know_quotes_in(std::string_view message) const {
    return std::ranges::all_of(quotes_in(message), [&](std::string_view quoted) { return know_all_of(quoted); });
}

}  // namespace hipaa
