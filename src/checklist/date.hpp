// Calendar dates, without a clock or a time zone.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hipaa {

using Date = std::chrono::sys_days;

/// `YYYY-MM-DD`, exactly so, and a day that exists; the year from 0001.
std::optional<Date> parse_date(std::string_view text);

/// `YYYY-MM-DD`.
std::string iso(Date date);

/// Days from `earlier` to `later`; negative if `later` is the earlier one.
long days_between(Date earlier, Date later);

}  // namespace hipaa
