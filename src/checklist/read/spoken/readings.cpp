// Reading answers as people write them.
#include "checklist/read/spoken/readings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checklist/date_readings.hpp"
#include "checklist/number.hpp"
#include "checklist/read/answer_reader.hpp"
#include "checklist/read/spoken/no_answer.hpp"
#include "checklist/read/spoken/number_words.hpp"
#include "checklist/read/spoken/spoken.hpp"
#include "checklist/read/spoken/words.hpp"
#include "text/ascii.hpp"
#include "text/lookalike.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using Words = std::span<const std::string_view>;

/// Longer texts are sentences, and no way to write one answer.
constexpr std::size_t longest_read = 80;

/// True if the words of `part` follow each other in `whole`.
bool has_words(std::string_view whole, std::string_view part) {
    return !part.empty() && fmt::format(" {} ", whole).find(fmt::format(" {} ", part)) != std::string::npos;
}

/// What stands behind `word` and a mark at the beginning of `text`, as in "no, never"; "no problem" says something else.
std::optional<std::string_view> behind(std::string_view word, std::string_view text) {
    if (text.size() < word.size() || !yaml::is_same_word(text.substr(0, word.size()), word)) return std::nullopt;
    text.remove_prefix(word.size());
    while (text.starts_with(' ')) text.remove_prefix(1);
    const bool has_mark = text.empty() || std::string_view(",.;:!-(").find(text.front()) != std::string_view::npos;
    return has_mark ? std::optional(text) : std::nullopt;
}

std::vector<AnswerReading> read_yes_no(std::string_view text, std::string_view said) {
    constexpr std::array<std::string_view, 10> yes{"yep",     "yeah",  "yup",    "sure", "of course",
                                                   "correct", "right", "always", "ok",   "done"};
    constexpr std::array<std::string_view, 6> no{"nope", "nah", "never", "none", "not yet", "not at all"};
    if (is_among(said, yes)) return {{"yes"}};
    if (is_among(said, no)) return {{"no"}};
    constexpr std::array<std::string_view, 7> agreeing{"we do",  "i do",    "they do",    "it is",
                                                       "we are", "we have", "all of them"};
    constexpr std::array<std::string_view, 7> denying{"we dont", "we do not", "i dont",   "i do not",
                                                      "it isnt", "it is not", "we havent"};
    const auto is_said = [&](std::string_view word, Words known) {
        return said.starts_with(word) && is_among(said.substr(word.size()), known);
    };
    if (is_said("yes ", agreeing)) return {{"yes"}};
    if (is_said("no ", denying)) return {{"no"}};
    const auto left_over = [](std::string_view more, Words same, Words known) {
        std::string rest = plain_words(more);
        return is_among(rest, same) || is_among(rest, known) ? std::string() : rest;
    };
    if (const auto more = behind("no", text)) return {{"no", {}, left_over(*more, no, denying)}};
    const auto more = behind("yes", text);
    if (!more) return {};
    std::string rest = left_over(*more, yes, agreeing);
    if (denies(rest)) return {};
    return {{"yes", {}, std::move(rest)}};
}

std::vector<AnswerReading> read_date(std::string_view text) {
    const std::vector<Date> days = date_readings(text);
    std::vector<AnswerReading> found;
    for (const Date day : days) found.push_back({iso(day), days.size() > 1 ? month_and_day(day) : std::string()});
    return found;
}

/// True for digits in groups of three: `1,000`, `12,000,000`.
bool is_grouped(std::string_view text) {
    bool first = true;
    for (std::size_t comma = text.find(','); comma != text.npos; comma = text.find(',')) {
        if (comma == 0 || comma > 3 || (!first && comma != 3)) return false;
        first = false;
        text.remove_prefix(comma + 1);
    }
    return !first && text.size() == 3;
}

std::vector<AnswerReading> read_number(const Question& question, std::string_view text, std::string_view said) {
    // Where a word may stand for a number, "no" may mean that word: that links never expire.
    if (means_none(text)) return {{"0", {}, question.words.empty() ? std::string() : std::string(said)}};
    const bool whole = question.kind == AnswerKind::number;
    std::string digits(text);
    std::erase(digits, ',');
    if (const auto number = parse_number(digits); number && is_grouped(text)) return {{number_text(*number)}};
    std::string with_point(text);  // most of the world writes 1,5
    if (std::ranges::count(with_point, ',') == 1) std::ranges::replace(with_point, ',', '.');
    if (const auto number = parse_number(with_point); number && !is_whole(*number)) {
        if (!whole) return {{number_text(*number)}};
        return {{number_text(std::floor(*number))}, {number_text(std::ceil(*number))}};
    }
    // A sign or a range is not for this tool to guess; the hyphen of `twenty-one` is none.
    const auto is_plain = [&](std::size_t at) {
        const bool joins = at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1]);
        return is_letter_or_digit(text[at]) || std::string_view(" ~()").find(text[at]) != text.npos ||
               (text[at] == '-' && joins);
    };
    for (std::size_t at = 0; at < text.size(); ++at)
        if (!is_plain(at)) return {};
    const auto found = number_in_words(said);
    if (!found || denies(found->others)) return {};
    return {{number_text(found->number), {}, without_fillers(found->others)}};
}

/// `AB-13`, `ab 13`, `ab13`.
std::vector<AnswerReading> read_code(std::string_view said) {
    std::string code(said);
    std::erase(code, ' ');
    const auto digits = code.find_first_of("0123456789");
    if (digits == code.npos) return {};
    code.insert(digits, 1, '-');
    if (!is_code(code)) return {};
    return {{std::move(code)}};
}

struct Named {
    std::vector<std::string_view> words;
    std::string left_over;
};

/// The words of `question`, from `begin` to `end`, that `said` names: none if it denies them. A word that another one holds
/// does not count beside it.
Named named_words(const Question& question, std::size_t begin, std::size_t end, std::string_view said) {
    std::vector<std::pair<std::string, std::string_view>> found;
    for (std::size_t i = begin; i < end; ++i)
        if (std::string words = plain_words(question.words[i]); has_words(said, words))
            found.emplace_back(words, question.words[i]);
    Named named;
    std::string rest = fmt::format(" {} ", said);
    for (const auto& one : found) {
        const std::string& words = one.first;
        const bool within_another = std::ranges::any_of(
            found, [&](const auto& other) { return other.first != words && has_words(other.first, words); });
        if (within_another) continue;
        named.words.push_back(one.second);
        const std::size_t at = rest.find(fmt::format(" {} ", words));
        if (at != rest.npos) rest.erase(at, words.size() + 1);
    }
    rest = plain_words(rest);
    if (denies(rest)) return {};
    named.left_over = without_fillers(rest);
    return named;
}

std::vector<AnswerReading> read_choices(const Question& question, std::string_view text, std::string_view said) {
    const Named named = named_words(question, 0, question.choices, said);
    if (!named.words.empty()) return {{fmt::format("[{}]", fmt::join(named.words, ", ")), {}, named.left_over}};
    if (!means_none(text) && said != "never") return {};
    return {{"[]"}};
}

std::vector<AnswerReading> read_list(std::string_view text) {
    if (!means_none(text)) return {};
    return {{"[]"}};
}

/// True if there is more in `text` than words and the marks between them.
bool has_unread_marks(std::string_view text) {
    constexpr std::string_view apostrophe = "\u2019";
    const auto is_plain = [](char c) {
        return is_letter_or_digit(c) || std::string_view(" .,;:!'\"()-_").find(c) != std::string_view::npos;
    };
    while (!text.empty()) {
        const bool is_apostrophe = text.starts_with(apostrophe);
        if (!is_apostrophe && !is_plain(text.front())) return true;
        text.remove_prefix(is_apostrophe ? apostrophe.size() : 1);
    }
    return false;
}

std::vector<AnswerReading> read_by_kind(const Question& question, std::string_view text, std::string_view said) {
    switch (question.kind) {
        case AnswerKind::yes_no:
            return read_yes_no(text, said);
        case AnswerKind::date:
            return read_date(text);
        case AnswerKind::number:
        case AnswerKind::decimal:
            return read_number(question, text, said);
        case AnswerKind::choices:
            return read_choices(question, text, said);
        case AnswerKind::list:
            return read_list(text);
        case AnswerKind::code:
            return read_code(said);
        case AnswerKind::choice:
        case AnswerKind::text:
            return {};
    }
    return {};
}

}  // namespace

std::vector<AnswerReading> readings(const Question& question, std::string_view text) {
    if (text.size() > longest_read) return {};
    if (const std::string_view inside = without_quotes(text); !inside.empty()) text = inside;
    const std::string said = plain_words(text);
    // Only `choices` are read as several; of all others a word that is named stands for the answer if it is the only one.
    const std::size_t first = question.kind == AnswerKind::choices ? question.choices : 0;
    const Named named = named_words(question, first, question.words.size(), said);
    const bool is_named = named.words.size() == 1;
    if (!is_named && means_unknown(text)) return {{"unknown"}};
    std::vector<AnswerReading> found =
        is_named ? std::vector<AnswerReading>{{std::string(named.words.front()), {}, named.left_over}}
                 : read_by_kind(question, text, said);
    // Each character of a day was read.
    if ((is_named || question.kind != AnswerKind::date) && (casts_doubt(text) || has_unread_marks(text)))
        for (AnswerReading& reading : found)
            if (reading.left_over.empty()) reading.left_over = text;
    return found;
}

}  // namespace hipaa
