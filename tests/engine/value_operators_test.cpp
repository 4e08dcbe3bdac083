// is, is_not, in, not_in and answered: met, not met, unanswered, `also` word, for every type they fit.
#include <doctest/doctest.h>

#include "support/condition_rows.hpp"

using hipaa::testing::check_conditions;

TEST_CASE("a plain value means equal") {
    check_conditions({
        {"{flag: yes}", "flag: yes", "pass: flag=true"},
        {"{flag: yes}", "flag: no", "fail: flag=false"},
        {"{flag: yes}", "", "unknown: flag=null"},
        {"{flag: yes}", "flag: maybe", "fail: flag=maybe"},
        {"{flag: maybe}", "flag: maybe", "pass: flag=maybe"},
        {"{flag: maybe}", "flag: yes", "fail: flag=true"},
        {"{default_value: yes}", "", "pass: default_value=true assumed"},
        {"{default_value: no}", "", "fail: default_value=true assumed"},
        {"{default_value: yes}", "default_value: unknown", "unknown: default_value=null"},
        {"{default_value: no}", "default_value: no", "pass: default_value=false"},
        {"{day: 2026-01-01}", "day: 2026-01-01", "pass: day=2026-01-01"},
        {"{count: 2}", "count: 2", "pass: count=2"},
        {"{words: Red}", "words: Red", "pass: words=Red"},
        {"{tag: exc-01}", "tag: exc-01", "pass: tag=exc-01"},
        {"{pick: red}", "pick: red", "pass: pick=red"},
    });
}

TEST_CASE("is") {
    check_conditions({
        {"{flag: {is: no}}", "flag: no", "pass: flag=false"},
        {"{flag: {is: no}}", "flag: yes", "fail: flag=true"},
        {"{flag: {is: no}}", "flag: null", "unknown: flag=null"},
        {"{flag: {is: maybe}}", "flag: maybe", "pass: flag=maybe"},
        {"{day: {is: 2026-01-01}}", "day: 2026-01-01", "pass: day=2026-01-01"},
        {"{day: {is: 2026-01-01}}", "day: 2026-01-02", "fail: day=2026-01-02"},
        {"{day: {is: 2026-01-01}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {is: not_yet}}", "day: NOT_YET", "pass: day=not_yet"},
        {"{day: {is: not_yet}}", "", "unknown: day=null"},
        {"{count: {is: 2}}", "count: 2.0", "pass: count=2"},
        {"{count: {is: 2}}", "count: 3", "fail: count=3"},
        {"{count: {is: 2}}", "count: many", "fail: count=many"},
        {"{count: {is: many}}", "count: many", "pass: count=many"},
        {"{count: {is: 2}}", "", "unknown: count=null"},
        {"{words: {is: nothing}}", "words: nothing", "pass: words=nothing"},
        {"{words: {is: Red}}", "words: blue", "fail: words=blue"},
        {"{words: {is: Red}}", "words: ''", "unknown: words=null"},
        {"{tag: {is: exc-01}}", "tag: exc-02", "fail: tag=exc-02"},
        {"{tag: {is: untagged}}", "tag: untagged", "pass: tag=untagged"},
        {"{tag: {is: exc-01}}", "", "unknown: tag=null"},
        {"{pick: {is: red}}", "pick: RED", "pass: pick=red"},
        {"{pick: {is: red}}", "pick: green", "fail: pick=green"},
        {"{pick: {is: red}}", "pick: other", "fail: pick=other"},
        {"{pick: {is: other}}", "pick: other", "pass: pick=other"},
        {"{pick: {is: red}}", "", "unknown: pick=null"},
    });
}

TEST_CASE("is_not") {
    check_conditions({
        {"{flag: {is_not: no}}", "flag: yes", "pass: flag=true"},
        {"{flag: {is_not: no}}", "flag: no", "fail: flag=false"},
        {"{flag: {is_not: no}}", "", "unknown: flag=null"},
        {"{flag: {is_not: no}}", "flag: maybe", "pass: flag=maybe"},
        {"{flag: {is_not: maybe}}", "flag: maybe", "fail: flag=maybe"},
        {"{day: {is_not: not_yet}}", "day: 2026-01-01", "pass: day=2026-01-01"},
        {"{day: {is_not: not_yet}}", "day: not_yet", "fail: day=not_yet"},
        {"{day: {is_not: not_yet}}", "", "unknown: day=null"},
        {"{count: {is_not: 0}}", "count: 0", "fail: count=0"},
        {"{count: {is_not: 0}}", "count: many", "pass: count=many"},
        {"{words: {is_not: Red}}", "words: red", "pass: words=red"},
        {"{tag: {is_not: exc-01}}", "tag: exc-01", "fail: tag=exc-01"},
        {"{pick: {is_not: red}}", "pick: green", "pass: pick=green"},
        {"{pick: {is_not: red}}", "pick: unknown", "unknown: pick=null"},
        {"{default_value: {is_not: no}}", "", "pass: default_value=true assumed"},
    });
}

TEST_CASE("in and not_in") {
    check_conditions({
        {"{flag: {in: [yes, maybe]}}", "flag: maybe", "pass: flag=maybe"},
        {"{flag: {in: [yes, maybe]}}", "flag: no", "fail: flag=false"},
        {"{flag: {in: [yes, no]}}", "", "unknown: flag=null"},
        {"{flag: {not_in: [yes, no]}}", "flag: maybe", "pass: flag=maybe"},
        {"{flag: {not_in: [yes, maybe]}}", "flag: yes", "fail: flag=true"},
        {"{day: {in: [2026-01-01, not_yet]}}", "day: not_yet", "pass: day=not_yet"},
        {"{day: {in: [2026-01-01, not_yet]}}", "day: 2026-01-02", "fail: day=2026-01-02"},
        {"{day: {not_in: [2026-01-01]}}", "day: 2026-01-01", "fail: day=2026-01-01"},
        {"{count: {in: [1, 2, many]}}", "count: 2", "pass: count=2"},
        {"{count: {in: [1, 2]}}", "count: many", "fail: count=many"},
        {"{count: {not_in: [1, 2]}}", "count: many", "pass: count=many"},
        {"{words: {in: [a, b]}}", "words: b", "pass: words=b"},
        {"{words: {not_in: [a, b]}}", "words: ~", "unknown: words=null"},
        {"{tag: {in: [exc-01, exc-02]}}", "tag: exc-02", "pass: tag=exc-02"},
        {"{tag: {not_in: [exc-01]}}", "tag: untagged", "pass: tag=untagged"},
        {"{pick: {in: [red, other]}}", "pick: other", "pass: pick=other"},
        {"{pick: {in: [red, other]}}", "pick: blue", "fail: pick=blue"},
        {"{pick: {in: [red, green, blue, other]}}", "", "unknown: pick=null"},
        {"{pick: {not_in: [red]}}", "pick: blue", "pass: pick=blue"},
        {"{pick: {not_in: [red]}}", "pick: red", "fail: pick=red"},
        {"{pick: {not_in: [red]}}", "pick: ", "unknown: pick=null"},
        {"{default_value: {in: [yes]}}", "", "pass: default_value=true assumed"},
    });
}

TEST_CASE("answered is never unknown") {
    check_conditions({
        {"{flag: {answered: yes}}", "flag: no", "pass: flag=false"},
        {"{flag: {answered: yes}}", "flag: maybe", "pass: flag=maybe"},
        {"{flag: {answered: yes}}", "", "fail: flag=null"},
        {"{flag: {answered: yes}}", "flag: Unknown", "fail: flag=null"},
        {"{flag: {answered: no}}", "", "pass: flag=null"},
        {"{flag: {answered: no}}", "flag: yes", "fail: flag=true"},
        {"{default_value: {answered: yes}}", "", "pass: default_value=true assumed"},
        {"{day: {answered: yes}}", "day: not_yet", "pass: day=not_yet"},
        {"{count: {answered: yes}}", "count: 0", "pass: count=0"},
        {"{words: {answered: yes}}", "words: ' '", "fail: words=null"},
        {"{tag: {answered: no}}", "tag: exc-01", "fail: tag=exc-01"},
        {"{pick: {answered: yes}}", "pick: other", "pass: pick=other"},
        {"{picks: {answered: yes}}", "picks: []", "pass: picks=[]"},
        {"{picks: {answered: yes}}", "picks: [red, unknown]", "fail: picks=null"},
        {"{picks: {answered: yes}}", "picks: no_idea", "pass: picks=no_idea"},
        {"{list: {answered: yes}}", "list: []", "pass: list=[]"},
        {"{list: {answered: yes}}", "", "fail: list=null"},
        {"{list: {answered: no}}", "list: [{ok: yes}, null]", "pass: list=null"},
        {"{list: {answered: yes}}", "list: none_kept", "pass: list=none_kept"},
        {"{not: {flag: {answered: yes}}}", "", "pass: flag=null"},
    });
}

TEST_CASE("all operators of one test must hold") {
    check_conditions({
        {"{count: {at_least: 1, at_most: 3}}", "count: 2", "pass: count=2"},
        {"{count: {at_least: 1, at_most: 3}}", "count: 4", "fail: count=4"},
        {"{count: {at_least: 1, at_most: 3}}", "", "unknown: count=null"},
        {"{count: {at_least: 1, answered: yes}}", "", "fail: count=null"},
        {"{count: {at_least: 1, answered: no}}", "", "unknown: count=null"},
        {"{count: {at_least: 1, answered: no}}", "count: 1", "fail: count=1"},
        {"{day: {after: 2026-01-01, before: other_day}}", "day: 2026-01-01", "fail: day=2026-01-01"},
        {"{day: {after: 2026-01-01, before: other_day}}", "day: 2026-01-02", "unknown: other_day=null"},
    });
}
