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

TEST_CASE("includes_any and only, of a list") {
    check_conditions({
        {"{picks: {includes_any: [red, blue]}}", "picks: [blue, green]", "pass: picks=[\"blue\",\"green\"]"},
        {"{picks: {includes_any: [red, blue]}}", "picks: [green]", "fail: picks=[\"green\"]"},
        {"{picks: {includes_any: [red, blue]}}", "picks: []", "fail: picks=[]"},
        {"{picks: {includes_any: [red, blue]}}", "", "unknown: picks=null"},
        {"{picks: {includes_any: [red, green, blue]}}", "picks: no_idea", "fail: picks=no_idea"},
        {"{not: {picks: {includes_any: [red]}}}", "picks: [green]", "pass: picks=[\"green\"]"},
    });
}

TEST_CASE("includes_any and only, of another question: the same words count, wherever they stand there") {
    check_conditions({
        {"{picks: {includes_any: other_picks}}", "picks: [red, green], other_picks: [violet, red]",
         "pass: picks=[\"red\",\"green\"], other_picks=[\"violet\",\"red\"]"},
        {"{picks: {includes_any: other_picks}}", "picks: [red, green], other_picks: [violet, blue]",
         "fail: picks=[\"red\",\"green\"], other_picks=[\"violet\",\"blue\"]"},
        {"{other_picks: {includes_any: picks}}", "picks: [green, blue], other_picks: [violet, blue]",
         "pass: picks=[\"green\",\"blue\"], other_picks=[\"violet\",\"blue\"]"},
        {"{picks: {includes_any: other_picks}}", "picks: [red], other_picks: []",
         "fail: picks=[\"red\"], other_picks=[]"},
        {"{picks: {only: other_picks}}", "picks: [red], other_picks: [red, violet]",
         "pass: picks=[\"red\"], other_picks=[\"red\",\"violet\"]"},
        {"{picks: {only: other_picks}}", "picks: [red, green], other_picks: [red, blue, violet]",
         "fail: picks=[\"red\",\"green\"], other_picks=[\"red\",\"blue\",\"violet\"]"},
        {"{picks: {only: other_picks}}", "picks: [], other_picks: []", "pass: picks=[], other_picks=[]"},
        {"{picks: {only: other_picks}}", "picks: [red]", "unknown: other_picks=null"},
        {"{picks: {only: other_picks}}", "other_picks: [red]", "unknown: picks=null"},
        {"{picks: {only: other_picks}}", "", "unknown: picks=null, other_picks=null"},
        {"{picks: {only: other_picks}}", "picks: no_idea, other_picks: [red]", "fail: picks=no_idea"},
        {"{picks: {only: other_picks}}", "picks: [], other_picks: no_idea", "fail: other_picks=no_idea"},
        {"{picks: {includes_any: other_picks}}", "picks: no_idea", "unknown: other_picks=null"},
        {"{picks: {only: picks}}", "picks: [red, blue]", "pass: picks=[\"red\",\"blue\"]"},
    });
}

TEST_CASE("count: at least so many items") {
    check_conditions({
        {"{list: {count: {where: {ok: yes}, at_least: 2}}}", "list: [{ok: no}, {ok: yes}, {ok: yes}, {ok: yes}]",
         "pass: list[2].ok=true, list[3].ok=true"},
        {"{list: {count: {where: {ok: yes}, at_least: 2}}}", "list: [{ok: no}, {ok: yes}, {ok: no}]",
         "fail: list[1].ok=false, list[3].ok=false"},
        {"{list: {count: {where: {ok: yes}, at_least: 2}}}", "list: [{ok: no}, {ok: yes}, {}]",
         "unknown: list[3].ok=null"},
        {"{list: {count: {where: {ok: yes}, at_least: 2}}}", "list: [{ok: no}, {ok: no}, {}]",
         "fail: list[1].ok=false, list[2].ok=false"},
        {"{list: {count: {where: {ok: yes}, at_least: 2}}}", "list: [{ok: yes}, {ok: yes}, {}]",
         "pass: list[1].ok=true, list[2].ok=true"},
        {"{list: {count: {where: {ok: yes}, at_least: 2}}}", "list: [{ok: yes}]",
         "fail: list=[{\"ok\":true,\"day\":null,\"n\":7,\"flag\":null}]"},
        {"{list: {count: {where: {ok: yes}, at_least: 1}}}", "list: []", "fail: list=[]"},
        {"{list: {count: {where: {ok: yes}, at_least: 0}}}", "list: []", "pass: list=[]"},
        {"{list: {count: {where: {ok: yes}, at_least: 0}}}", "", "unknown: list=null"},
        {"{list: {count: {where: {ok: yes}, at_least: 1}}}", "list: none_kept", "fail: list=none_kept"},
    });
}

TEST_CASE("count: at most so many items") {
    check_conditions({
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: [{ok: yes}, {ok: no}, {ok: no}]",
         "pass: list[2].ok=false, list[3].ok=false"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: [{ok: yes}, {ok: no}, {ok: yes}]",
         "fail: list[1].ok=true, list[3].ok=true"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: [{ok: yes}, {ok: no}, {}]",
         "unknown: list[3].ok=null"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: [{ok: yes}, {}, {ok: yes}]",
         "fail: list[1].ok=true, list[3].ok=true"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: [{ok: no}, {}, {ok: no}]",
         "pass: list[1].ok=false, list[3].ok=false"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: []", "pass: list=[]"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "list: [{}]",
         "pass: list=[{\"ok\":null,\"day\":null,\"n\":7,\"flag\":null}]"},
        {"{list: {count: {where: {ok: yes}, at_most: 1}}}", "", "unknown: list=null"},
        {"{list: {count: {where: {ok: yes}, at_most: 9}}}", "list: none_kept", "fail: list=none_kept"},
        {"{not: {list: {count: {where: {ok: yes}, at_most: 1}}}}", "list: [{ok: yes}, {}, {ok: yes}]",
         "pass: list[1].ok=true, list[3].ok=true"},
    });
}

TEST_CASE("count: between two numbers") {
    const std::string one_to_two = "{list: {count: {where: {ok: yes}, at_least: 1, at_most: 2}}}";
    check_conditions({
        {one_to_two, "list: [{ok: yes}, {ok: no}]",
         "pass: list=[{\"ok\":true,\"day\":null,\"n\":7,\"flag\":null},"
         "{\"ok\":false,\"day\":null,\"n\":7,\"flag\":null}], list[1].ok=true"},
        {one_to_two, "list: [{ok: no}, {ok: no}]", "fail: list[1].ok=false, list[2].ok=false"},
        {one_to_two, "list: [{ok: yes}, {ok: yes}, {ok: yes}, {}]",
         "fail: list[1].ok=true, list[2].ok=true, list[3].ok=true"},
        {one_to_two, "list: [{ok: yes}, {ok: no}, {}]", "pass: list[1].ok=true, list[2].ok=false"},
        {one_to_two, "list: [{}, {ok: no}]", "unknown: list[1].ok=null"},
        {one_to_two, "list: [{}, {}, {}]", "unknown: list[1].ok=null, list[2].ok=null, list[3].ok=null"},
        // No number of items is at least 3 and at most 1, so nothing that is open could make a difference.
        {"{list: {count: {where: {ok: yes}, at_least: 3, at_most: 1}}}", "list: [{ok: yes}, {}, {}]",
         "fail: list=[{\"ok\":true,\"day\":null,\"n\":7,\"flag\":null},"
         "{\"ok\":null,\"day\":null,\"n\":7,\"flag\":null},{\"ok\":null,\"day\":null,\"n\":7,\"flag\":null}]"},
        {"{list: {count: {where: {ok: yes}, at_least: 3, at_most: 1}}}", "", "unknown: list=null"},
    });
}

TEST_CASE("count: the numbers may be those of other questions") {
    const std::string most = "{list: {count: {where: {ok: yes}, at_most: limit}}}";
    const std::string least = "{list: {count: {where: {ok: yes, flag: yes}, at_least: count}}}";
    check_conditions({
        {most, "limit: 1, list: [{ok: yes}, {ok: no}]", "pass: limit=1, list[2].ok=false"},
        {most, "limit: 0, list: [{ok: yes}, {ok: no}]", "fail: limit=0, list[1].ok=true"},
        {most, "list: [{ok: yes}]", "unknown: limit=null"},
        {most, "limit: 1", "unknown: list=null"},
        {most, "", "unknown: limit=null, list=null"},
        {most, "limit: none, list: [{ok: no}]", "fail: limit=none"},
        {most, "limit: none", "fail: limit=none"},
        {most, "list: none_kept", "fail: list=none_kept"},
        {least, "count: 1, list: [{ok: yes, flag: no}]", "fail: count=1, list[1].flag=false"},
        {least, "count: 0, list: []", "pass: count=0, list=[]"},
        {"{list: {count: {where: {n: {at_most: limit}}, at_least: 1}}}", "limit: 3, list: [{n: 4}, {n: 2}]",
         "pass: limit=3, list[2].n=2"},
        {"{list: {count: {where: {ok: yes}, at_least: count, at_most: limit}}}",
         "count: 2, limit: 1, list: [{}, {ok: yes}]",
         "fail: count=2, limit=1, list=[{\"ok\":null,\"day\":null,\"n\":7,\"flag\":null},"
         "{\"ok\":true,\"day\":null,\"n\":7,\"flag\":null}]"},
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
