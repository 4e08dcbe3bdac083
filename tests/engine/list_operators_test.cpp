// The operators on `choices` and on lists of records.
#include <doctest/doctest.h>

#include "support/condition_rows.hpp"

using hipaa::testing::check_conditions;

TEST_CASE("empty") {
    check_conditions({
        {"{picks: {empty: yes}}", "picks: []", "pass: picks=[]"},
        {"{picks: {empty: yes}}", "picks: [red]", "fail: picks=[\"red\"]"},
        {"{picks: {empty: no}}", "picks: [red, blue]", "pass: picks=[\"red\",\"blue\"]"},
        {"{picks: {empty: no}}", "picks: []", "fail: picks=[]"},
        {"{picks: {empty: yes}}", "", "unknown: picks=null"},
        {"{picks: {empty: no}}", "picks: [red, ~]", "unknown: picks=null"},
        {"{picks: {empty: yes}}", "picks: no_idea", "fail: picks=no_idea"},
        {"{list: {empty: yes}}", "list: []", "pass: list=[]"},
        {"{list: {empty: no}}", "list: []", "fail: list=[]"},
        {"{list: {empty: no}}", "list: [{ok: yes}]", "pass: list=[{\"ok\":true,\"day\":null,\"n\":7,\"flag\":null}]"},
        {"{list: {empty: yes}}", "", "unknown: list=null"},
        {"{list: {empty: yes}}", "list: [unknown]", "unknown: list=null"},
    });
}

TEST_CASE("includes and only") {
    check_conditions({
        {"{picks: {includes: red}}", "picks: [blue, RED]", "pass: picks=[\"blue\",\"red\"]"},
        {"{picks: {includes: red}}", "picks: [blue]", "fail: picks=[\"blue\"]"},
        {"{picks: {includes: red}}", "picks: []", "fail: picks=[]"},
        {"{picks: {includes: red}}", "", "unknown: picks=null"},
        {"{picks: {includes: red}}", "picks: [red, unknown]", "unknown: picks=null"},
        {"{picks: {includes: red}}", "picks: no_idea", "fail: picks=no_idea"},
        {"{picks: {only: [red, blue]}}", "picks: [blue]", "pass: picks=[\"blue\"]"},
        {"{picks: {only: [red, blue]}}", "picks: [blue, green]", "fail: picks=[\"blue\",\"green\"]"},
        {"{picks: {only: [red]}}", "picks: []", "pass: picks=[]"},
        {"{picks: {only: [red]}}", "picks: ''", "unknown: picks=null"},
        {"{picks: {only: [red, green, blue]}}", "picks: no_idea", "fail: picks=no_idea"},
    });
}

TEST_CASE("each") {
    check_conditions({
        {"{list: {each: {ok: yes}}}", "list: [{ok: yes}, {ok: yes}]", "pass: list[1].ok=true, list[2].ok=true"},
        {"{list: {each: {ok: yes}}}", "list: [{ok: yes}, {ok: no}, {}, {ok: no}]",
         "fail: list[2].ok=false, list[4].ok=false"},
        {"{list: {each: {ok: yes}}}", "list: [{ok: yes}, {ok: unknown}, {}]",
         "unknown: list[2].ok=null, list[3].ok=null"},
        {"{list: {each: {ok: yes}}}", "list: []", "pass: list=[]"},
        {"{list: {each: {ok: yes}}}", "", "unknown: list=null"},
        {"{list: {each: {ok: yes}}}", "list: [{ok: no}, null]", "unknown: list=null"},
        {"{list: {each: {ok: yes}}}", "list: none_kept", "fail: list=none_kept"},
        {"{list: {each: {n: 7}}}", "list: [{}, {n: 7}]", "pass: list[1].n=7 assumed, list[2].n=7"},
        {"{not: {list: {each: {ok: yes}}}}", "list: [{ok: no}, {ok: yes}]", "pass: list[1].ok=false"},
    });
}

TEST_CASE("some") {
    check_conditions({
        {"{list: {some: {ok: yes}}}", "list: [{ok: no}, {ok: yes}, {ok: yes}]", "pass: list[2].ok=true"},
        {"{list: {some: {ok: yes}}}", "list: [{}, {ok: yes}]", "pass: list[2].ok=true"},
        {"{list: {some: {ok: yes}}}", "list: [{ok: no}, {ok: no}]", "fail: list[1].ok=false, list[2].ok=false"},
        {"{list: {some: {ok: yes}}}", "list: [{ok: no}, {}]", "unknown: list[2].ok=null"},
        {"{list: {some: {ok: yes}}}", "list: []", "fail: list=[]"},
        {"{list: {some: {ok: yes}}}", "list: unknown", "unknown: list=null"},
        {"{list: {some: {ok: yes}}}", "list: none_kept", "fail: list=none_kept"},
    });
}

TEST_CASE("an item's own keys come first, then the checklist's") {
    check_conditions({
        {"{list: {each: {flag: yes}}}", "flag: no, list: [{flag: yes}]", "pass: list[1].flag=true"},
        {"{list: {each: {flag: yes}}}", "flag: yes, list: [{flag: no}]", "fail: list[1].flag=false"},
        {"{list: {each: {day: {before: other_day}}}}", "other_day: 2026-02-01, list: [{day: 2026-01-01}]",
         "pass: other_day=2026-02-01, list[1].day=2026-01-01"},
        {"{list: {each: {day: {before: other_day}}}}", "day: 2026-01-01, list: [{day: never}]",
         "fail: list[1].day=never"},
        {"{list: {each: {n: {at_most: limit}}}}", "limit: 1, list: [{n: 1}, {n: 2}]", "fail: limit=1, list[2].n=2"},
        {"{list: {each: {n: {at_most: limit}}}}", "list: [{n: 1}, {n: 2}]", "unknown: limit=null"},
        {"{list: {some: {count: 3}}}", "count: 3, list: [{}, {}]", "pass: count=3"},
        {"{list: {each: {ok: yes, count: 3}}}", "count: 2, list: [{ok: yes}, {ok: no}]",
         "fail: count=2, list[2].ok=false"},
        {"{list: {each: {any: [{ok: yes}, {n: {at_least: 5}}]}}}", "list: [{ok: yes, n: 9}, {ok: no, n: 6}]",
         "pass: list[1].ok=true, list[2].n=6"},
        {"{list: {each: {not: {ok: yes}}}}", "list: [{ok: no}, {ok: yes}]", "fail: list[2].ok=true"},
    });
}
