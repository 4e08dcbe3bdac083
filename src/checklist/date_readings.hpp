// Dates as people write them, outside the one form that a file may have.
#pragma once

#include <string_view>
#include <vector>

#include "checklist/date.hpp"

namespace hipaa {

/// The days that `text` may mean: `Monday, March 2, 2026`, `2 Mar 2026`, `2026/3/2`, `2026-03-02T09:00`, `3/2/2026`. Two
/// where month and day could be either, the American reading first, or where a year of two digits could come first or
/// last (`26-03-02`), in this order; none if it is no date, no day of the calendar, or another day of the week. A year of
/// two digits is one from 1970 to 2069.
std::vector<Date> date_readings(std::string_view text);

/// True if `text` has one of those forms, and no calendar has the day: `2/30/2026`, `February 29, 2026`.
bool names_no_day(std::string_view text);

/// `March 2`, of any year.
std::string month_and_day(Date date);

/// `March 2, 2026`.
std::string long_date(Date date);

}  // namespace hipaa
