// What `hipaa-check test` runs, finds and prints.
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

const std::string checklist = R"yaml(checklist: 1
id: tool
title: Your part in using Tool
about: products.tool
questions:
  paid: {ask: "Paid?", answer: yes_no}
  plan.tier: {ask: "Tier?", answer: {choice: [free, small, large]}}
contradictions:
  - {id: paid-for-free, if: {paid: yes, plan.tier: free}, message: Not both., affects: [pay]}
notes:
  - id: pay
    number: 1
    title: Pay for Tool
    why: They want money.
    basis: recommendation
    checks:
      - id: tier
        when: {paid: yes}
        require: {plan.tier: large}
        message: Too small.
        fix: Change "tier".
)yaml";

const std::string base = R"yaml(today: 2026-11-22
base:
  confirmed_on: 2026-11-01
  products:
    tool:
      paid: yes
      plan: {tier: large}
cases:
)yaml";

struct Run {
    Outcome outcome;
    explicit Run(const std::string& cases, std::vector<std::string> arguments = {"tool.yaml"}) {
        const Scratch scratch;
        scratch.write("tool.yaml", checklist);
        scratch.write("tool.test.yaml", base + cases);
        arguments.insert(arguments.begin(), "test");
        outcome = run_program(arguments);
    }
};

TEST_CASE("cases that come out as expected") {
    const Run run(R"(  - {name: large, expect: {pay: pass, pay/tier: pass}, result: pass}
  - {name: small, set: {plan.tier: small}, expect: {pay/tier: fail}}
  - {name: the whole group, set: {plan: {tier: small}}, expect: {pay/tier: fail}}
  - {name: from the top, set: {/products.tool: {paid: no}}, expect: {pay/tier: not_applicable}}
  - {name: no tier, unset: [plan.tier], expect: {pay/tier: unknown}}
  - {name: no plan, unset: [plan], expect: {pay/tier: unknown}}
  - {name: set after unset, unset: [plan], set: {plan.tier: small}, expect: {pay/tier: fail}}
  - {name: too old, today: 2027-11-02, expect: {pay/tier: unknown}}
  - {name: not too old, today: 2027-11-01, expect: {pay/tier: pass}}
  - {name: both, set: {plan.tier: free}, expect: {pay/tier: fail}, contradictions: [paid-for-free]}
)");
    CHECK(run.outcome.out == "tool.test.yaml: 10 cases, all as expected\n");
    CHECK(run.outcome.err.empty());
    CHECK(run.outcome.status == 0);
}

TEST_CASE("a case that fails shows what was expected, what came out, and why") {
    const Run run(R"(  - {name: small, set: {plan.tier: small}, expect: {pay/tier: pass}}
  - {name: nothing paid, set: {paid: no}, expect: {pay: fail}}
  - {name: free, set: {plan.tier: free}, result: fail}
  - {name: not free, contradictions: [paid-for-free]}
)");
    CHECK(run.outcome.status == 1);
    CHECK(run.outcome.out ==
          "tool.test.yaml:9:63: the case `small` expects `pay/tier` to be pass, but it is fail\n"
          "    - {name: small, set: {plan.tier: small}, expect: {pay/tier: pass}}\n"
          "                                                                ^\n"
          "    tool/pay/tier is fail (tool.yaml:17): `plan.tier` is small (line 9)\n"
          "tool.test.yaml:10:57: the case `nothing paid` expects `pay` to be fail, but it is not_applicable\n"
          "    - {name: nothing paid, set: {paid: no}, expect: {pay: fail}}\n"
          "                                                          ^\n"
          "    tool/pay/tier is not_applicable (tool.yaml:17): does not apply: `paid` is no\n"
          "tool.test.yaml:11:5: in the case `free` the contradiction `paid-for-free` is true; name it under "
          "`contradictions` if that is meant\n"
          "    - {name: free, set: {plan.tier: free}, result: fail}\n"
          "      ^\n"
          "    tool/paid-for-free is true (tool.yaml:9): `paid` is yes (line 6); `plan.tier` is free (line 11)\n"
          "tool.test.yaml:12:39: the case `not free` expects the contradiction `paid-for-free`, but it is not there\n"
          "    - {name: not free, contradictions: [paid-for-free]}\n"
          "                                        ^\n"
          "    tool/paid-for-free is not true (tool.yaml:9): `plan.tier` is large (line 7)\n"
          "tool.test.yaml: 4 cases, 4 not as expected\n");
}

TEST_CASE("mistakes in a test file") {
    struct Row {
        std::string cases;
        std::string mistakes;
    };
    for (const Row& row : std::vector<Row>{
             {"  - {name: a, set: {plan.teir: small}, expect: {pay: pass}}",
              "tool.test.yaml:9:21: `teir` is not a key of `products.tool.plan`; did you mean `tier`?"},
             {"  - {name: a, set: {plan.tier: smal}, expect: {pay: pass}}",
              "tool.test.yaml:9:32: `plan.tier` cannot be `smal`; did you mean `small`?"},
             {"  - {name: a, unset: [plan.teir], expect: {pay: pass}}",
              "tool.test.yaml:9:23: `products.tool.plan.teir` cannot be taken away, because it is not there; did you "
              "mean `tier`?"},
             {"  - {name: a, expect: {pay/teir: pass}}",
              "tool.test.yaml:9:24: `pay/teir` is not a note or check of the checklist; did you mean `pay/tier`?"},
             {"  - {name: a, expect: {tier: pass}}",
              "tool.test.yaml:9:24: `tier` is not a note or check of the checklist; did you mean `pay/tier`?"},
             {"  - {name: a, expect: {pay: passed}}",
              "tool.test.yaml:9:29: `passed` is not a result; did you mean `pass`?"},
             {"  - {name: a, expect: {pay: pass}, contradictions: [paid-free]}",
              "tool.test.yaml:9:53: `paid-free` is not a contradiction of the checklist; did you mean "
              "`paid-for-free`?"},
             {"  - {name: a, exspect: {pay: pass}}",
              "tool.test.yaml:9:5: a case needs `expect`: ids of notes or checks, and the result of each; "
              "`hipaa-check test --fill` writes them\n"
              "tool.test.yaml:9:15: `exspect` is not a key of a case; did you mean `expect`?"},
             {"  - {name: a, expect: {pay: pass}}\n  - {name: a, expect: {pay: pass}}",
              "tool.test.yaml:10:12: there is a case `a` in line 9 already; give each a name of its own"},
             {"  - {name: a, unset: [/products.tool], expect: {pay: pass}}",
              "tool.test.yaml:3:3: the base practice needs the key `products.tool`, as the checklist applies to "
              "nothing else"},
         }) {
        CAPTURE(row.cases);
        const Run run(row.cases + "\n");
        CHECK(run.outcome.status == 3);
        CHECK(run.outcome.out.empty());
        CHECK(headlines(run.outcome.err) == row.mistakes);
    }
}

TEST_CASE("coverage lists how a check can come out that no case shows") {
    const Run run(R"(  - {name: large, expect: {pay: pass}}
  - {name: small is not looked at, set: {plan.tier: small}, result: fail}
  - {name: no tier, unset: [plan.tier], expect: {pay/tier: unknown}}
)",
                  {"--coverage"});
    CHECK(run.outcome.status == 1);
    CHECK(run.outcome.out ==
          "tool.test.yaml: 3 cases, all as expected\n"
          "tool.yaml:17:9: no case shows `tool/pay/tier` not met, not applicable\n"
          "        - id: tier\n"
          "          ^\n"
          "  coverage: 1 check has gaps\n");
}

TEST_CASE("mutants that no case notices are listed with answers that tell them apart") {
    const Run run(R"(  - {name: large, expect: {pay: pass}}
  - {name: small, set: {plan.tier: small}, expect: {pay: fail}}
  - {name: unpaid, set: {paid: no}, expect: {pay: not_applicable}}
)",
                  {"--mutants", "tool.test.yaml"});
    CHECK(run.outcome.status == 1);
    CHECK(run.outcome.out ==
          "tool.test.yaml: 3 cases, all as expected\n"
          "tool.yaml:9:30: no case notices: without `paid: yes`\n"
          "    - {id: paid-for-free, if: {paid: yes, plan.tier: free}, message: Not both., affects: [pay]}\n"
          "                               ^\n"
          "    with it, where `paid` is no; `plan.tier` is free: there is a contradiction instead of no contradiction\n"
          "    a case that does:\n"
          "      - name: \"paid-for-free, line 9: without `paid: yes`\"\n"
          "        set: {paid: no, plan.tier: free}\n"
          "        expect: {}  # hipaa-check test --fill says what comes out\n"
          "tool.yaml:9:30: no case notices: `paid: yes` becomes `paid: {is_not: yes}`\n"
          "    - {id: paid-for-free, if: {paid: yes, plan.tier: free}, message: Not both., affects: [pay]}\n"
          "                               ^\n"
          "    with it, where `paid` is yes; `plan.tier` is free: there is no contradiction instead of a "
          "contradiction\n"
          "    a case that does:\n"
          "      - name: \"paid-for-free, line 9: `paid: yes` becomes `paid: {is_not: yes}`\"\n"
          "        set: {paid: yes, plan.tier: free}\n"
          "        expect: {}  # hipaa-check test --fill says what comes out\n"
          "        contradictions: [paid-for-free]\n"
          "  mutants: 14 in all, 11 noticed, 1 without any effect, 2 not noticed\n");
}

TEST_CASE("caveats are expected, whether they break a deal or not, and their mutants noticed") {
    const std::string with_caveats = R"yaml(checklist: 1
id: tool
title: Your part in using Tool
about: products.tool
questions:
  paid: {ask: "Paid?", answer: yes_no}
caveats:
  - {id: slow, title: It is slow, text: Very., when: {paid: no}}
  - {id: leaky, title: It leaks, text: Much., when: {paid: no}, deal_breaker: yes, fix: Leave.}
notes:
  - id: pay
    number: 1
    title: Pay for Tool
    why: They want money.
    basis: recommendation
    checks: [{id: paid, require: {paid: yes}, message: M, fix: F}]
)yaml";
    const std::string head =
        "today: 2026-11-22\nbase: {confirmed_on: 2026-11-01, products: {tool: {paid: no}}}\ncases:\n";
    const auto run = [&](const std::string& cases) {
        const Scratch scratch;
        scratch.write("tool.yaml", with_caveats);
        scratch.write("tool.test.yaml", head + cases);
        const Outcome outcome = run_program({"test", "--mutants", "tool.yaml"});
        return outcome.err + outcome.out;
    };
    const std::string all =
        "  - {name: a, expect: {slow: yes, leaky: fail, pay: fail}}\n"
        "  - {name: b, set: {paid: yes}, expect: {slow: no, leaky: not_applicable, pay: pass}}\n"
        "  - {name: c, unset: [paid], expect: {slow: unknown, leaky: unknown, pay: unknown}}\n";
    CHECK(run(all) ==
          "tool.test.yaml: 3 cases, all as expected\n"
          "  mutants: 6 in all, 6 noticed, 0 without any effect, 0 not noticed\n");
    CHECK(headlines(run("  - {name: a, expect: {slow: no}}\n")) ==
          "tool.test.yaml:4:30: the case `a` expects `slow` to be no, but it is yes\n"
          "tool.test.yaml: 1 case, 1 not as expected");
    CHECK(headlines(run("  - {name: a, expect: {slow: fail}}\n")) ==
          "tool.test.yaml:4:30: `slow` is a caveat, which applies (yes), does not (no) or may (unknown)");
    const std::string survivors = run("  - {name: a, expect: {leaky: fail, pay: fail}}\n");
    CHECK(survivors.find("tool.yaml:8:55: no case notices: without the `when` `paid: no`\n"
                         "    - {id: slow, title: It is slow, text: Very., when: {paid: no}}\n"
                         "                                                        ^\n"
                         "    with it, where `paid` is yes: there is yes instead of no\n"
                         "    a case that does:\n"
                         "      - name: \"slow, line 8: without the `when` `paid: no`\"\n"
                         "        set: {paid: yes}\n"
                         "        expect: {slow: no}\n") != std::string::npos);
}

TEST_CASE("the cases that mutants come with notice them, once they are pasted") {
    const std::string rules = R"yaml(checklist: 1
id: tool
title: Your part in using Tool
about: products.tool
questions:
  seats: {ask: "Seats?", answer: number, default: 2}
  uses: {ask: "Uses?", answer: {choices: [video, "chat rooms", forms]}}
  covered: {ask: "Covered?", answer: {choices: [forms, "chat rooms", audio]}}
  people:
    ask: "Who?"
    answer: {list: {shared: {ask: "Shared?", answer: yes_no}, until: {ask: "Until?", answer: date}}}
notes:
  - id: logins
    number: 1
    title: Share no login
    why: W.
    basis: recommendation
    checks:
      - id: own
        require: {people: {count: {where: {shared: no, until: {in_next_days: 30}}, at_least: 1, at_most: seats}}}
        message: M.
        fix: F.
      - {id: covered, require: {uses: {only: covered}}, message: M., fix: F.}
      - {id: some, require: {uses: {includes_any: [video, forms]}}, message: M., fix: F.}
)yaml";
    std::string tests =
        "today: 2026-11-22\nbase: {confirmed_on: 2026-11-01, products: {tool: {people: []}}}\ncases:\n"
        "  - {name: a, expect: {logins: fail}}\n";
    const auto run = [&] {
        const Scratch scratch;
        scratch.write("tool.yaml", rules);
        scratch.write("tool.test.yaml", tests);
        return run_program({"test", "--mutants", "tool.yaml"}).out;
    };
    std::istringstream lines(run());
    std::size_t pasted = 0;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("      - name: ") || line.starts_with("        set: ") ||
            line.starts_with("        expect: ")) {
            tests += line.substr(4) + "\n";
            pasted += line.starts_with("      -") ? 1 : 0;
        }
    CHECK(pasted > 15);
    CHECK(run().ends_with("mutants: 22 in all, 22 noticed, 0 without any effect, 0 not noticed\n"));
}

TEST_CASE("a case may change one item of a list") {
    const std::string people = R"yaml(checklist: 1
id: tool
title: Your part in using Tool
about: products.tool
questions:
  people: {ask: "Who?", answer: {list: {code: {ask: "Code?", answer: code}, shared: {ask: "Shared?", answer: yes_no}}}}
notes:
  - id: logins
    number: 1
    title: Share no login
    why: W.
    basis: recommendation
    checks: [{id: own, require: {people: {each: {shared: no}}}, message: M, fix: F}]
)yaml";
    const auto run = [&](const std::string& cases) {
        const Scratch scratch;
        scratch.write("tool.yaml", people);
        scratch.write("tool.test.yaml",
                      "today: 2026-11-22\nbase: {confirmed_on: 2026-11-01, products: {tool: {people: "
                      "[{code: as-01, shared: no}, {code: as-02, shared: no}]}}}\ncases:\n" +
                          cases);
        const Outcome outcome = run_program({"test", "tool.yaml"});
        return headlines(outcome.err + outcome.out);
    };
    CHECK(run("  - {name: first, set: {\"people[1].shared\": yes}, expect: {logins/own: fail}}\n"
              "  - {name: by code, set: {\"people[as-02].shared\": yes}, expect: {logins/own: fail}}\n"
              "  - {name: all of it, set: {\"people[2]\": {code: as-03}}, expect: {logins/own: unknown}}\n"
              "  - {name: without, unset: [\"people[1].shared\"], expect: {logins/own: unknown}}\n"
              "  - {name: one less, unset: [\"people[2]\"], expect: {logins/own: pass}}\n") ==
          "tool.test.yaml: 5 cases, all as expected");
    CHECK(run("  - {name: a, set: {\"people[3].shared\": yes}, expect: {logins/own: fail}}\n"
              "  - {name: b, unset: [\"people[as-09]\"], expect: {logins/own: fail}}\n"
              "  - {name: c, set: {\"persons[1].shared\": yes}, expect: {logins/own: fail}}\n") ==
          "tool.test.yaml:4:21: `products.tool.people[3].shared` names an item that is not there; the list has 2, "
          "counted from 1\n"
          "tool.test.yaml:5:23: `products.tool.people[as-09]` names an item that is not there; the list has 2, counted "
          "from 1\n"
          "tool.test.yaml:6:21: `products.tool.persons[1].shared` names an item of what is no list here\n"
          "tool.test.yaml:6:21: `persons` is not a key of `products.tool`; its keys are people or name");
}

TEST_CASE("what comes out of cases that do not say it is printed to paste") {
    const Run run(R"(  - {name: nothing}
  - {name: part, set: {plan.tier: free}, contradictions: [paid-for-free]}
  - {name: not paid, set: {paid: no}, expect: {}}
  - {name: all, expect: {pay: pass}}
)",
                  {"--fill", "tool.yaml"});
    CHECK(run.outcome.status == 0);
    CHECK(run.outcome.out ==
          "tool.test.yaml: 4 cases, all as expected\n"
          "tool.test.yaml:9: the case `nothing` does not say what comes out of every check; to paste:\n"
          "      expect:\n"
          "        pay/tier: pass\n"
          "tool.test.yaml:10: the case `part` does not say what comes out of every check; to paste:\n"
          "      expect:\n"
          "        pay/tier: fail\n"
          "      contradictions: [paid-for-free]\n"
          "tool.test.yaml:11: the case `not paid` does not say what comes out of every check; to paste:\n"
          "      expect:\n"
          "        pay: not_applicable\n");
}

TEST_CASE("of the cases after the first one what is different is printed, if that is enough") {
    const Run run(R"(  - {name: nothing}
  - {name: part, set: {plan.tier: free}, contradictions: [paid-for-free]}
  - {name: not paid, set: {paid: no}}
  - {name: as before, set: {paid: yes}}
)",
                  {"--fill", "--changes", "tool.yaml"});
    CHECK(run.outcome.status == 0);
    CHECK(run.outcome.out ==
          "tool.test.yaml: 4 cases, all as expected\n"
          "tool.test.yaml:9: the case `nothing` does not say what comes out of every check; to paste:\n"
          "      expect:\n"
          "        pay/tier: pass\n"
          "tool.test.yaml:10: the case `part` comes out other than the first one; to paste:\n"
          "      expect:\n"
          "        pay/tier: fail\n"
          "      contradictions: [paid-for-free]\n"
          "tool.test.yaml:11: the case `not paid` comes out other than the first one; to paste:\n"
          "      expect:\n"
          "        pay: not_applicable\n"
          "tool.test.yaml:12: the case `as before` comes out as the first one\n");
}

TEST_CASE("equivalent mutants are no fault of the tests") {
    const Scratch scratch;
    std::string text = checklist;
    // `when` and `require` ask the same of `paid`, so a change of the second one alone changes nothing.
    text.replace(text.find("{plan.tier: large}"), 18, "{any: [{paid: no}, {plan.tier: large}]}");
    scratch.write("tool.yaml", text);
    scratch.write("tool.test.yaml", base + R"(  - {name: large, expect: {pay: pass}}
  - {name: small, set: {plan.tier: small}, expect: {pay: fail}}
  - {name: unpaid, set: {paid: no}, expect: {pay: not_applicable}}
  - {name: unpaid and free, set: {paid: no, plan.tier: free}, expect: {pay: not_applicable}}
  - {name: free, set: {plan.tier: free}, expect: {pay: fail}, contradictions: [paid-for-free]}
  - {name: nobody knows, unset: [paid], expect: {pay: unknown}}
  - {name: nothing known, unset: [paid, plan], expect: {pay: unknown}}
)");
    const Outcome outcome = run_program({"test", "--coverage", "--mutants", "tool.yaml"});
    CHECK(outcome.out ==
          "tool.test.yaml: 7 cases, all as expected\n"
          "  coverage: every check is shown in every way it can come out\n"
          "  mutants: 18 in all, 16 noticed, 2 without any effect, 0 not noticed\n");
    CHECK(outcome.status == 0);
    CHECK(headlines(run_program({"test", "--mutants", "-v", "tool.yaml"}).out) ==
          "tool.test.yaml: 7 cases, all as expected\n"
          "tool.yaml:19:26: without any effect: without `paid: no`\n"
          "tool.yaml:9:5: without any effect: `paid-for-free` does not affect `pay`");
}

TEST_CASE("the days of deadlines are expected, and their mutants noticed") {
    const std::string with_deadline = R"yaml(checklist: 1
id: tool
title: Your part in using Tool
about: products.tool
questions:
  asked: {ask: "Asked?", answer: yes_no}
  asked_on: {ask: "When?", answer: date}
deadlines:
  - {id: ask-again, when: {asked: yes}, from: asked_on, days: 14, text: Ask again., note: ask}
notes:
  - {id: ask, number: 1, title: Ask, why: W, basis: recommendation,
     checks: [{id: asked, require: {asked: yes}, message: M, fix: F}]}
)yaml";
    const auto run = [&](const std::string& cases, const std::vector<std::string>& options) {
        const Scratch scratch;
        scratch.write("tool.yaml", with_deadline);
        scratch.write("tool.test.yaml",
                      "today: 2026-11-22\n"
                      "base: {confirmed_on: 2026-11-01, products: {tool: {asked: yes, asked_on: 2026-11-20}}}\n"
                      "cases:\n" +
                          cases);
        std::vector<std::string> arguments{"test", "tool.yaml"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Outcome outcome = run_program(arguments);
        return outcome.err + outcome.out;
    };
    const std::string notes =
        "  - {name: a, expect: {ask: pass}}\n"
        "  - {name: b, set: {asked: no}, expect: {ask: fail}}\n"
        "  - {name: c, unset: [asked], expect: {ask: unknown}}\n";
    CHECK(run(notes + "  - {name: d, due: {ask-again: 2026-12-04}}\n"
                      "  - {name: e, set: {asked: no}, due: {ask-again: none}}\n",
              {"--coverage", "--mutants"}) ==
          "tool.test.yaml: 5 cases, all as expected\n"
          "  coverage: every check is shown in every way it can come out\n"
          "  mutants: 7 in all, 7 noticed, 0 without any effect, 0 not noticed\n");
    CHECK(headlines(run(notes, {"--coverage"})) ==
          "tool.test.yaml: 3 cases, all as expected\n"
          "tool.yaml:9:5: no case expects `tool/ask-again` to fall due; in one where it does, write due: {ask-again: "
          "2026-12-01}");
    const std::string survivors =
        run(notes + "  - {name: d, set: {asked: no}, due: {ask-again: none}}\n", {"--mutants"});
    CHECK(survivors.find("tool.yaml:9:5: no case notices: `days: 14` becomes `15`\n"
                         "    - {id: ask-again, when: {asked: yes}, from: asked_on, days: 14, text: Ask again., note: "
                         "ask}\n"
                         "      ^\n"
                         "    with it, where `asked` is yes; `asked_on` is 2026-11-21: the day of `tool/ask-again` is "
                         "2026-12-06 instead of 2026-12-05\n"
                         "    a case that does:\n"
                         "      - name: \"ask-again, line 9: `days: 14` becomes `15`\"\n"
                         "        set: {asked: yes, asked_on: 2026-11-21}\n"
                         "        due: {ask-again: 2026-12-05}\n") != std::string::npos);
    CHECK(run("  - {name: d, due: {ask-again: 2026-12-05}}\n", {}) ==
          "tool.test.yaml:4:32: the case `d` expects `ask-again` to be due on 2026-12-05, but it is due on 2026-12-04\n"
          "    - {name: d, due: {ask-again: 2026-12-05}}\n"
          "                                 ^\n"
          "    tool/ask-again is due on 2026-12-04 (tool.yaml:9): `asked` is yes (line 2); `asked_on` is 2026-11-20 "
          "(line 2)\n"
          "tool.test.yaml: 1 case, 1 not as expected\n");
    CHECK(
        headlines(run("  - {name: d, due: {ask-agian: 2026-12-05}}\n"
                      "  - {name: e, due: {ask-again: soon}}\n"
                      "  - {name: f, due: 2026-12-05}\n"
                      "  - {name: g, due: {}}\n",
                      {})) ==
        "tool.test.yaml:4:21: `ask-agian` is not a deadline of the checklist; did you mean `ask-again`?\n"
        "tool.test.yaml:5:32: `ask-again` is a deadline, which falls due on a date such as 2026-12-01, or not (none)\n"
        "tool.test.yaml:6:20: `due` of a case takes ids of deadlines, and for each a date or none: {ask-again: "
        "2026-12-01}\n"
        "tool.test.yaml:7:5: a case needs `expect`: ids of notes or checks, and the result of each; "
        "`hipaa-check test --fill` writes them");
    CHECK(run("  - {name: d}\n", {"--fill"}) ==
          "tool.test.yaml: 1 case, all as expected\n"
          "tool.test.yaml:4: the case `d` does not say what comes out of every check; to paste:\n"
          "      expect:\n"
          "        ask/asked: pass\n"
          "      due: {ask-again: 2026-12-04}\n");
}

TEST_CASE("the base practice may be a file of its own") {
    const Scratch scratch;
    scratch.write("rules/tool.yaml", checklist);
    scratch.write("rules/bases/base.yaml", "products: {tool: {paid: yes, plan: {tier: large}}}\n");
    const std::string head = "checklist: tool.yaml\ntoday: 2026-11-22\nbase: bases/base.yaml\ncases:\n";
    scratch.write("rules/other.test.yaml",
                  head + "  - {name: a, set: {/confirmed_on: 2026-11-01}, expect: {pay: pass}}\n");
    CHECK(run_program({"test"}).out == "rules/other.test.yaml: 1 case, all as expected\n");
    scratch.write("rules/bases/base.yaml", "products: {tool: {paid: maybe}}\n");
    const Outcome broken = run_program({"test"});
    CHECK(broken.status == 3);
    CHECK(headlines(broken.err) == "rules/bases/base.yaml:1:25: `paid` cannot be `maybe`; write yes or no, or unknown");
}

TEST_CASE("a test file names checklists and practices below its folder, and shows no line of another file") {
    struct Row {
        std::string checklist;
        std::string base;
        std::string mistake;
    };
    const std::string elsewhere = " is not below the folder of this test file; what a test needs lies there";
    const std::vector<Row> rows{
        {"tool.yaml", "../secret.yaml", "2:7: `../secret.yaml`" + elsewhere},
        {"tool.yaml", "/etc/passwd", "2:7: `/etc/passwd`" + elsewhere},
        {"tool.yaml", "way-out.yaml", "2:7: `way-out.yaml`" + elsewhere},
        {"tool.yaml", "secret.txt", "2:7: `secret.txt` is no YAML file (*.yaml); name a checklist or a practice"},
        {"tool.yaml", "secret.yaml", "2:7: `rules/secret.yaml` is no practice file: it has none of the keys of one"},
        {"tool.yaml", "torn.yaml", "2:7: `rules/torn.yaml` is no practice file: it has none of the keys of one"},
        {"../secret.yaml", "base.yaml", "1:12: `../secret.yaml`" + elsewhere},
        {"secret.yaml", "base.yaml", "1:12: `rules/secret.yaml` is no checklist: it has no key `checklist`"},
        {"torn.yaml", "base.yaml", "1:12: `rules/torn.yaml` is no checklist: it has no key `checklist`"},
    };
    const Scratch scratch;
    scratch.write("secret.yaml", "password: swordfish\n");
    scratch.write("rules/secret.yaml", "password: swordfish\n");
    scratch.write("rules/secret.txt", "password: swordfish\n");
    scratch.write("rules/torn.yaml", "password: [swordfish\n");
    scratch.write("rules/tool.yaml", checklist);
    scratch.write("rules/base.yaml", "products: {tool: {paid: yes}}\n");
    scratch.link("../secret.yaml", "rules/way-out.yaml");
    for (const Row& row : rows) {
        CAPTURE(row.mistake);
        scratch.write("rules/t.test.yaml", "checklist: " + row.checklist + "\nbase: " + row.base +
                                               "\ntoday: 2026-11-22\ncases: [{name: a, result: pass}]\n");
        const Outcome outcome = run_program({"test"});
        CHECK(outcome.status == 3);
        CHECK(headlines(outcome.err) == "rules/t.test.yaml:" + row.mistake);
        CHECK(outcome.err.find("swordfish") == std::string::npos);
    }
}

TEST_CASE("a case that expects nothing, and a file without cases, are mistakes") {
    struct Row {
        std::string cases;
        std::string mistake;
    };
    const std::string nothing =
        " expects nothing, so it would always pass; write under `expect` ids of notes or checks, "
        "and the result of each";
    const std::vector<Row> rows{
        {"  - {name: a, expect: {}}\n", "tool.test.yaml:9:5: the case `a`" + nothing},
        {"  - {name: a, contradictions: []}\n", "tool.test.yaml:9:5: the case `a`" + nothing},
        {"  - {name: a, expect: {}, contradictions: []}\n", "tool.test.yaml:9:5: the case `a`" + nothing},
        {"  []\n", "tool.test.yaml:8:1: there is no case under `cases`; write at least one"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cases);
        const Run run(row.cases);
        CHECK(run.outcome.status == 3);
        CHECK(headlines(run.outcome.err) == row.mistake);
    }
}

TEST_CASE("a folder that cannot be read is a mistake, and the tests behind it are run") {
    const Scratch scratch;
    scratch.write("tool.yaml", checklist);
    scratch.write("rules/closed/tool.test.yaml", "");
    scratch.write("rules/z/tool.yaml", checklist);
    scratch.write("rules/z/tool.test.yaml", base + "  - {name: a, expect: {pay: fail}}\n");
    scratch.link("../..", "rules/away");
    const auto closed = std::filesystem::absolute("rules/closed");
    std::filesystem::permissions(closed, std::filesystem::perms::none);
    const Outcome outcome = run_program({"test"});
    std::filesystem::permissions(closed, std::filesystem::perms::owner_all);
    CHECK(outcome.err.starts_with(
        "rules/away: skipped, because it is a link to a directory, and such links are not followed\n"));
    CHECK(outcome.out.find("rules/z/tool.test.yaml: 1 case, 1 not as expected\n") != std::string::npos);
    CHECK(outcome.status == 3);
    if (::geteuid() != 0)
        CHECK(outcome.err.find("rules/closed:1:1: cannot be read: Permission denied\n") != std::string::npos);
}

TEST_CASE("a checklist for any product is tested on one") {
    const Scratch scratch;
    std::string text = checklist;
    text.replace(text.find("products.tool"), 13, "products.*");
    scratch.write("tool.yaml", text);
    std::string tests = base;
    tests.insert(0, "product: tool\n");
    scratch.write("tool.test.yaml", tests + "  - {name: a, set: {plan.tier: small}, expect: {pay/tier: fail}}\n");
    CHECK(
        run_program({"test", "--coverage", "tool.yaml"}).out.starts_with("tool.test.yaml: 1 case, all as expected\n"));
}

TEST_CASE("where tests are looked for") {
    const Scratch scratch;
    const Outcome none = run_program({"test"});
    CHECK(none.status == 5);
    CHECK(none.err ==
          "hipaa-check: there are no tests; write them beside the checklist, in NAME.test.yaml for NAME.yaml\n");
    const Outcome missing = run_program({"test", "tool.yaml"});
    CHECK(missing.status == 3);
    CHECK(headlines(missing.err) == "tool.test.yaml:1:1: cannot be read: No such file or directory");
    CHECK(run_program({"test", "--mutant"}).status == 2);
    const Outcome full = run_program({"test", HIPAA_CHECK_ROOT "/rules/any-product.yaml"}, {.out_is_full = true});
    CHECK(full.status == 3);
    CHECK(full.err == "hipaa-check: standard output could not be written\n");
    CHECK(run_program({"test", "--help"}).status == 0);
}

TEST_CASE("the shipped checklists lint clean, and their tests leave nothing unseen") {
    const Outcome lint = run_program({"lint", "rules"});
    CHECK(lint.out == "");
    CHECK(lint.status == 0);
    for (const auto& entry : std::filesystem::directory_iterator("rules")) {
        const std::string file = entry.path().string();
        if (!file.ends_with(".yaml") || file.ends_with(".test.yaml")) continue;
        CAPTURE(file);
        const Outcome tests = run_program({"test", "--coverage", "--mutants", file});
        CHECK(tests.err == "");
        CHECK(tests.status == 0);
        if (tests.status != 0) MESSAGE(tests.out);
    }
}

}  // namespace
}  // namespace hipaa::testing
