// The three-valued tables of `all`, `any` and `not`, complete, and the smallest set of answers that decides.
#include <doctest/doctest.h>

#include "support/condition_rows.hpp"
#include "support/lab.hpp"

using hipaa::testing::check_conditions;

// In these tables `flag` and `tag` are: yes and aa-01 for true, no and bb-02 for false, absent for unknown.

TEST_CASE("all") {
    const std::string all = "{all: [{flag: yes}, {tag: aa-01}]}";
    check_conditions({
        {all, "flag: yes, tag: aa-01", "pass: flag=true, tag=aa-01"},
        {all, "flag: yes, tag: bb-02", "fail: tag=bb-02"},
        {all, "flag: yes", "unknown: tag=null"},
        {all, "flag: no, tag: aa-01", "fail: flag=false"},
        {all, "flag: no, tag: bb-02", "fail: flag=false, tag=bb-02"},
        {all, "flag: no", "fail: flag=false"},
        {all, "tag: aa-01", "unknown: flag=null"},
        {all, "tag: bb-02", "fail: tag=bb-02"},
        {all, "", "unknown: flag=null, tag=null"},
    });
}

TEST_CASE("a map of several entries is all of them") {
    const std::string map = "{flag: yes, tag: aa-01}";
    check_conditions({
        {map, "flag: yes, tag: aa-01", "pass: flag=true, tag=aa-01"},
        {map, "flag: yes", "unknown: tag=null"},
        {map, "tag: bb-02", "fail: tag=bb-02"},
        {map, "", "unknown: flag=null, tag=null"},
    });
}

TEST_CASE("any") {
    const std::string any = "{any: [{flag: yes}, {tag: aa-01}]}";
    check_conditions({
        {any, "flag: yes, tag: aa-01", "pass: flag=true"},
        {any, "flag: yes, tag: bb-02", "pass: flag=true"},
        {any, "flag: yes", "pass: flag=true"},
        {any, "flag: no, tag: aa-01", "pass: tag=aa-01"},
        {any, "flag: no, tag: bb-02", "fail: flag=false, tag=bb-02"},
        {any, "flag: no", "unknown: tag=null"},
        {any, "tag: aa-01", "pass: tag=aa-01"},
        {any, "tag: bb-02", "unknown: flag=null"},
        {any, "", "unknown: flag=null, tag=null"},
    });
}

TEST_CASE("not") {
    check_conditions({
        {"{not: {flag: yes}}", "flag: yes", "fail: flag=true"},
        {"{not: {flag: yes}}", "flag: no", "pass: flag=false"},
        {"{not: {flag: yes}}", "", "unknown: flag=null"},
    });
}

TEST_CASE("there is no case analysis over the answers that are possible") {
    check_conditions({
        {"{any: [{default_value: yes}, {not: {default_value: yes}}]}", "default_value: unknown",
         "unknown: default_value=null"},
        {"{any: [{pick: red}, {pick: {is_not: red}}]}", "", "unknown: pick=null"},
        {"{count: {at_least: 0}}", "count: unknown", "unknown: count=null"},
        {"{pick: {in: [red, green, blue, other]}}", "pick: null", "unknown: pick=null"},
    });
}

TEST_CASE("evidence of nested conditions is the smallest set that decides, each answer once, in the file's order") {
    const std::string mixed = "{any: [{all: [{flag: yes}, {count: 1}]}, {not: {any: [{pick: red}, {tag: aa-01}]}}]}";
    check_conditions({
        // True by the first member: all of its parts.
        {mixed, "count: 1, flag: yes, pick: red", "pass: count=1, flag=true"},
        // True by the second: not of a false any, so both parts of the any.
        {mixed, "flag: no, tag: bb-02, pick: blue", "pass: tag=bb-02, pick=blue"},
        // False: the false part of the first, and the first true part of the any that is negated.
        {mixed, "tag: aa-01, pick: red, count: 2, flag: yes", "fail: pick=red, count=2"},
        {mixed, "tag: aa-01, count: 2, flag: no", "fail: tag=aa-01, count=2, flag=false"},
        // Undecided: all that are undecided, and nothing else.
        {mixed, "flag: yes, pick: blue", "unknown: count=null, tag=null"},
        {mixed, "flag: no, pick: blue", "unknown: tag=null"},
        {mixed, "flag: yes, pick: red", "unknown: count=null"},
        // An answer that is read twice counts once.
        {"{any: [{flag: maybe}, {flag: yes}]}", "flag: no", "fail: flag=false"},
        {"{all: [{count: {at_least: 1}}, {count: {at_most: limit}}]}", "limit: 5, count: 2", "pass: limit=5, count=2"},
        {"{flag: yes, any: [{pick: red}, {pick: blue}], not: {tag: aa-01}}", "pick: blue, tag: bb-02, flag: yes",
         "pass: pick=blue, tag=bb-02, flag=true"},
        {"{flag: yes, any: [{pick: red}, {pick: blue}], not: {tag: aa-01}}", "pick: green, tag: aa-01, flag: yes",
         "fail: pick=green, tag=aa-01"},
        {"{list: {some: {all: [{ok: yes}, {n: 1}]}}}", "list: [{ok: yes, n: 2}, {n: 1, ok: no}, {}]",
         "fail: list[1].n=2, list[2].ok=false, list[3].n=7 assumed"},
    });
}

TEST_CASE("evidence has the place of each value, and of the nearest parent of what is not answered") {
    using namespace hipaa::testing;
    const Scratch scratch;
    scratch.write("lab.yaml",
                  lab_checklist("{list: {each: {ok: yes, day: {answered: yes}}}, default_value: no, flag: yes, "
                                "count: 1, pick: red, /practice.covered_entity: no}"));
    scratch.write("practice.yaml",
                  "products:\n"
                  "  lab:\n"
                  "    pick: blue\n"
                  "    count:\n"
                  "    list:\n"
                  "    - ok: no\n"
                  "    -   {day: unknown}\n");
    const Report report(run_program({"-f", "json", "--rules", "lab.yaml", "practice.yaml"}).out);
    // `flag`, `count` and `ok` of the second item are undecided, but what is false decides.
    CHECK(report.result("lab/n/c") == "fail");
    CHECK(report.evidence("lab/n/c", true) ==
          "practice.covered_entity=true assumed @1:1, "
          "products.lab.default_value=true assumed @2:3, "
          "products.lab.pick=blue @3:11, "
          "products.lab.list[1].day=null @6:7, "
          "products.lab.list[1].ok=false @6:11, "
          "products.lab.list[2].day=null @7:10");
}
