// Reading dates in the forms that people write.
#include "checklist/date_readings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

struct DateWord {
    std::string text;  // small letters, or digits
    bool number = false;
    int value = 0;
};

/// The runs of letters and of digits. Nothing if there is anything but separators between them, or a word is too long.
std::optional<std::vector<DateWord>> split(std::string_view text) {
    constexpr std::string_view separators = " /.,-";
    constexpr std::size_t most_words = 8;
    constexpr std::size_t most_digits = 4;
    std::vector<DateWord> words;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (separators.find(c) != std::string_view::npos) {
            ++at;
            continue;
        }
        if ((!is_digit(c) && !is_letter(c)) || words.size() == most_words) return std::nullopt;
        DateWord& word = words.emplace_back();
        word.number = is_digit(c);
        for (; at < text.size() && (word.number ? is_digit(text[at]) : is_letter(text[at])); ++at) {
            word.text += static_cast<char>(is_letter(text[at]) ? text[at] | 0x20 : text[at]);
            if (word.number) word.value = word.value * 10 + (text[at] - '0');
            if (word.number && word.text.size() > most_digits) return std::nullopt;
        }
    }
    return words;
}

/// With a hyphen for every dash that a word processor makes of one.
std::string with_hyphens(std::string_view text) {
    constexpr std::array<std::string_view, 5> dashes{"\u2010", "\u2011", "\u2012", "\u2013", "\u2212"};
    std::string result(text);
    for (const std::string_view dash : dashes)
        for (auto at = result.find(dash); at != result.npos; at = result.find(dash))
            result.replace(at, dash.size(), "-");
    return result;
}

/// The day of the week that `word` names, as itself or its first three letters or more.
std::optional<std::chrono::weekday> weekday_called(std::string_view word) {
    constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
    for (unsigned i = 0; i < names.size(); ++i)
        if (word.size() >= 3 && names[i].starts_with(word)) return std::chrono::weekday(i);
    return std::nullopt;
}

/// 1 to 12, of a name or its first three letters or more; 0 for none.
unsigned month_called(std::string_view word) {
    for (unsigned i = 0; i < month_names.size(); ++i) {
        std::string name(month_names[i]);
        name.front() = static_cast<char>(name.front() | 0x20);
        const std::string_view whole = name;
        if ((word.size() >= 3 && whole.starts_with(word)) || (word.size() > 4 && is_near(word, whole))) return i + 1;
    }
    return 0;
}

/// Numbers at the places of a date; no calendar has to have the day.
struct DayNumbers {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<Date> day_of(const DayNumbers& numbers) {
    const auto [year, month, day] = numbers;
    if (year < 1 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(Date(date)) : std::nullopt;
}

std::optional<int> year_of(const DateWord& word) {
    if (word.text.size() == 4) return word.value;
    constexpr int first_of_last_century = 70;
    if (word.text.size() == 2) return (word.value < first_of_last_century ? 2000 : 1900) + word.value;
    return std::nullopt;
}

/// `March 2 2026`, `2 March 2026`, `the 2nd of March 2026`: what stands between day and month does not count.
std::vector<DayNumbers> with_month_name(const std::vector<DateWord>& words) {
    unsigned month = 0;
    std::vector<const DateWord*> numbers;
    for (const DateWord& word : words) {
        constexpr std::array<std::string_view, 6> fillers{"st", "nd", "rd", "th", "of", "the"};
        if (word.number) numbers.push_back(&word);
        else if (std::ranges::find(fillers, word.text) != fillers.end()) continue;
        else if (month != 0 || (month = month_called(word.text)) == 0) return {};
    }
    if (month == 0 || numbers.size() != 2) return {};
    const bool year_first = numbers[0]->text.size() == 4;
    const auto year = year_of(*numbers[year_first ? 0 : 1]);
    if (!year) return {};
    return {{*year, static_cast<int>(month), numbers[year_first ? 1 : 0]->value}};
}

std::vector<DayNumbers> of_numbers(const DateWord& a, const DateWord& b, const DateWord& c) {
    std::vector<DayNumbers> days;
    if (a.text.size() == 4) return {{a.value, b.value, c.value}};
    // `26-03-02`: what is no month may be the year.
    constexpr int last_month = 12;
    if (const auto year = year_of(a); year && a.value > last_month && b.text.size() == 2 && c.text.size() == 2)
        days.push_back({*year, b.value, c.value});
    if (const auto year = year_of(c)) {
        days.push_back({*year, a.value, b.value});
        days.push_back({*year, b.value, a.value});
    }
    return days;
}

/// A time of day behind the date does not matter.
std::string_view without_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return text;
    const auto end = text.find_last_of(" T", colon);
    const bool is_time = text.find_first_not_of("0123456789:.+-TZ apmAPM", end) == std::string_view::npos;
    return end == std::string_view::npos || !is_time ? text : text.substr(0, end);
}

/// What a text in the form of a date may say, whether there are such days or not.
struct SpokenDate {
    std::vector<DayNumbers> days;
    std::optional<std::chrono::weekday> weekday;
};

SpokenDate read_date_form(std::string_view text) {
    SpokenDate spoken;
    auto words = split(without_time(with_hyphens(text)));
    if (!words) return spoken;
    const auto named = std::ranges::find_if(*words, [&](const DateWord& word) {
        spoken.weekday = weekday_called(word.text);
        return spoken.weekday.has_value();
    });
    if (named != words->end()) words->erase(named);
    const bool only_numbers = std::ranges::all_of(*words, &DateWord::number);
    if (!only_numbers) spoken.days = with_month_name(*words);
    else if (words->size() == 3) spoken.days = of_numbers((*words)[0], (*words)[1], (*words)[2]);
    return spoken;
}

std::vector<Date> in_calendar(const std::vector<DayNumbers>& days) {
    std::vector<Date> dates;
    for (const DayNumbers& numbers : days)
        if (const auto date = day_of(numbers); date && std::ranges::find(dates, *date) == dates.end())
            dates.push_back(*date);
    return dates;
}

}  // namespace

std::vector<Date> date_readings(std::string_view text) {
    const SpokenDate spoken = read_date_form(text);
    std::vector<Date> dates = in_calendar(spoken.days);
    if (const auto weekday = spoken.weekday)
        std::erase_if(dates, [&](Date date) { return std::chrono::weekday(date) != *weekday; });
    return dates;
}

bool names_no_day(std::string_view text) {
    const SpokenDate spoken = read_date_form(text);
    return !spoken.days.empty() && in_calendar(spoken.days).empty();
}

std::string month_and_day(Date date) {
    const std::chrono::year_month_day day(date);
    return fmt::format("{} {}", month_names[static_cast<unsigned>(day.month()) - 1], static_cast<unsigned>(day.day()));
}

std::string long_date(Date date) {
    return fmt::format("{}, {}", month_and_day(date), static_cast<int>(std::chrono::year_month_day(date).year()));
}

}  // namespace hipaa
