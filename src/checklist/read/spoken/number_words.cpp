// Reading numbers in words.
#include "checklist/read/spoken/number_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checklist/number.hpp"
#include "checklist/read/spoken/words.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr std::array<std::string_view, 20> small_numbers{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> tens_in_words{"twenty", "thirty",  "forty",  "fifty",
                                                        "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 2> multipliers{"hundred", "thousand"};

/// What makes another number of the one beside it.
constexpr std::array other_numbers = std::to_array<std::string_view>(
    {"up",      "dozen", "dozens", "hundreds", "thousands", "million", "millions", "billion", "percent", "half",
     "quarter", "third", "thirds", "couple",   "pair",      "pairs",   "score",    "more",    "less",    "fewer",
     "than",    "over",  "under",  "above",    "below",     "least",   "most",     "point"});

bool has_only_digits(std::string_view word) { return std::ranges::all_of(word, is_digit); }

bool names_number(std::string_view word) {
    return has_only_digits(word) || is_among(word, small_numbers) || is_among(word, tens_in_words) ||
           is_among(word, multipliers);
}

/// Adds up the words of one number.
class NumberSum {
public:
    /// False if `word` cannot follow those before it in one number.
    bool take(std::string_view word) {
        if (word == "a") return add(1, 1);
        if (word == "and") return below_ == hundred || (thousands_ > 0 && below_ == thousand);
        if (const auto small = std::ranges::find(small_numbers, word); small != small_numbers.end())
            return add(static_cast<unsigned>(small - small_numbers.begin()), 1);
        if (const auto ten = std::ranges::find(tens_in_words, word); ten != tens_in_words.end())
            return add(static_cast<unsigned>(ten - tens_in_words.begin() + 2) * 10, 10);
        if (word == "hundred") {
            const bool fits = rest_ > 0 && rest_ < hundred;
            rest_ *= hundred;
            below_ = hundred;
            return fits;
        }
        if (word == "thousand") {
            const bool fits = thousands_ == 0 && rest_ > 0 && rest_ < thousand;
            thousands_ = std::exchange(rest_, 0U);
            below_ = thousand;
            return fits;
        }
        const auto digits = parse_number(word);
        return digits && *digits < thousand && add(static_cast<unsigned>(*digits), 1);
    }

    double total() const { return thousands_ * static_cast<double>(thousand) + rest_; }

private:
    static constexpr unsigned hundred = 100;
    static constexpr unsigned thousand = 1000;

    /// After that only a number less than `then_below` may be added.
    bool add(unsigned number, unsigned then_below) {
        const bool fits = number < below_ && (number > 0 || (thousands_ == 0 && below_ == thousand));
        rest_ += number;
        below_ = then_below;
        return fits;
    }

    unsigned thousands_ = 0;
    unsigned rest_ = 0;
    unsigned below_ = thousand;
};

}  // namespace

std::optional<NumberInWords> number_in_words(std::string_view said) {
    const std::vector<std::string_view> words = split_words(said);
    auto first = std::ranges::find_if(words, names_number);
    if (first == words.end() || std::ranges::any_of(words, [](auto word) { return is_among(word, other_numbers); }))
        return std::nullopt;
    const auto behind = std::find_if(words.rbegin(), words.rend(), names_number).base();
    if (is_among(*first, multipliers) && first != words.begin() && *std::prev(first) == "a") --first;
    NumberInWords found;
    if (behind - first == 1 && has_only_digits(*first)) {
        const auto number = parse_number(*first);
        if (!number) return std::nullopt;
        found.number = *number;
    } else {
        NumberSum sum;
        for (const std::string_view word : std::span(first, behind))
            if (!sum.take(word)) return std::nullopt;
        found.number = sum.total();
    }
    found.others = fmt::format("{}", fmt::join(words.begin(), first, " "));
    if (first != words.begin() && behind != words.end()) found.others += ' ';
    found.others += fmt::format("{}", fmt::join(behind, words.end(), " "));
    return found;
}

}  // namespace hipaa
