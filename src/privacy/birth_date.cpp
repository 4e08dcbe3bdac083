// Dates on which somebody may have been born.
#include "privacy/birth_date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "privacy/line_words.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2014;  // later dates without a word beside them are of agreements and the like

int number_at(std::string_view line, std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (line[at + i] - '0');
    return value;
}

bool is_month_and_day(int one, int other) {
    return one >= 1 && other >= 1 && one <= 31 && other <= 31 && (one <= 12 || other <= 12);
}

/// 1980-03-02, 3/2/1980, 3-2-80, 2.3.1980.
std::optional<WrittenDate> date_of_numbers(std::string_view line, std::size_t at) {
    std::array<std::size_t, 3> begins{};
    std::array<std::size_t, 3> lengths{};
    std::size_t next = at;
    char mark = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (i > 0) {
            if (next >= line.size() || std::string_view("-/.").find(line[next]) == std::string_view::npos) return {};
            if (i == 2 && line[next] != mark) return {};
            mark = line[next++];
        }
        begins[i] = next;
        lengths[i] = digits_at(line, next);
        if (lengths[i] == 0 || lengths[i] > 4) return {};
        next += lengths[i];
    }
    if (!ends_number(line, next)) return {};
    const auto number = [&](std::size_t i) { return number_at(line, begins[i], lengths[i]); };
    const Stretch stretch{at, next};
    if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2 && is_month_and_day(number(1), number(2)))
        return WrittenDate{stretch, number(0), mark == '-'};
    if (lengths[0] > 2 || lengths[1] > 2 || !is_month_and_day(number(0), number(1))) return {};
    if (lengths[2] == 4) return WrittenDate{stretch, number(2), false};
    return lengths[2] == 2 ? std::optional(WrittenDate{stretch, 0, false}) : std::nullopt;
}

bool names_month(std::string_view word) {
    constexpr std::array<std::string_view, 24> months{
        "january",   "february", "march",    "april",    "may",  "june", "july", "august",
        "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
        "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};
    return is_any_word(word, months);
}

std::size_t skip_any(std::string_view line, std::size_t at, std::string_view of) {
    return std::min(line.find_first_not_of(of, at), line.size());
}

std::size_t end_of_letters(std::string_view line, std::size_t at) {
    while (at < line.size() && is_letter(line[at])) ++at;
    return at;
}

/// March 2, 1980; 2 March 1980. `at` is the day.
std::optional<WrittenDate> date_with_month(std::string_view line, std::size_t at) {
    const std::size_t day_digits = digits_at(line, at);
    if (day_digits > 2 || !is_month_and_day(1, number_at(line, at, day_digits))) return {};
    std::string_view before = shortly_before(line, at);
    const std::string_view word = take_last_word(before);
    std::size_t begin = at;
    std::size_t next = at + day_digits;
    constexpr std::array<std::string_view, 4> ordinals{"st", "nd", "rd", "th"};
    if (is_any_word(line.substr(next, 2), ordinals)) next += 2;
    if (names_month(word)) {
        begin = static_cast<std::size_t>(word.data() - line.data());
    } else {
        const std::size_t month = skip_any(line, next, " ");
        const std::size_t end = end_of_letters(line, month);
        if (!names_month(line.substr(month, end - month))) return {};
        next = end;
    }
    const std::size_t year = skip_any(line, next, " .,");
    if (digits_at(line, year) != 4 || !ends_number(line, year + 4)) return {};
    return WrittenDate{{begin, year + 4}, number_at(line, year, 4), false};
}

/// The words about birth in a part of a line, in order.
std::vector<Stretch> birth_words(std::string_view line, Stretch part) {
    constexpr std::array<std::string_view, 8> words{"dob",       "born",      "birth", "birthday",
                                                    "birthdate", "birthdays", "bday",  "birthdates"};
    constexpr std::array<std::string_view, 1> abbreviation{"d.o.b"};
    std::vector<Stretch> found;
    for (std::size_t at = part.begin; at < part.end;) {
        const std::size_t end = std::min(end_of_letters(line, at), part.end);
        if (is_any_word(line.substr(at, end - at), words)) found.push_back({at, end});
        else if (end == at + 1 && at + 5 <= part.end && is_any_word(line.substr(at, 5), abbreviation))
            found.push_back({at, at + 5});
        at = std::max(end, at + 1);
    }
    return found;
}

std::optional<Stretch> first_date(std::string_view line, Stretch part) {
    for (std::size_t at = part.begin; at < part.end; ++at)
        if (is_digit(line[at]))
            if (const auto date = written_date(line, at)) return date->stretch;
    return std::nullopt;
}

std::optional<Stretch> last_date(std::string_view line, Stretch part) {
    std::optional<Stretch> last;
    while (const auto next = first_date(line, part)) {
        last = next;
        part.begin = next->end;
    }
    return last;
}

/// How many characters stand between a word and a date, without those that only join the two.
std::ptrdiff_t marks_between(std::string_view line, std::size_t begin, std::size_t end) {
    const std::string_view between = line.substr(begin, end - begin);
    return std::ranges::count_if(between,
                                 [](char c) { return std::string_view(" :=").find(c) == std::string_view::npos; });
}

/// True if a word about birth stands beside the date, and no other date is closer to it. As close to two, it belongs to the
/// one behind it.
bool is_about_birth(std::string_view line, Stretch date) {
    const std::string_view near_before = shortly_before(line, date.begin);
    const Stretch before{date.begin - near_before.size(), date.begin};
    if (const std::vector<Stretch> words = birth_words(line, before); !words.empty()) {
        const Stretch word = words.back();
        const auto other = last_date(line, before);
        if (!other || (other->end <= word.begin &&
                       marks_between(line, word.end, date.begin) <= marks_between(line, other->end, word.begin)))
            return true;
    }
    const Stretch behind{date.end, date.end + shortly_behind(line, date.end).size()};
    const std::vector<Stretch> words = birth_words(line, behind);
    if (words.empty()) return false;
    const Stretch word = words.front();
    const auto other = first_date(line, {date.end, line.size()});
    return !other || (word.end <= other->begin &&
                      marks_between(line, date.end, word.begin) < marks_between(line, word.end, other->begin));
}

/// True for the only thing behind a key: an answer, if one in the wrong form.
bool is_whole_value(std::string_view line, Stretch date) {
    const std::string_view before = shortly_before(line, date.begin);
    if (before.find('#') != before.npos) return false;
    const std::size_t last = before.find_last_not_of(" \"'");
    const std::size_t next = line.find_first_not_of(" \"'", date.end);
    return last != before.npos && (before[last] == ':' || before[last] == '-') &&
           (next == line.npos || std::string_view(",}#").find(line[next]) != std::string_view::npos);
}

}  // namespace

std::optional<WrittenDate> written_date(std::string_view line, std::size_t at) {
    if (!begins_number(line, at)) return std::nullopt;
    if (const auto date = date_of_numbers(line, at)) return date;
    return date_with_month(line, at);
}

bool is_birth_date(std::string_view line, const WrittenDate& date) {
    if (is_about_birth(line, date.stretch)) return true;
    const bool is_old = date.year >= first_year && date.year <= last_year;
    return is_old && !date.as_answer && !is_whole_value(line, date.stretch);
}

}  // namespace hipaa
