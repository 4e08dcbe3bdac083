// Reading and writing calendar dates.
#include "checklist/date.hpp"

namespace hipaa {
namespace {

/// Digits only: -1 for anything else.
int digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year < 1 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return Date(date);
}

std::string iso(Date date) {
    const std::chrono::year_month_day day(date);
    const auto year = static_cast<unsigned>(static_cast<int>(day.year())) % 10000;
    std::string text = "0000-00-00";
    const auto write = [&](std::size_t at, unsigned number) {  // of two digits
        text[at] = static_cast<char>('0' + number / 10);
        text[at + 1] = static_cast<char>('0' + number % 10);
    };
    write(0, year / 100);
    write(2, year % 100);
    write(5, static_cast<unsigned>(day.month()));
    write(8, static_cast<unsigned>(day.day()));
    return text;
}

long days_between(Date earlier, Date later) { return (later - earlier).count(); }

}  // namespace hipaa
