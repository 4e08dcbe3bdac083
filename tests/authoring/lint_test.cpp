// What `hipaa-check lint` finds, and what it prints.
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

/// A checklist in which nothing is suspicious.
const std::string sound = R"yaml(checklist: 1
id: tool
title: Your part in using Tool
about: products.tool
vital_stats: {caveats: 0, notes: 2}
questions:
  paid: {ask: "Paid?", answer: yes_no}
  began: {ask: "Began?", answer: date, also: [not_yet]}
  signed: {ask: "Signed?", answer: date}
  clients: {ask: "Clients?", answer: number}
  told: {ask: "Told?", answer: number}
contradictions:
  - {id: too-many, if: {not: {told: {at_most: clients}}}, message: Too many., affects: [tell]}
notes:
  - id: agree
    number: 1
    title: Sign the agreement
    why: The law asks for it.
    basis: law
    cites: ["45 CFR 164.308(b)(1)"]
    checks:
      - id: signed
        when: {paid: yes}
        require: {any: [{began: not_yet}, {signed: {on_or_before: began}}]}
        message: Too late.
        fix: Correct "signed" under tool.
  - id: tell
    number: 2
    title: Tell every client
    why: They want to know.
    basis: recommendation
    read_more: [{title: A page}]
    checks:
      - {id: told, require: {told: {at_least: clients}}, message: Not told., fix: Raise "told".}
name: Tool
)yaml";

struct Change {
    std::string from;
    std::string to;
    std::string expected;  // the output without excerpts
};

std::string lint(const std::string& text) {
    const Scratch scratch;
    scratch.write("tool.yaml", text);
    const Outcome outcome = run_program({"lint", "tool.yaml"});
    CHECK(outcome.err.empty());
    CHECK(outcome.status == (outcome.out.empty() ? 0 : 1));
    return headlines(outcome.out);
}

void check_changes(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        CAPTURE(change.from);
        CAPTURE(change.to);
        std::string text = sound;
        const auto at = text.find(change.from);
        REQUIRE(at != std::string::npos);
        text.replace(at, change.from.size(), change.to);
        CHECK(lint(text) == change.expected);
    }
}

TEST_CASE("a sound checklist") { CHECK(lint(sound).empty()); }

TEST_CASE("texts, numbers and citations") {
    check_changes({
        {"notes: 2}", "notes: 3}",
         "tool.yaml:5:34: `vital_stats` says 3 notes, but the checklist has 2 [count_differs]"},
        {"caveats: 0", "caveats: 1",
         "tool.yaml:5:24: `vital_stats` says 1 caveats, but the checklist has 0 [count_differs]"},
        {"number: 2", "number: 1", "tool.yaml:28:13: there is a note 1 already [number_twice]"},
        {"number: 1", "number: 3",
         "tool.yaml:28:13: note 2 stands after note 3; put the notes in the order of their numbers [number_order]"},
        {"    read_more: [{title: A page}]\n", "",
         "tool.yaml:27:5: the note `tell` says nowhere where it comes from; add `cites` or `read_more` [no_citation]"},
        {"45 CFR 164.308(b)(1)", "78 FR 5634",
         "tool.yaml:22:9: the check `signed` rests on law, but its note cites no section of the CFR [law_without_cfr]"},
        {"45 CFR 164.308(b)(1)", "45 CFR 164.380(b)(1)",
         "tool.yaml:20:13: `45 CFR 164.380(b)(1)` cannot be looked up: there is no section 164.380 in 45 CFR Parts "
         "160, 162 and 164; did you mean 164.308? [citation]"},
        {"45 CFR 164.308(b)(1)", R"(45 CFR 164.308(\e\u202Eb))",
         R"(tool.yaml:20:13: `45 CFR 164.308(\u{1B}\u{202E}b)` cannot be looked up: section 164.308 has no paragraph )"
         R"((\u{1B}\u{202E}b); its paragraphs are (a) to (b) [citation])"},
        {"affects: [tell]", "affects: []",
         "tool.yaml:13:5: the contradiction `too-many` affects no note, so no note says what it leaves open "
         "[no_effect]"},
    });
}

TEST_CASE("what an author may have forgotten") {
    check_changes({
        {"name: Tool\n", "",
         "tool.yaml:2:5: the checklist has no `name`, so reports call its subject by its key; write it as people do, "
         "such "
         "as name: Spruce [no_name]"},
        {"contradictions:", "define: {agreed: {paid: yes}}\ncontradictions:",
         "tool.yaml:12:10: no condition meets `agreed`; remove it [unused_definition]"},
        {"when: {paid: yes}", "when: {paid: yes}\n        after: [elsewhere/first]",
         "tool.yaml:24:17: `after` names `elsewhere/first`, but no checklist `elsewhere` is known here "
         "[unknown_prerequisite]"},
        {"    why: They", "    after: [elsewhere/first/one]\n    why: They",
         "tool.yaml:30:13: `after` names `elsewhere/first/one`, but no checklist `elsewhere` is known here "
         "[unknown_prerequisite]"},
        {"contradictions:", "caveats: [{id: c, title: t, text: x, deal_breaker: yes}]\ncontradictions:",
         "tool.yaml:5:24: `vital_stats` says 0 caveats, but the checklist has 1 [count_differs]\n"
         "tool.yaml:12:11: the caveat `c` is a deal-breaker but does not say what to do; add `fix` [no_fix]"},
        {"vital_stats: {", "source: {title: t, author: a, reviewed_on: 2026-11-23}\nvital_stats: {",
         "tool.yaml:5:44: `reviewed_on` is 2026-11-23, after today (2026-11-22) [future_review]"},
    });
}

TEST_CASE("addresses, words and keys that others would take for something else") {
    const std::string spare = "  spare: {ask: \"Spare?\", record: yes, answer: ";
    check_changes({
        {"{title: A page}", "{title: A page, url: \"https://example.org/a?b=c#d\"}", ""},
        {"{title: A page}", "{title: A page, url: www.example.org}",
         "tool.yaml:32:38: `www.example.org` is no address of a page; it begins with https:// or http:// [no_url]"},
        {"{title: A page}", "{title: A page, url: \"https://example org/a\"}",
         "tool.yaml:32:38: `https://example org/a` is no address of a page; it begins with https:// or http:// "
         "[no_url]"},
        {"vital_stats: {",
         "source: {title: t, author: a, url: \"ftp://example.org\", reviewed_on: 2026-11-20}\nvital_stats: {",
         "tool.yaml:5:36: `ftp://example.org` is no address of a page; it begins with https:// or http:// [no_url]"},
        {"  told: {", spare + "{choice: [light, Off]}}\n  told: {",
         "tool.yaml:11:3: `spare` offers `Off`, which YAML 1.1 reads as true or false; choose another word "
         "[boolean_word]"},
        {"  told: {", spare + "date, also: [n]}\n  told: {",
         "tool.yaml:11:3: `spare` offers `n`, which YAML 1.1 reads as true or false; choose another word "
         "[boolean_word]"},
        {"  told: {", spare + "{list: {a: {ask: A, answer: {choices: [on, under]}}}}}\n  told: {",
         "tool.yaml:11:55: `spare[].a` offers `on`, which YAML 1.1 reads as true or false; choose another word "
         "[boolean_word]"},
        {"  told: {", spare + "{choice: [once, never]}}\n  told: {", ""},
    });
}

TEST_CASE("another name of the product that means another product already") {
    check_changes({
        {"name: Tool\n", "name: Tool\nalso_known_as: [Zoom]\n",
         "tool.yaml:2:5: `also_known_as` has `Zoom`, which is a name of the product of the checklist zoom "
         "[name_taken]"},
        {"name: Tool\n", "name: Tool\nalso_known_as: [consumer_apps]\n",
         "tool.yaml:2:5: `also_known_as` has `consumer_apps`, which is a name of the product of the checklist "
         "consumer-apps [name_taken]"},
        {"name: Tool\n", "name: Tool\nalso_known_as: [Toolbox]\n", ""},
        // Whoever writes that is asked which product she means.
        {"name: Tool\n", "name: Tool\nalso_known_as: [Gmail]\n", ""},
    });
}

TEST_CASE("questions of two checklists whose answers live in one place") {
    const Scratch scratch;
    scratch.write("tool.yaml", sound);
    const auto lint_beside = [&](const std::string& question) {
        scratch.write("more.yaml",
                      "checklist: 1\nid: more\nname: More\ntitle: More\nabout: products.tool\nquestions:\n  " +
                          question +
                          "\nnotes:\n  - {id: n, number: 1, title: N, why: W., basis: recommendation, cites: [\"45 CFR "
                          "164.308(b)(1)\"],\n     checks: [{id: c, require: {/products.tool.paid: yes}, message: M., "
                          "fix: \"Change paid.\"}]}\n");
        return headlines(run_program({"lint", "--rules", "tool.yaml", "more.yaml"}).out);
    };
    CHECK(lint_beside("paid: {ask: \"Paid?\", answer: yes_no, record: yes}") == "");
    CHECK(lint_beside("told: {ask: \"Told?\", answer: text, record: yes}") ==
          "more.yaml:7:3: the checklist `tool` has the question `told` with other answers, and a file answers both at "
          "`products.tool`; rename one [question_clash]");
    CHECK(lint_beside("told.when: {ask: \"When?\", answer: date, record: yes}") ==
          "more.yaml:7:3: the checklist `tool` has the question `told`, and a file cannot answer `told.when` beside it "
          "at "
          "`products.tool`; rename one [question_clash]");
}

TEST_CASE("lists of two checklists in one place have the same keys") {
    const auto list = [](const std::string& id, const std::string& fields) {
        return "checklist: 1\nid: " + id +
               "\ntitle: T\nabout: desk\nquestions:\n  people: {ask: \"People?\", answer: "
               "{list: {" +
               fields +
               "}}, record: yes}\n  told: {ask: \"Told?\", answer: yes_no}\nnotes:\n  - {id: n, "
               "number: 1, title: Tell them, why: W., basis: recommendation,\n     checks: [{id: c, require: {told: "
               "yes}, "
               "message: M., fix: \"Change told.\"}]}\n";
    };
    const std::string shared = "shared: {ask: \"Shared?\", answer: yes_no}";
    const std::string locked = "locked: {ask: \"Locked?\", answer: yes_no}";
    const Scratch scratch;
    scratch.write("one.yaml", list("one", shared + ", " + locked));
    const auto lint_beside = [&](const std::string& fields) {
        scratch.write("two.yaml", list("two", fields));
        return headlines(run_program({"lint", "--rules", "one.yaml", "two.yaml"}).out);
    };
    CHECK(lint_beside(locked + ", " + shared).find("question_clash") == std::string::npos);
    CHECK(lint_beside(locked).find(
              "two.yaml:6:3: the checklist `one` has the question `people` with other answers, and a "
              "file answers both at `desk`; rename one [question_clash]") != std::string::npos);
}

TEST_CASE("a renamed checklist beside the one that has its old id") {
    const Scratch scratch;
    scratch.write("tool.yaml", sound);
    std::string renamed = sound;
    const std::string id = "id: tool\n";
    scratch.write("new.yaml", renamed.replace(renamed.find(id), id.size(), "id: tool-2\nformerly: [tool]\n"));
    const Outcome outcome = run_program({"lint", "tool.yaml", "new.yaml"});
    CHECK(outcome.status == 3);
    CHECK(headlines(outcome.out + outcome.err)
              .starts_with("new.yaml:2:5: `tool-2` was called `tool`, but the checklist of that id, tool.yaml, is "
                           "loaded too; load one of the two"));
    scratch.write("mine.yaml",
                  std::string(sound).replace(sound.find(id), id.size(), "id: my-spruce\nformerly: [spruce]\n"));
    const Outcome builtin = run_program({"lint", "mine.yaml"});
    CHECK(builtin.status == 3);
    CHECK(headlines(builtin.out + builtin.err)
              .starts_with(
                  "mine.yaml:2:5: `my-spruce` was called `spruce`, but the checklist of that id, built-in "
                  "rules/spruce.yaml, is loaded too; take `spruce` out of `formerly`, or make it the id, so that "
                  "the built-in one is replaced"));
}

TEST_CASE("a fix may name what is addressable in short") {
    const std::string with_key =
        "  told: {ask: \"Told?\", answer: number}\n  lock: {ask: \"Locked?\", answer: addressable}";
    std::string text = sound;
    const auto replace = [&](const std::string& from, const std::string& to) {
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    replace("  told: {ask: \"Told?\", answer: number}", with_key);
    replace(
        "      - {id: told,",
        "      - {id: lock, require: {lock: {addressed: yes}}, message: Open., fix: 'Put \"lock: implemented\".'}\n  "
        "    - {id: told,");
    CHECK(lint(text).empty());
}

TEST_CASE("a range of numbers that is empty") {
    const std::string list = "  people: {ask: \"People?\", answer: {list: {here: {ask: \"Here?\", answer: yes_no}}}}\n";
    check_changes({
        {"  told: {", list + "  told: {",
         "tool.yaml:11:3: no check, `when`, caveat, contradiction or deadline reads `people`; take it out, or write "
         "`record: yes` if it is asked for the record only [unread_question]\n"
         "tool.yaml:11:44: no check, `when`, caveat, contradiction or deadline reads `people[].here`; take it out, or "
         "write `record: yes` if it is asked for the record only [unread_question]"},
    });
    std::string text = sound;
    const auto question = text.find("  told: {");
    text.insert(question, list);
    const auto when = text.find("when: {paid: yes}");
    text.replace(when, 17,
                 "when: {any: [{paid: yes}, {people: {count: {where: {here: yes}, at_least: 3, at_most: 2}}}]}");
    CHECK(lint(text) ==
          "tool.yaml:24:45: no number of items is at least 3 and at most 2, so this is never met [empty_range]");
}

TEST_CASE("questions that nobody reads") {
    check_changes({
        {"  told: {", "  spare: {ask: \"Spare?\", answer: yes_no}\n  told: {",
         "tool.yaml:11:3: no check, `when`, caveat, contradiction or deadline reads `spare`; take it out, or write "
         "`record: yes` if it is asked for the record only [unread_question]"},
        {"  told: {", "  spare: {ask: \"Spare?\", answer: yes_no, record: yes}\n  told: {", ""},
        {"  told: {",
         "  spare: {ask: \"Spare?\", answer: {list: {a: {ask: \"A?\", answer: yes_no}}}, record: yes}\n  told: {", ""},
    });
}

TEST_CASE("what no answers can bring about, with the answers that show it") {
    const Scratch scratch;
    std::string text = sound;
    text.replace(text.find("{any: [{began"), 58, "{signed: {before: began}, began: {before: signed}}");
    scratch.write("tool.yaml", text);
    const Outcome outcome = run_program({"lint", "tool.yaml"});
    CHECK(outcome.status == 1);
    CHECK(outcome.out ==
          "tool.yaml:24:18: the check `signed` can never be met, whatever is answered [never_met]\n"
          "          require: {signed: {before: began}, began: {before: signed}}\n"
          "                   ^\n"
          "    tried: 36 combinations of these answers\n"
          "    `paid`: yes | no | not answered\n"
          "    `signed`: 2026-11-20 | 2026-11-21 | not answered\n"
          "    `began`: 2026-11-20 | 2026-11-21 | not_yet | not answered\n");
}

TEST_CASE("conditions that are never true or never false") {
    check_changes({
        {"{at_least: clients}", "{at_least: 0}",
         "tool.yaml:34:37: the check `told` can never fail where it applies, whatever is answered [never_fails]"},
        {"when: {paid: yes}", "when: {paid: yes, not: {paid: yes}}",
         "tool.yaml:23:15: the `when` of the check `signed` is never true [never_applies]"},
        {"{not: {told: {at_most: clients}}}", "{told: {at_least: 3, at_most: 2}}",
         "tool.yaml:13:25: the contradiction `too-many` is never true [never_true]"},
        {"    read_more: [{title: A page}]\n",
         "    read_more: [{title: A page}]\n    when: {began: not_yet, signed: {on_or_after: began}}\n",
         "tool.yaml:33:11: the `when` of the note `tell` is never true, so no check of it ever applies "
         "[never_applies]"},
        {"questions:", "when: {paid: yes, told: {answered: yes}, not: {told: {at_least: 0}}}\nquestions:",
         "tool.yaml:6:7: the `when` of the checklist is never true, so no note of it ever applies [never_applies]"},
        {"{not: {told: {at_most: clients}}}", "{not: {any: [{told: {at_least: 3}}, {told: {at_most: 2}}]}}",
         "tool.yaml:13:25: the contradiction `too-many` is never true [never_true]"},
    });
    // A number with a fraction may lie between these.
    std::string with_fractions = sound;
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"Told?\", answer: number", "\"Told?\", answer: decimal"},
             {"{not: {told: {at_most: clients}}}", "{not: {any: [{told: {at_least: 3}}, {told: {at_most: 2}}]}}"}})
        with_fractions.replace(with_fractions.find(from), from.size(), to);
    CHECK(lint(with_fractions).empty());
}

TEST_CASE("lists are tried with no, one and more items") {
    const std::string list =
        "  seats: {ask: \"Seats?\", answer: {list: {taken: {ask: \"Taken?\", answer: yes_no}, since: {ask: "
        "\"Since?\", answer: date}}}}\n  told: {";
    const auto with_list = [&](const std::string& require) {
        std::string text = sound;
        text.replace(text.find("  told: {"), 9, list);
        text.replace(text.find("{told: {at_least: clients}}, message"), 36, require + ", message");
        text.replace(text.find("Raise \"told\""), 12, "Correct seats.");
        return lint(text);
    };
    CHECK(with_list("{seats: {some: {taken: yes, since: {before: today}}}}").empty());
    CHECK(with_list("{seats: {each: {taken: yes, since: {before: began}}}}").empty());
    CHECK(with_list("{seats: {empty: no, each: {taken: yes}, some: {since: {answered: yes}}}}").empty());
    CHECK(with_list("{seats: {some: {taken: yes, since: {before: today}}, each: {taken: no}}}") ==
          "tool.yaml:35:30: the check `told` can never be met, whatever is answered [never_met]");
    CHECK(with_list("{seats: {empty: yes, some: {taken: yes, since: {before: today}}}}") ==
          "tool.yaml:35:30: the check `told` can never be met, whatever is answered [never_met]");
}

TEST_CASE("too many answers are said to be too many") {
    std::string text = sound;
    std::string questions;
    std::string order = "{all: [";
    for (char name = 'a'; name < 'h'; ++name) {
        questions += std::string("  on_") + name + ": {ask: \"When?\", answer: date}\n";
        order += std::string("{on_") + name + ": {before: began}}, ";
    }
    text.replace(text.find("  told: {"), 9, questions + "  told: {");
    text.replace(text.find("{told: {at_least: clients}}"), 27, order + "{told: {at_least: clients}}]}");
    const Scratch scratch;
    scratch.write("tool.yaml", text);
    const Outcome outcome = run_program({"lint", "tool.yaml"});
    CHECK(outcome.status == 0);
    CHECK(headlines(outcome.out) ==
          "tool.yaml:41:9: whether the check `told` can be met and can fail was not found out: its questions have "
          "765275040 combinations of answers, too many to search (at most 400000) [not_searched]");
}

TEST_CASE("few answers, and too many tests of them") {
    std::string questions;
    std::string tests = "{all: [{q0: yes}";
    for (int i = 0; i < 11; ++i) questions += fmt::format("  q{}: {{ask: \"Q?\", answer: yes_no}}\n", i);
    for (int i = 1; i < 300; ++i) tests += fmt::format(", {{q{}: yes}}", i % 11);
    std::string text = sound;
    text.replace(text.find("  told: {"), 9, questions + "  told: {");
    text.replace(text.find("{told: {at_least: clients}}"), 27, tests + "]}");
    text.replace(text.find("Raise \"told\""), 12, "Change q0");
    const Scratch scratch;
    scratch.write("tool.yaml", text);
    const Outcome outcome = run_program({"lint", "tool.yaml"});
    CHECK(outcome.status == 0);
    CHECK(headlines(outcome.out) ==
          "tool.yaml:45:9: whether the check `told` can be met and can fail was not found out: with 177147 "
          "combinations of "
          "answers, its conditions come to 53321247 tests, too many to search (at most 50000000) [not_searched]");
}

TEST_CASE("of many choices the sets of one, of two and of all are tried") {
    const std::string words = "bell, book, boat, bowl, bone, bean, bark, band, bank, barn, bath, beak";
    const auto lint_with = [&](const std::string& require) {
        std::string text = sound;
        text.replace(text.find("  told: {"), 9,
                     "  has: {ask: \"Has?\", answer: {choices: [" + words + "]}}\n  told: {");
        text.replace(text.find("{told: {at_least: clients}}"), 27, require);
        text.replace(text.find("Raise \"told\""), 12, "Change \"has\"");
        return lint(text);
    };
    std::string all, others;
    std::istringstream list(words);
    for (std::string word; std::getline(list >> std::ws, word, ',');) {
        all += "{has: {includes: " + word + "}}, ";
        if (word != "bell" && word != "book") others += "{not: {has: {includes: " + word + "}}}, ";
    }
    CHECK(lint_with("{all: [" + all + "{told: {at_least: clients}}]}") == "");
    CHECK(lint_with("{all: [" + others +
                    "{has: {includes: bell}}, {has: {includes: book}}, {told: {at_least: clients}}]}") == "");
    CHECK(lint_with("{all: [" + others + all + "{told: {at_least: clients}}]}")
              .ends_with(": the check `told` can never be met, whatever is answered [never_met]"));
    CHECK(lint_with("{any: [" + others + all + "{told: {at_least: clients}}]}").find("never_fails") !=
          std::string::npos);
}

TEST_CASE("mistakes come first, with their kind") {
    const Scratch scratch;
    std::string text = sound;
    text.replace(text.find("paid: yes"), 9, "payd: yes");
    text.replace(text.find("notes: 2"), 8, "notes: 3");
    scratch.write("tool.yaml", text);
    const Outcome outcome = run_program({"lint", "tool.yaml"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out ==
          "tool.yaml:23:16: `payd` is not a question; did you mean `paid`? [unknown_question]\n"
          "          when: {payd: yes}\n"
          "                 ^\n");
}

TEST_CASE("tests of a checklist are no checklist") {
    const Scratch scratch;
    scratch.write("tool.yaml", sound);
    scratch.write("tool.test.yaml", "checklist: tool.yaml\ntests: []\n");
    const std::string refused =
        "this file has tests of a checklist, and `hipaa-check test` runs them; name the checklist";
    const Outcome named = run_program({"lint", "tool.yaml", "tool.test.yaml"});
    CHECK(named.status == 3);
    CHECK(headlines(named.out) == "tool.test.yaml:1:1: " + refused + " [not_a_checklist]");
    CHECK(run_program({"list", "--rules", "tool.test.yaml"}).err.starts_with("tool.test.yaml:1:1: " + refused + "\n"));
    CHECK(run_program({"lint", "."}).status == 0);
}

TEST_CASE("the command line of lint") {
    CHECK(run_program({"lint"}).status == 2);
    CHECK(run_program({"lint", "--help"}).status == 0);
    const Scratch scratch;
    CHECK(run_program({"lint", "missing.yaml"}).status == 3);
    scratch.write("a.yaml", sound);
    scratch.write("b.yaml", sound);
    const Outcome twice = run_program({"lint", "a.yaml", "b.yaml"});
    CHECK(twice.status == 1);
    CHECK(twice.out == "a.yaml:1:1: another file that is linted has the id of this checklist [replaced]\n");
}

}  // namespace
}  // namespace hipaa::testing
