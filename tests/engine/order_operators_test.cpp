// The operators on dates and numbers, with fixed operands, other questions, today, and `also` words on either side.
#include <doctest/doctest.h>

#include "support/condition_rows.hpp"

using hipaa::testing::check_conditions;

TEST_CASE("dates against a fixed day") {
    check_conditions({
        {"{day: {before: 2026-03-01}}", "day: 2026-02-28", "pass: day=2026-02-28"},
        {"{day: {before: 2026-03-01}}", "day: 2026-03-01", "fail: day=2026-03-01"},
        {"{day: {before: 2026-03-01}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {before: 2026-03-01}}", "", "unknown: day=null"},
        {"{day: {on_or_before: 2026-03-01}}", "day: 2026-03-01", "pass: day=2026-03-01"},
        {"{day: {on_or_before: 2026-03-01}}", "day: 2026-03-02", "fail: day=2026-03-02"},
        {"{day: {on_or_before: 2026-03-01}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {on_or_before: 2026-03-01}}", "day: unknown", "unknown: day=null"},
        {"{day: {after: 2026-03-01}}", "day: 2026-03-02", "pass: day=2026-03-02"},
        {"{day: {after: 2026-03-01}}", "day: 2026-03-01", "fail: day=2026-03-01"},
        {"{day: {after: 2026-03-01}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {after: 2026-03-01}}", "", "unknown: day=null"},
        {"{day: {on_or_after: 2026-03-01}}", "day: 2026-03-01", "pass: day=2026-03-01"},
        {"{day: {on_or_after: 2026-03-01}}", "day: 2026-02-28", "fail: day=2026-02-28"},
        {"{day: {on_or_after: 2026-03-01}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {on_or_after: 2026-03-01}}", "", "unknown: day=null"},
    });
}

TEST_CASE("dates against today, 2026-11-22") {
    check_conditions({
        {"{day: {before: today}}", "day: 2026-11-21", "pass: day=2026-11-21"},
        {"{day: {before: today}}", "day: 2026-11-22", "fail: day=2026-11-22"},
        {"{day: {on_or_before: today}}", "day: 2026-11-22", "pass: day=2026-11-22"},
        {"{day: {on_or_before: today}}", "day: 2026-11-23", "fail: day=2026-11-23"},
        {"{day: {after: today}}", "day: 2026-11-23", "pass: day=2026-11-23"},
        {"{day: {after: today}}", "day: 2026-11-22", "fail: day=2026-11-22"},
        {"{day: {on_or_after: today}}", "day: 2026-11-22", "pass: day=2026-11-22"},
        {"{day: {on_or_after: today}}", "day: 2026-11-21", "fail: day=2026-11-21"},
        {"{day: {on_or_after: today}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {on_or_after: today}}", "", "unknown: day=null"},
    });
}

TEST_CASE("dates against another question") {
    check_conditions({
        {"{day: {before: other_day}}", "day: 2026-01-01, other_day: 2026-01-02",
         "pass: day=2026-01-01, other_day=2026-01-02"},
        {"{day: {before: other_day}}", "other_day: 2026-01-01, day: 2026-01-01",
         "fail: other_day=2026-01-01, day=2026-01-01"},
        {"{day: {on_or_before: other_day}}", "day: 2026-01-01, other_day: 2026-01-01",
         "pass: day=2026-01-01, other_day=2026-01-01"},
        {"{day: {after: other_day}}", "day: 2026-01-01, other_day: 2026-01-01",
         "fail: day=2026-01-01, other_day=2026-01-01"},
        {"{day: {on_or_after: other_day}}", "day: 2026-01-02, other_day: 2026-01-01",
         "pass: day=2026-01-02, other_day=2026-01-01"},
        {"{day: {before: other_day}}", "day: 2026-01-01", "unknown: other_day=null"},
        {"{day: {before: other_day}}", "other_day: 2026-01-01", "unknown: day=null"},
        {"{day: {before: other_day}}", "", "unknown: day=null, other_day=null"},
        // An `also` word on either side makes the test false, even if the other side is unanswered.
        {"{day: {before: other_day}}", "day: not_yet, other_day: 2026-01-01", "fail: day=not_yet"},
        {"{day: {before: other_day}}", "day: 2026-01-01, other_day: never", "fail: other_day=never"},
        {"{day: {before: other_day}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {on_or_before: other_day}}", "other_day: never", "fail: other_day=never"},
        {"{day: {after: other_day}}", "other_day: never", "fail: other_day=never"},
        {"{day: {on_or_after: other_day}}", "day: not_yet, other_day: unknown", "fail: day=not_yet"},
        {"{day: {on_or_after: other_day}}", "day: not_yet, other_day: never", "fail: day=not_yet"},
        {"{not: {day: {before: other_day}}}", "other_day: never", "pass: other_day=never"},
    });
}

TEST_CASE("within_days: on or before today and at most N days ago") {
    check_conditions({
        {"{day: {within_days: 30}}", "day: 2026-11-22", "pass: day=2026-11-22"},
        {"{day: {within_days: 30}}", "day: 2026-10-23", "pass: day=2026-10-23"},
        {"{day: {within_days: 30}}", "day: 2026-10-22", "fail: day=2026-10-22"},
        {"{day: {within_days: 30}}", "day: 2026-11-23", "fail: day=2026-11-23"},
        {"{day: {within_days: 0}}", "day: 2026-11-22", "pass: day=2026-11-22"},
        {"{day: {within_days: 0}}", "day: 2026-11-21", "fail: day=2026-11-21"},
        {"{day: {within_days: 30}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {within_days: 30}}", "", "unknown: day=null"},
        {"{day: {within_days: limit}}", "day: 2026-11-20, limit: 2", "pass: day=2026-11-20, limit=2"},
        {"{day: {within_days: limit}}", "day: 2026-11-19, limit: 2", "fail: day=2026-11-19, limit=2"},
        {"{day: {within_days: limit}}", "day: 2026-11-20", "unknown: limit=null"},
        {"{day: {within_days: limit}}", "limit: 2", "unknown: day=null"},
        {"{day: {within_days: limit}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {within_days: limit}}", "limit: none", "fail: limit=none"},
    });
}

TEST_CASE("in_next_days: today or later, and at most N days from now") {
    check_conditions({
        {"{day: {in_next_days: 30}}", "day: 2026-11-22", "pass: day=2026-11-22"},
        {"{day: {in_next_days: 30}}", "day: 2026-12-22", "pass: day=2026-12-22"},
        {"{day: {in_next_days: 30}}", "day: 2026-12-23", "fail: day=2026-12-23"},
        {"{day: {in_next_days: 30}}", "day: 2026-11-21", "fail: day=2026-11-21"},
        {"{day: {in_next_days: 0}}", "day: 2026-11-22", "pass: day=2026-11-22"},
        {"{day: {in_next_days: 0}}", "day: 2026-11-23", "fail: day=2026-11-23"},
        {"{day: {in_next_days: 30}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {in_next_days: 30}}", "", "unknown: day=null"},
        {"{day: {in_next_days: limit}}", "day: 2026-11-24, limit: 2", "pass: day=2026-11-24, limit=2"},
        {"{day: {in_next_days: limit}}", "day: 2026-11-25, limit: 2", "fail: day=2026-11-25, limit=2"},
        {"{day: {in_next_days: limit}}", "day: 2026-11-24", "unknown: limit=null"},
        {"{day: {in_next_days: limit}}", "limit: 2", "unknown: day=null"},
        {"{day: {in_next_days: limit}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {in_next_days: limit}}", "limit: none", "fail: limit=none"},
        {"{not: {day: {in_next_days: 30}}}", "day: not_yet", "pass: day=not_yet"},
        {"{list: {each: {day: {in_next_days: limit}}}}", "limit: 2, list: [{day: 2026-11-24}, {day: 2026-11-25}]",
         "fail: limit=2, list[2].day=2026-11-25"},
    });
}

TEST_CASE("at_least and at_most") {
    check_conditions({
        {"{count: {at_least: 2}}", "count: 2", "pass: count=2"},
        {"{count: {at_least: 2}}", "count: 1", "fail: count=1"},
        {"{count: {at_least: 10}}", "count: 9", "fail: count=9"},
        {"{count: {at_least: 2}}", "count: many", "fail: count=many"},
        {"{count: {at_least: 0}}", "", "unknown: count=null"},
        {"{count: {at_most: 2}}", "count: 2", "pass: count=2"},
        {"{count: {at_most: 2}}", "count: 3", "fail: count=3"},
        {"{count: {at_most: 2}}", "count: 0", "pass: count=0"},
        {"{count: {at_most: 2}}", "count: many", "fail: count=many"},
        {"{count: {at_most: 2}}", "count: unknown", "unknown: count=null"},
        {"{count: {at_least: limit}}", "count: 3, limit: 3", "pass: count=3, limit=3"},
        {"{count: {at_least: limit}}", "count: 2, limit: 3", "fail: count=2, limit=3"},
        {"{count: {at_most: limit}}", "count: 2, limit: 3", "pass: count=2, limit=3"},
        {"{count: {at_most: limit}}", "count: 4, limit: 3", "fail: count=4, limit=3"},
        {"{count: {at_most: limit}}", "count: 4", "unknown: limit=null"},
        {"{count: {at_most: limit}}", "limit: 3", "unknown: count=null"},
        {"{count: {at_most: limit}}", "", "unknown: count=null, limit=null"},
    });
}
