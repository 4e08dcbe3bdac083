// `hipaa-check diff`: what changed between two reports, and why.
#include <doctest/doctest.h>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/program.hpp"

using namespace hipaa::testing;

namespace {

using Words = std::vector<std::string>;

/// Its first check is met by `lock`, and in a stricter version by the level, too.
std::string desk(std::string_view version, std::string_view lock, std::string_view note = "lock") {
    return fmt::format(R"yaml(checklist: 1
id: desk
name: The desk
title: Your part in using the desk
version: {}
about: products.desk
questions:
  locked: {{ask: "Is it locked?", answer: yes_no}}
  level: {{ask: "How safe is the lock?", answer: {{choice: [low, high]}}}}
  looked_on: {{ask: "When did you look last?", answer: date}}
contradictions:
  - {{id: low-and-locked, if: {{locked: no, level: high}}, message: A lock that is open is not safe., affects: [look]}}
notes:
  - id: {}
    number: 1
    title: Lock the desk
    why: Papers lie in it.
    basis: recommendation
    checks:
      - {{id: locked, require: {}, message: The desk is open., fix: Lock it.}}
  - id: look
    number: 2
    title: Look at the desk
    why: Locks break.
    basis: vendor_condition
    checks:
      - {{id: looked, require: {{looked_on: {{within_days: 30}}}}, message: Nobody has looked., fix: Look at it., waivable: yes}}
)yaml",
                       version, note, lock);
}

const std::string mild = desk("2026-01-01", "{locked: yes}");
const std::string strict = desk("2026-02-01", "{locked: yes, level: high}");

std::string practice(std::string_view answers, std::string_view decisions = "") {
    return fmt::format("confirmed_on: 2026-01-05\npractice: {{name: Elm}}\nproducts:\n  desk: {}\n{}", answers,
                       decisions);
}

const std::string good = "{locked: yes, level: low, looked_on: 2026-01-01}";

std::string as_json(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return buffer.GetString();
}

/// The changes of `diff -f json`, a line each: `id from to direction causes`, and `key: old new` of each answer.
std::string rows(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(!document.HasParseError());
    CHECK(std::string(document["format"].GetString()) == "hipaa-check/diff/1");
    std::string text;
    for (const auto& change : document["changes"].GetArray()) {
        text += fmt::format("{} {} {} {}", change["id"].GetString(), as_json(change["from"]), as_json(change["to"]),
                            change["direction"].GetString());
        for (const auto& cause : change["causes"].GetArray()) text += fmt::format(" {}", cause.GetString());
        if (!change["proven"].GetBool()) text += " ?";
        text += '\n';
        for (const auto& answer : change["answers"].GetArray())
            text += fmt::format("  {}: {}{} {}{}\n", answer["key"].GetString(), as_json(answer["old"]),
                                answer.HasMember("old_assumed") ? " assumed" : "", as_json(answer["new"]),
                                answer.HasMember("new_assumed") ? " assumed" : "");
    }
    for (const auto& found : document["practices"].GetArray())
        text += fmt::format("{} is {}\n", found["file"].GetString(), found["state"].GetString());
    return text;
}

/// Two reports of one practice, written to `old.json` and `new.json`.
class Two {
public:
    struct Time {
        std::string checklist;
        std::string practice;
        std::string as_of = "2026-01-10";
    };

    Two(const Time& old, const Time& now) {
        write("old", old);
        write("new", now);
    }

    Outcome diff(const Words& more = {}) const {
        Words arguments{"diff", "old.json", "new.json", "--rules", "old-rules.yaml", "--rules", "new-rules.yaml"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_program(arguments);
    }
    /// The rows, and the exit status.
    std::string told() const {
        const Outcome outcome = diff({"-f", "json"});
        CHECK(outcome.err == "");
        return rows(outcome.out) + fmt::format("status {}\n", outcome.status);
    }

private:
    void write(const std::string& name, const Time& time) const {
        scratch_.write(name + "-rules.yaml", time.checklist);
        scratch_.write("practice.yaml", time.practice);
        scratch_.write(
            name + ".json",
            run_program({"-f", "json", "--rules", name + "-rules.yaml", "--as-of", time.as_of, "practice.yaml"}).out);
    }

    Scratch scratch_;
};

}  // namespace

TEST_CASE("a report that is compared with itself has no changes") {
    const Two same({mild, practice(good)}, {mild, practice(good)});
    CHECK(same.told() == "status 0\n");
    CHECK(same.diff().out == R"(What changed
============
From 2026-01-10 (`old.json`) to 2026-01-10 (`new.json`).
Nothing changed.

As reported; nothing was verified. This is not legal advice.
)");
}

TEST_CASE("where nothing can be compared, it says so, with the status of a check in which nothing was checked") {
    const Scratch scratch;
    scratch.write("old/notes.txt", "");
    scratch.write("new/notes.txt", "");
    const Outcome empty = run_program({"diff", "old", "new", "--as-of", "2026-01-10"});
    CHECK(empty.status == 5);
    CHECK(empty.out == R"(What changed
============
From 2026-01-10 (`old`) to 2026-01-10 (`new`).
There was no practice to compare.

As reported; nothing was verified. This is not legal advice.
)");
    scratch.write("old/a.yaml", "products: {}\n");
    scratch.write("new/a.yaml", "products: {}\n");
    const Outcome unchecked = run_program({"diff", "old", "new", "--as-of", "2026-01-10"});
    CHECK(unchecked.status == 5);
    CHECK(unchecked.out.find("\nNothing was compared: no checklist applies.\n") != std::string::npos);
    scratch.write("old/b.yaml", "products: {spruce: {in_use: no}}\n");
    scratch.write("new/b.yaml", "products: {spruce: {in_use: no}}\n");
    const Outcome same = run_program({"diff", "old", "new", "--as-of", "2026-01-10"});
    CHECK(same.status == 0);
    CHECK(same.out.find("\nNothing changed.\n") != std::string::npos);
}

TEST_CASE("an answer is the cause where the engine says the new result with it and the old one without it") {
    const Two two({mild, practice(good)}, {mild, practice("{locked: no, level: low, looked_on: 2026-01-02}")});
    CHECK(two.told() ==
          "desk/lock/locked \"pass\" \"fail\" opened answers\n"
          "  products.desk.locked: true false\n"
          "status 1\n");
    CHECK(run_program({"diff", "new.json", "old.json", "--rules", "old-rules.yaml"}).status == 0);
    CHECK(rows(run_program({"diff", "new.json", "old.json", "--rules", "old-rules.yaml", "-f", "json"}).out) ==
          "desk/lock/locked \"fail\" \"pass\" closed answers\n"
          "  products.desk.locked: false true\n");
    CHECK(two.diff().out == R"(What changed
============
From 2026-01-10 (`old.json`) to 2026-01-10 (`new.json`).
1 point opened.

--- Opened ---------------------------------------------------------------------
  - The desk, note 1: Lock the desk
    Was "In place, as reported", is "Recommended change" now
    (`desk/lock/locked`).
    Because an answer changed: `locked` was yes and is no now.
    What to do: Lock it.

As reported; nothing was verified. This is not legal advice.
)");
    CHECK(two.diff({"--fail-on", "law"}).status == 0);
}

TEST_CASE("a decision is the cause of what it accepts") {
    const std::string open = "{locked: yes, level: low, looked_on: 2025-11-01}";
    const std::string decisions =
        "decisions:\n  - {accepts: desk/look/looked, because: The smith comes., by: owner, decided_on: 2026-01-09, "
        "review_by: 2026-03-01}\n";
    const Two two({mild, practice(open)}, {mild, practice(open, decisions)});
    CHECK(two.told() == "desk/look/looked \"fail\" \"accepted\" closed decisions\nstatus 0\n");
    // In March the decision lapses.
    const Two later({mild, practice(open, decisions)}, {mild, practice(open, decisions), "2026-03-02"});
    CHECK(later.told() == "desk/look/looked \"accepted\" \"fail\" opened time\nstatus 1\n");
}

TEST_CASE("what a stricter checklist opened is told apart and does not count") {
    const Two two({mild, practice(good)}, {strict, practice(good)});
    CHECK(two.told() == "desk/lock/locked \"pass\" \"fail\" opened checklist\nstatus 0\n");
    const std::string told = two.diff().out;
    CHECK(told.find("Different because a checklist changed, not the practice") != std::string::npos);
    CHECK(told.find("--- Opened") == std::string::npos);
    // Without the older checklist its digest says that it was another one.
    const Words without{"diff", "old.json", "new.json", "-f", "json", "--rules", "new-rules.yaml"};
    CHECK(rows(run_program(without).out) == "desk/lock/locked \"pass\" \"fail\" opened checklist\n");
    CHECK(rows(run_program({"diff", "old.json", "new.json", "-f", "json"}).out) ==
          "desk/lock/locked \"pass\" \"fail\" opened checklist\n");
}

TEST_CASE("without the checklist nothing is proven, and the answers that differ are told") {
    const Two two({mild, practice(good)}, {mild, practice("{locked: no, level: high, looked_on: 2026-01-01}")});
    const std::string needs_rules =
        "the cause of what differs in the checklist desk is not proven, because it is not known here as the reports "
        "had "
        "it; give it with --rules, in both versions if it was changed";
    const Outcome json = run_program({"diff", "old.json", "new.json", "-f", "json"});
    CHECK(json.err == "hipaa-check: " + needs_rules + "\n");
    CHECK(rows(json.out) ==
          "desk/low-and-locked \"not_applicable\" \"unknown\" opened answers ?\n"
          "  products.desk.level: \"low\" \"high\"\n"
          "  products.desk.locked: true false\n"
          "desk/lock/locked \"pass\" \"fail\" opened answers ?\n"
          "  products.desk.locked: true false\n"
          "desk/look/looked \"pass\" \"unknown\" opened answers ?\n"
          "  products.desk.level: \"low\" \"high\"\n"
          "  products.desk.locked: true false\n");
    const Outcome text = run_program({"diff", "old.json", "new.json"});
    CHECK(text.err == "hipaa-check: " + needs_rules + "\n");
    CHECK(text.out.find(R"(    Perhaps because an answer changed: `locked` was yes and is no now.
    What to do: Lock it.
)") != std::string::npos);
    CHECK(text.out.ends_with(R"(
The cause of what differs in the checklist desk is not proven, because it is not
known here as the reports had it; give it with --rules, in both versions if it
was changed.
As reported; nothing was verified. This is not legal advice.
)"));
    const Outcome timeline = run_program({"diff", "old.json", "new.json", "new.json"});
    CHECK(timeline.err == "hipaa-check: " + needs_rules + "\n");
    CHECK(timeline.out.find("The cause of what differs in the checklist desk is not") != std::string::npos);
    CHECK(two.diff().err == "");
}

TEST_CASE("where neither version of a checklist is at hand, nothing is ruled out") {
    const Two two({mild, practice(good)}, {strict, practice("{locked: no, level: low, looked_on: 2026-01-01}")});
    const Outcome outcome = run_program({"diff", "old.json", "new.json", "-f", "json"});
    CHECK(rows(outcome.out) ==
          "desk/lock/locked \"pass\" \"fail\" opened answers checklist ?\n"
          "  products.desk.locked: true false\n");
    CHECK(outcome.status == 1);
    CHECK(run_program({"diff", "old.json", "new.json"})
              .out.find("    Perhaps because an answer changed: `locked` was yes and is no now.\n"
                        "    And perhaps because the checklist changed.\n") != std::string::npos);
}

TEST_CASE("another limit on the age of answers is not told as time that passed") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    scratch.write("practice.yaml", practice(good));
    const auto report = [&](const std::string& name, const std::string& day) {
        scratch.write(name, run_program({"-f", "json", "--rules", "rules.yaml", "--as-of", day, "practice.yaml"}).out);
    };
    report("old.json", "2026-01-10");
    const auto diff = [](const std::string& day, const std::string& max_age, const std::string& format) {
        return run_program({"diff", "old.json", "practice.yaml", "--rules", "rules.yaml", "--as-of", day, "--max-age",
                            max_age, "-f", format})
            .out;
    };
    CHECK(rows(diff("2026-01-10", "3", "json")) ==
          "desk/lock/locked \"pass\" \"unknown\" opened time\n"
          "desk/look/looked \"pass\" \"unknown\" opened time\n");
    const auto first_limit = [](const std::string& json) {
        rapidjson::Document document;
        document.Parse(json.c_str());
        const auto& change = document["changes"][0];
        return change.HasMember("max_age") ? as_json(change["max_age"]) : "";
    };
    CHECK(first_limit(diff("2026-01-10", "3", "json")) == R"({"old":365,"new":3})");
    CHECK(
        diff("2026-01-10", "3", "markdown")
            .find("Because the limit on the age of answers changed from 365 days to 3 days (--max-age): these answers "
                  "are 5 days old") != std::string::npos);
    // Ten days later they are too old by the new limit alone: the day makes no difference.
    CHECK(diff("2026-01-20", "3", "markdown").find("Because the limit on the age of answers changed from") !=
          std::string::npos);
    // It takes both: on the first day the answers are five days old.
    CHECK(diff("2026-01-20", "10", "markdown")
              .find("Because time passed, and because the limit on the age of answers changed from 365 days to 10 days "
                    "(--max-age): these answers are 15 days old") != std::string::npos);
    // It takes the day alone, whatever the limit is.
    CHECK(first_limit(diff("2027-02-10", "300", "json")) == "");
    CHECK(diff("2027-02-10", "300", "markdown").find("Because time passed: these answers are 401 days old") !=
          std::string::npos);
    CHECK(diff("2026-01-10", "0", "markdown").find("Nothing changed.") != std::string::npos);
}

TEST_CASE("only the checklists that are selected are compared") {
    const Scratch scratch;
    const auto with_spruce = [](std::string_view desk) {
        return fmt::format("confirmed_on: 2026-01-05\nproducts:\n  spruce: {{plan: {{tier: free}}}}\n  desk: {}\n",
                           desk);
    };
    scratch.write("rules.yaml", mild);
    scratch.write("old.yaml", with_spruce("{locked: no, level: low, looked_on: 2026-01-01}"));
    scratch.write("new.yaml", with_spruce(good));
    const Words options{"--rules", "rules.yaml", "--as-of", "2026-01-10"};
    const auto run = [&](Words words) {
        words.insert(words.end(), options.begin(), options.end());
        return run_program(words);
    };
    scratch.write("old.json", run({"-f", "json", "old.yaml"}).out);
    scratch.write("new.json", run({"-f", "json", "new.yaml"}).out);
    const std::string desk_only =
        "desk/lock/locked \"fail\" \"pass\" closed answers\n  products.desk.locked: false true\n";
    for (const std::string now : {"new.yaml", "new.json"}) {
        const Outcome outcome = run({"diff", "old.json", now, "--checklist", "desk", "-f", "json"});
        CHECK(rows(outcome.out) == desk_only);
        CHECK(outcome.status == 0);
    }
    CHECK(rows(run({"diff", "old.json", "new.json", "--checklist", "zoom", "-f", "json"}).out) == "");
}

TEST_CASE("time is the cause of what got old") {
    const Two two({mild, practice(good)}, {mild, practice(good), "2026-02-10"});
    CHECK(two.told() == "desk/look/looked \"pass\" \"fail\" opened time\nstatus 1\n");
    const Two stale({mild, practice(good)}, {mild, practice(good), "2027-02-10"});
    CHECK(stale.told() ==
          "desk/lock/locked \"pass\" \"unknown\" opened time\n"
          "desk/look/looked \"pass\" \"fail\" opened time\nstatus 1\n");
    CHECK(stale.diff().out.find("Because time passed: these answers are 401 days old") != std::string::npos);
}

TEST_CASE("where it takes two, both are named") {
    // On January 10 both days are recent enough, and on January 25 the first one is.
    const Two two({mild, practice(good)},
                  {mild, practice("{locked: yes, level: low, looked_on: 2025-12-20}"), "2026-01-25"});
    CHECK(two.told() ==
          "desk/look/looked \"pass\" \"fail\" opened answers time\n"
          "  products.desk.looked_on: \"2026-01-01\" \"2025-12-20\"\nstatus 1\n");
    // The stricter checklist alone would be content with a high level, the milder one with a low level.
    const std::string high = "{locked: yes, level: high, looked_on: 2026-01-01}";
    const Two other({mild, practice(high)}, {strict, practice(good)});
    CHECK(other.told() ==
          "desk/lock/locked \"pass\" \"fail\" opened answers checklist\n"
          "  products.desk.level: \"high\" \"low\"\nstatus 1\n");
}

TEST_CASE("a contradiction that came is a change of its own") {
    const Two two({mild, practice(good)}, {mild, practice("{locked: no, level: high, looked_on: 2026-01-01}")});
    CHECK(two.told() ==
          "desk/low-and-locked \"not_applicable\" \"unknown\" opened answers\n"
          "  products.desk.level: \"low\" \"high\"\n"
          "  products.desk.locked: true false\n"
          "desk/lock/locked \"pass\" \"fail\" opened answers\n"
          "  products.desk.locked: true false\n"
          "desk/look/looked \"pass\" \"unknown\" opened answers\n"
          "  products.desk.level: \"low\" \"high\"\n"
          "  products.desk.locked: true false\n"
          "status 1\n");
}

TEST_CASE("a note that is renamed stays the same") {
    std::string renamed = desk("2026-03-01", "{locked: yes}", "lock-it");
    renamed.insert(renamed.find("    number: 1\n"), "    formerly: [lock]\n");
    const Two two({mild, practice(good)}, {renamed, practice(good)});
    CHECK(two.told() == "status 0\n");
    const Two opened({mild, practice(good)}, {renamed, practice("{locked: no, level: low, looked_on: 2026-01-01}")});
    CHECK(opened.told() ==
          "desk/lock-it/locked \"pass\" \"fail\" opened answers\n"
          "  products.desk.locked: true false\nstatus 1\n");
}

TEST_CASE("an answer that had another name is told with its old value") {
    const auto acme = [](std::string_view plan, std::string_view key, std::string_view people, std::string_view field) {
        return fmt::format(R"yaml(checklist: 1
id: acme
name: Acme
title: T
about: products.acme
questions:
  {0}: {{ask: "Which plan?", {1}}}
  people: {{ask: "Who?", answer: {{list: {{{3}: {{ask: "All right?", answer: yes_no{2}}}}}}}}}
notes:
  - {{id: n, number: 1, title: Plan, why: W., basis: recommendation, checks: [
      {{id: a, require: {{{0}: team}}, message: M., fix: F.}},
      {{id: b, require: {{people: {{each: {{{3}: yes}}}}}}, message: M., fix: F.}}]}}
)yaml",
                           key, plan, people, field);
    };
    const std::string old = acme("answer: {choice: [single, team]}", "tier", "", "fine");
    const std::string now = acme("answer: {choice: [solo, team]}, formerly: [tier, {solo: [single]}]", "plan.kind",
                                 ", formerly: [fine]", "ok");
    const Two two({old, "confirmed_on: 2026-01-05\nproducts: {acme: {tier: team, people: [{fine: yes}]}}\n"},
                  {now, "confirmed_on: 2026-01-05\nproducts: {acme: {plan: {kind: solo}, people: [{ok: no}]}}\n"});
    const Words words{"diff", "old.json", "new.json", "--rules", "new-rules.yaml", "-f", "json"};
    const Words with_both{"diff",    "old.json",       "new.json", "--rules", "old-rules.yaml",
                          "--rules", "new-rules.yaml", "-f",       "json"};
    const auto expected = [](std::string_view proof) {
        return fmt::format(
            "acme/n/a \"pass\" \"fail\" opened answers{0}\n"
            "  products.acme.plan.kind: \"team\" \"solo\"\n"
            "acme/n/b \"pass\" \"fail\" opened answers{0}\n"
            "  products.acme.people: [{{\"ok\":true}}] [{{\"ok\":false}}]\n",
            proof);
    };
    CHECK(rows(run_program(words).out) == expected(" ?"));
    CHECK(rows(run_program(with_both).out) == expected(""));
    // The other way round, and with words of earlier versions.
    const Two back({old, "confirmed_on: 2026-01-05\nproducts: {acme: {tier: single, people: [{fine: yes}]}}\n"},
                   {now, "confirmed_on: 2026-01-05\nproducts: {acme: {plan: {kind: team}, people: [{ok: yes}]}}\n"});
    CHECK(rows(run_program(words).out) ==
          "acme/n/a \"fail\" \"pass\" closed answers ?\n"
          "  products.acme.plan.kind: \"solo\" \"team\"\n");
    CHECK(rows(run_program(with_both).out) ==
          "acme/n/a \"fail\" \"pass\" closed answers\n"
          "  products.acme.plan.kind: \"solo\" \"team\"\n");
    const Two same({old, "confirmed_on: 2026-01-05\nproducts: {acme: {tier: single, people: [{fine: yes}]}}\n"},
                   {now, "confirmed_on: 2026-01-05\nproducts: {acme: {plan: {kind: solo}, people: [{ok: yes}]}}\n"});
    CHECK(rows(run_program(words).out) == "");
}

TEST_CASE("a checklist that is new is the cause of all that it opens") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    scratch.write("practice.yaml", practice("{}"));
    const Words check{"-f", "json", "--as-of", "2026-01-10", "practice.yaml"};
    scratch.write("old.json", run_program(check).out);
    scratch.write("new.json",
                  run_program({"--rules", "rules.yaml", "-f", "json", "--as-of", "2026-01-10", "practice.yaml"}).out);
    const Outcome outcome = run_program({"diff", "old.json", "new.json", "--rules", "rules.yaml", "-f", "json"});
    const std::string told = rows(outcome.out);
    CHECK(
        told.starts_with("desk/lock/locked null \"unknown\" opened checklist\n"
                         "desk/look/looked null \"unknown\" opened checklist\n"
                         "any-product@desk/"));
    CHECK(told.find("answers") == std::string::npos);
    CHECK(outcome.status == 0);
}

TEST_CASE("an answer that became unknown is not taken for the default") {
    const std::string defaults = R"yaml(checklist: 1
id: desk
name: The desk
title: Your part in using the desk
version: 2026-01-01
about: products.desk
questions:
  owned: {ask: "Is it yours?", answer: yes_no, default: yes}
notes:
  - id: lock
    number: 1
    title: Lock the desk
    why: Papers lie in it.
    basis: recommendation
    checks:
      - {id: owned, require: {owned: yes}, message: It is not yours., fix: Buy it.}
)yaml";
    const auto told = [&](std::string_view old, std::string_view now) {
        return Two({defaults, practice(old)}, {defaults, practice(now)}).told();
    };
    CHECK(told("{}", "{owned: unknown}") ==
          "desk/lock/owned \"pass\" \"unknown\" opened answers\n"
          "  products.desk.owned: true assumed null\n"
          "status 4\n");
    CHECK(told("{owned: no}", "{owned: unknown}") ==
          "desk/lock/owned \"fail\" \"unknown\" better answers\n"
          "  products.desk.owned: false null\n"
          "status 0\n");
    CHECK(told("{owned: unknown}", "{}") ==
          "desk/lock/owned \"unknown\" \"pass\" closed answers\n"
          "  products.desk.owned: null true assumed\n"
          "status 0\n");
    CHECK(told("{owned: no}", "{}") ==
          "desk/lock/owned \"fail\" \"pass\" closed answers\n"
          "  products.desk.owned: false true assumed\n"
          "status 0\n");
    CHECK(told("{}", "{owned: no}") ==
          "desk/lock/owned \"pass\" \"fail\" opened answers\n"
          "  products.desk.owned: true assumed false\n"
          "status 1\n");
    const auto because = [&](std::string_view old, std::string_view now, std::string_view reason) {
        const Two two({defaults, practice(old)}, {defaults, practice(now)});
        CHECK(has(two.diff({"-f", "markdown"}).out, reason));
    };
    because("{}", "{owned: unknown}",
            "Because an answer changed: `owned` is in the file now, without an answer; it was assumed to be yes.");
    because("{owned: unknown}", "{}",
            "Because an answer changed: `owned` is assumed to be yes, as the file does not say; it was not answered.");
    because("{owned: no}", "{}",
            "Because an answer changed: `owned` is assumed to be yes, as the file does not say; it was no.");
    because("{}", "{owned: no}",
            "Because an answer changed: `owned` is no now; it was assumed to be yes, as the file did not say.");
    because("{owned: no}", "{owned: unknown}",
            "Because an answer changed: `owned` is not answered anymore; it was no.");
    because("{owned: unknown}", "{owned: no}", "Because an answer changed: `owned` is no now; it was not answered.");
}

TEST_CASE("the items of a list are told in words") {
    const std::string lists = R"yaml(checklist: 1
id: desk
name: The desk
title: Your part in using the desk
version: 2026-01-01
about: products.desk
questions:
  keys:
    ask: "Who has a key?"
    answer:
      list:
        who: {ask: "Who?", answer: text}
        back: {ask: "Is it back?", answer: yes_no}
        rooms: {ask: "For which rooms?", answer: {choices: [hall, attic]}}
notes:
  - id: keys
    number: 1
    title: Keep the keys
    why: They open the desk.
    basis: recommendation
    checks:
      - {id: back, require: {keys: {each: {back: yes}}}, message: A key is not back., fix: Ask for it.}
)yaml";
    const Two two({lists, practice("{keys: [{who: 'Ann, \"the boss\"', back: yes, rooms: [hall, attic]}]}")},
                  {lists, practice("{keys: [{who: true, back: no, rooms: []}, {who: Bob}]}")});
    CHECK(has(two.diff({"-f", "markdown"}).out,
              "`keys` was {who: Ann, \"the boss\", back: yes, rooms: hall, attic} and is {who: true, back: no, rooms: "
              "none}, {who: Bob, back: not answered, rooms: not answered} now."));
}

TEST_CASE("a product may be called like a word of YAML") {
    const auto of_null = [](std::string_view locked) {
        return fmt::format(
            "confirmed_on: 2026-01-05\nproducts: {{\"null\": {{client_information: no}}, desk: {{locked: {}, "
            "level: low, looked_on: 2026-01-01}}}}\n",
            locked);
    };
    const Two two({mild, of_null("yes")}, {mild, of_null("no")});
    CHECK(two.told() ==
          "desk/lock/locked \"pass\" \"fail\" opened answers\n"
          "  products.desk.locked: true false\nstatus 1\n");
}

TEST_CASE("what a checklist that extends another makes of it is told as the checklist's doing") {
    const std::string extension = R"yaml(checklist: 1
id: our-desk
extends: desk
title: Our desk
version: 2026-01-08
basis: {lock/locked: vendor_condition}
questions:
  clean: {ask: "Is it clean?", answer: yes_no}
notes:
  - id: clean
    number: 3
    title: Clean the desk
    why: Papers get dirty.
    basis: recommendation
    checks:
      - {id: clean, require: {clean: yes}, message: The desk is dirty., fix: Clean it.}
)yaml";
    std::string longer = extension;
    longer.replace(longer.find("{clean: yes}"), 12, "{clean: yes, level: high}");
    const std::string decided = practice("{locked: no, level: low, looked_on: 2026-01-01}",
                                         "decisions:\n  - {accepts: desk/lock/locked, because: The house is safe., by: "
                                         "owner, decided_on: 2026-01-06, review_by: 2026-12-01}\n");
    const Scratch scratch;
    scratch.write("desk.yaml", mild);
    scratch.write("ours.yaml", extension);
    scratch.write("later/ours.yaml", longer);
    const auto report = [&](const std::string& name, const std::string& practice, const std::string& as_of,
                            const Words& rules) {
        scratch.write("practice.yaml", practice);
        Words words{"-f", "json", "--as-of", as_of, "practice.yaml"};
        for (const std::string& file : rules) words.insert(words.end(), {"--rules", file});
        scratch.write(name, run_program(words).out);
    };
    const auto told = [&](const Words& rules) {
        Words words{"diff", "old.json", "new.json", "-f", "json"};
        for (const std::string& file : rules) words.insert(words.end(), {"--rules", file});
        const Outcome outcome = run_program(words);
        return outcome.err + rows(outcome.out) + fmt::format("status {}\n", outcome.status);
    };
    report("old.json", decided, "2026-01-10", {"desk.yaml"});
    report("new.json", decided, "2026-01-11", {"desk.yaml", "ours.yaml"});
    CHECK(told({"desk.yaml", "ours.yaml"}) ==
          "our-desk/lock/locked \"accepted\" \"fail\" opened checklist\n"
          "our-desk/clean/clean null \"unknown\" opened checklist\n"
          "status 0\n");
    const std::string clean = practice("{locked: yes, level: low, looked_on: 2026-01-01, clean: yes}");
    report("old.json", clean, "2026-01-10", {"desk.yaml", "ours.yaml"});
    report("new.json", clean, "2026-01-11", {"desk.yaml", "later/ours.yaml"});
    for (const Words& rules :
         {Words{"desk.yaml", "later/ours.yaml"}, Words{"desk.yaml", "ours.yaml", "later/ours.yaml"}})
        CHECK(told(rules) == "our-desk/clean/clean \"pass\" \"fail\" opened checklist\nstatus 0\n");
    // Both versions prove what an answer did.
    const std::string dirty = practice("{locked: yes, level: low, looked_on: 2026-01-01, clean: no}");
    report("new.json", dirty, "2026-01-11", {"desk.yaml", "ours.yaml"});
    CHECK(told({"desk.yaml", "ours.yaml", "later/ours.yaml"}) ==
          "our-desk/clean/clean \"pass\" \"fail\" opened answers\n"
          "  products.desk.clean: true false\nstatus 1\n");
    // Without what extended it, the desk is the same desk.
    report("new.json", practice(good), "2026-01-11", {"desk.yaml"});
    CHECK(has(told({"desk.yaml"}), "desk/clean/clean \"pass\" null same checklist\nstatus 0\n"));
    CHECK_FALSE(has(told({"desk.yaml"}), "desk/lock/locked"));
    // What was told of the desk before.
    report("old.json", practice(good), "2026-01-10", {"desk.yaml"});
    report("new.json", decided, "2026-01-10", {"desk.yaml", "ours.yaml"});
    CHECK(told({"desk.yaml", "ours.yaml"}) ==
          "our-desk/lock/locked \"pass\" \"fail\" opened answers\n"
          "  products.desk.locked: true false\n"
          "our-desk/clean/clean null \"unknown\" opened checklist\n"
          "status 1\n");
}

TEST_CASE("a product that is new in the file is an answer") {
    const Two two({mild, "confirmed_on: 2026-01-05\nproducts: {spruce: {in_use: no}}\n"},
                  {mild, "confirmed_on: 2026-01-05\nproducts: {spruce: {in_use: no}, desk: {}}\n"});
    CHECK(two.told() ==
          "desk/lock/locked null \"unknown\" opened answers\n"
          "  products.desk: null {}\n"
          "desk/look/looked null \"unknown\" opened answers\n"
          "  products.desk: null {}\nstatus 4\n");
}

TEST_CASE("practices are matched by their paths below the common directory, then by their names") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    const auto named = [](std::string_view name, std::string_view answers) {
        return fmt::format("confirmed_on: 2026-01-05\npractice: {{name: {}}}\nproducts: {{desk: {}}}\n", name, answers);
    };
    const std::string bad = "{locked: no, level: low, looked_on: 2026-01-01}";
    scratch.write("a/elm.yaml", named("Elm", good));
    scratch.write("a/oak.yaml", named("Oak", good));
    scratch.write("a/ash.yaml", named("Ash", good));
    scratch.write("b/x/elm.yaml", named("Elm", bad));     // its path below the common directory is the same
    scratch.write("b/x/y/oaks.yaml", named("Oak", bad));  // it moved
    scratch.write("b/x/fir.yaml", named("Fir", bad));     // it is new
    scratch.write("b/x/yew.yaml", "prodcuts: {}\n");      // it has a mistake
    const auto report = [&](const std::string& format, const std::string& directory) {
        return run_program({"-f", format, "--rules", "rules.yaml", "--as-of", "2026-01-10", directory}).out;
    };
    scratch.write("old.jsonl", report("jsonl", "a"));
    scratch.write("new.json", report("json", "b"));
    const std::string expected =
        "desk/lock/locked \"pass\" \"fail\" opened answers\n"
        "  products.desk.locked: true false\n"
        "desk/lock/locked \"pass\" \"fail\" opened answers\n"
        "  products.desk.locked: true false\n"
        "b/x/fir.yaml is new\n"
        "b/x/yew.yaml is error\n"
        "a/ash.yaml is gone\n";
    const Outcome outcome = run_program({"diff", "old.jsonl", "new.json", "--rules", "rules.yaml", "-f", "json"});
    CHECK(rows(outcome.out) == expected);
    CHECK(outcome.status == 3);
    // The same of the directories themselves, which are checked now.
    const Outcome files =
        run_program({"diff", "a", "b", "--rules", "rules.yaml", "--as-of", "2026-01-10", "-f", "json", "--jobs", "1"});
    CHECK(rows(files.out) == expected);
    CHECK(files.err.starts_with("b/x/yew.yaml:1:1: `prodcuts`"));
    std::filesystem::remove("b/x/yew.yaml");
    CHECK(run_program({"diff", "a", "b", "--rules", "rules.yaml", "--as-of", "2026-01-10"}).status == 1);
    std::filesystem::remove_all("b");
    scratch.write("b/elm.yaml", named("Elm", good));
    scratch.write("b/oak.yaml", named("Oak", good));
    const Outcome gone =
        run_program({"diff", "a", "b", "--rules", "rules.yaml", "--as-of", "2026-01-10", "-f", "json"});
    CHECK(rows(gone.out) == "a/ash.yaml is gone\n");
    CHECK(gone.status == 5);
}

TEST_CASE("shards are compared as the whole that they are") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    for (const char* const name : {"a", "b", "c", "d", "e"})
        scratch.write(fmt::format("p/{}.yaml", name), practice(good));
    const auto run = [&](const Words& more) {
        Words arguments{"-f", "jsonl", "--rules", "rules.yaml", "--as-of", "2026-01-10", "p"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_program(arguments).out;
    };
    scratch.write("whole.jsonl", run({}));
    scratch.write("shards/1.jsonl", run({"--shard", "1/2"}));
    scratch.write("shards/2.jsonl", run({"--shard", "2/2"}));
    scratch.write("both.jsonl", run({"--shard", "1/2"}) + run({"--shard", "2/2"}));
    const auto diff = [](const std::string& old) {
        return run_program({"diff", old, "whole.jsonl", "--rules", "rules.yaml", "-f", "json"});
    };
    for (const char* const old : {"shards", "both.jsonl"}) {
        CHECK(rows(diff(old).out) == "");
        CHECK(diff(old).status == 0);
    }
    CHECK(diff("shards/2.jsonl").err ==
          "shards/2.jsonl:1:1: of 2 shards these are missing: 1; give all shards of the run\n"
          "hipaa-check: nothing was compared, because of these mistakes\n");
    CHECK(diff("shards/2.jsonl").status == 3);
}

TEST_CASE("what is no whole report is refused") {
    const Scratch scratch;
    scratch.write("practice.yaml", "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    const std::string json = run_program({"-f", "json", "practice.yaml"}).out;
    const std::string lines = run_program({"-f", "jsonl", "practice.yaml"}).out;
    const auto refusal = [&](const std::string& text, const std::string& name = "old.json") {
        scratch.write(name, text);
        const Outcome outcome = run_program({"diff", name, "practice.yaml"});
        CHECK(outcome.status == 3);
        CHECK(outcome.out == "");
        const std::string end = "hipaa-check: nothing was compared, because of these mistakes\n";
        CHECK(outcome.err.ends_with(end));
        return outcome.err.substr(0, outcome.err.size() - end.size());
    };
    const std::string cut = "the report was cut off, or its run was stopped; write it again\n";
    CHECK(refusal("") ==
          "old.json:1:1: the report is empty: its run was stopped, or could not begin; write it again\n");
    for (const std::size_t length : {json.size() - 3, json.size() / 2})
        CHECK(refusal(json.substr(0, length)) == "old.json:1:1: " + cut);
    CHECK(refusal(lines.substr(0, lines.find('\n') + 1)) == "old.json:2:1: " + cut);
    std::string other = json;
    other.replace(other.find("report/1"), 8, "report/2");
    CHECK(refusal(other) ==
          "old.json:1:1: this is `hipaa-check/report/2`, and this version of hipaa-check reads hipaa-check/report/1; "
          "check "
          "again with this version what it was written from\n");
    CHECK(refusal("{\"a\": 1}\n") ==
          "old.json:1:1: it has no `format` as this version of hipaa-check writes it; run that part "
          "again with this version\n");
    CHECK(refusal("{]") ==
          "old.json:1:1: this is no JSON report of hipaa-check; give what `-f json` or `-f jsonl` wrote\n");
    CHECK(refusal(lines + lines) ==
          "old.json:1:1: these are reports of several runs; give one report, or all shards of one run\n");
    for (const std::string file : {"gone.json", "gone"}) {
        const Outcome outcome = run_program({"diff", file, "practice.yaml"});
        CHECK(outcome.status == 3);
        CHECK(outcome.out == "");
        CHECK(
            outcome.err ==
            file +
                ":1:1: cannot be read: No such file or directory\nhipaa-check: nothing was compared, because of these "
                "mistakes\n");
    }
}

TEST_CASE("the command line of diff says what is missing") {
    CHECK(run_program({"diff", "a.json"}).err ==
          "hipaa-check: two reports or practice files are compared; write `hipaa-check diff OLD NEW`\n"
          "Try `hipaa-check diff --help`.\n");
    CHECK(run_program({"diff", "-", "a.json"}).err.find("cannot be standard input") != std::string::npos);
}

TEST_CASE("a practice file can be compared with itself on another day, and with a report") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    scratch.write("practice.yaml", practice(good));
    const Outcome outcome = run_program({"diff", "practice.yaml", "practice.yaml", "--rules", "rules.yaml",
                                         "--old-as-of", "2026-01-10", "--as-of", "2026-02-10", "-f", "json"});
    CHECK(rows(outcome.out) == "desk/look/looked \"pass\" \"fail\" opened time\n");
    CHECK(outcome.status == 1);
}

TEST_CASE("changes are written as Markdown, HTML and JSON, and to files") {
    const Two two({mild, practice(good)}, {mild, practice("{locked: no, level: low, looked_on: 2026-01-01}")});
    CHECK(two.diff({"-o", "c.md", "-o", "c.html", "-o", "c.json", "-o", "text=c", "-f", "markdown"}).out ==
          R"(# What changed

From 2026-01-10 (`old.json`) to 2026-01-10 (`new.json`).

1 point opened.

## Opened

- The desk, note 1: Lock the desk\
  Was "In place, as reported", is "Recommended change" now (`desk/lock/locked`).\
  Because an answer changed: `locked` was yes and is no now.\
  What to do: Lock it.

As reported; nothing was verified. This is not legal advice.
)");
    for (const char* const name : {"c.md", "c.html", "c.json", "c"}) CHECK(std::filesystem::file_size(name) > 100);
    CHECK(two.diff({"-o", "new.json"}).status == 2);
}

TEST_CASE("more than two reports are a timeline") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    const auto report = [&](const std::string& name, const std::string& day, std::string_view answers) {
        scratch.write("practice.yaml", practice(answers));
        scratch.write(name, run_program({"-f", "json", "--rules", "rules.yaml", "--as-of", day, "practice.yaml"}).out);
    };
    report("1.json", "2026-01-10", "{locked: no, level: low, looked_on: 2026-01-01}");
    report("2.json", "2026-01-20", good);
    report("3.json", "2026-02-10", good);
    const Words line{"diff", "1.json", "2.json", "3.json", "--rules", "rules.yaml"};
    const Outcome text = run_program(line);
    CHECK(text.status == 1);  // as of the last step
    CHECK(text.out == R"(From 2026-01-10 to 2026-02-10
=============================
Open points, by what asks for them, and what opened and closed since the report
before.

--- Open over time -------------------------------------------------------------
As of       Open  Law  HHS  Vendor  Advice  Other  Opened  Closed
2026-01-10  1       0    0       0       1      0
2026-01-20  0       0    0       0       0      0       0       1
2026-02-10  1       0    0       1       0      0       1       0

--- From 2026-01-10 to 2026-01-20 ----------------------------------------------
1 is closed.

In order now
  - The desk, note 1: Lock the desk
    Was "Recommended change", is "In place, as reported" now
    (`desk/lock/locked`).
    Because an answer changed: `locked` was no and is yes now.

--- From 2026-01-20 to 2026-02-10 ----------------------------------------------
1 point opened.

Opened
  - The desk, note 2: Look at the desk
    Was "In place, as reported", is "Needs action" now (`desk/look/looked`).
    Because time passed.
    What to do: Look at it.

As reported; nothing was verified. This is not legal advice.
)");
    Words json = line;
    json.insert(json.end(), {"-f", "json", "-o", "t.html", "-o", "t.md"});
    rapidjson::Document document;
    document.Parse(run_program(json).out.c_str());
    REQUIRE(!document.HasParseError());
    CHECK(std::string(document["format"].GetString()) == "hipaa-check/timeline/1");
    CHECK(as_json(document["reports"][2]["open"]) ==
          R"({"law":0,"guidance":0,"vendor_condition":1,"recommendation":0,"others":0})");
    CHECK(document["steps"].Size() == 2);
    CHECK(as_json(document["steps"][1]["changes"][0]["causes"]) == R"(["time"])");
    std::ifstream html("t.html");
    const std::string page((std::istreambuf_iterator<char>(html)), {});
    CHECK(page.find("<desc id=\"timeline-desc\">2026-01-10: 1. 2026-01-20: 0. 2026-02-10: 1. </desc>") !=
          std::string::npos);
    CHECK(page.ends_with("</body>\n</html>\n"));
}

TEST_CASE("a timeline marks reports in which a file had mistakes") {
    const Scratch scratch;
    scratch.write("rules.yaml", mild);
    const auto report = [&](const std::string& name, const std::string& day, const std::string& text) {
        scratch.write("practice.yaml", text);
        scratch.write(name, run_program({"-f", "json", "--rules", "rules.yaml", "--as-of", day, "practice.yaml"}).out);
    };
    report("1.json", "2026-01-10", practice("{locked: no, level: low, looked_on: 2026-01-01}"));
    report("2.json", "2026-01-11", "confirmd_on: 2026-01-05\nproducts: {desk: {}}\n");
    report("3.json", "2026-01-12", practice(good));
    const auto written = [](const std::string& format) {
        return run_program({"diff", "1.json", "2.json", "3.json", "--rules", "rules.yaml", "-f", format}).out;
    };
    CHECK(has(written("text"), R"(
As of       Open  Law  HHS  Vendor  Advice  Other  Opened  Closed
2026-01-10  1       0    0       0       1      0
2026-01-11  0*      0    0       0       0      0       0       0
2026-01-12  0       0    0       0       0      0       0       0
* Not checked, because of mistakes in the file: 1 practice on 2026-01-11.
)"));
    CHECK(has(written("html"), "<desc id=\"timeline-desc\">2026-01-10: 1. 2026-01-11: 0*. 2026-01-12: 0. </desc>"));
    rapidjson::Document document;
    document.Parse(written("json").c_str());
    REQUIRE(!document.HasParseError());
    CHECK(document["reports"][1]["errors"].GetInt() == 1);
    CHECK_FALSE(document["reports"][0].HasMember("errors"));
}

TEST_CASE("what stands in a report cannot steer a terminal or a page") {
    const Two two({mild, practice(good)}, {mild, practice("{locked: no, level: low, looked_on: 2026-01-01}")});
    const auto with = [](const std::string& name) {
        std::ifstream file(name);
        std::string json((std::istreambuf_iterator<char>(file)), {});
        for (const std::string_view title : {"Lock the desk"}) {
            for (std::size_t at = json.find(title); at != std::string::npos; at = json.find(title, at + 1))
                json.replace(at, title.size(), "\\u001b[31m<script>::error::\\n::error::x");
        }
        std::ofstream(name) << json;
    };
    with("old.json");
    with("new.json");
    const std::string text = two.diff().out;
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\n::error::") == std::string::npos);
    CHECK(text.find("<script>") != std::string::npos);
    CHECK(two.diff({"-f", "html"}).out.find("<script>") == std::string::npos);
    CHECK(two.diff({"-f", "markdown"}).out.find("<script>") == std::string::npos);
    CHECK(two.diff({"-f", "json"}).out.find('\x1b') == std::string::npos);
}

TEST_CASE("a product that is gone from the file is not in order because of that") {
    const Two two({mild, practice("{locked: no, level: low, looked_on: 2026-01-01}")},
                  {mild, "confirmed_on: 2026-01-05\nproducts: {spruce: {in_use: no}}\n"});
    const Outcome outcome = two.diff({"--fail-on", "law"});
    CHECK(outcome.status == 5);
    CHECK(outcome.out.find("Not judged anymore: The desk.") != std::string::npos);
    CHECK(outcome.out.find("Open before, and not asked anymore") != std::string::npos);
    CHECK(outcome.out.find("In order now") == std::string::npos);
    const std::string told = rows(two.diff({"-f", "json"}).out);
    CHECK(told.starts_with("spruce/"));
    CHECK(told.find("desk/lock/locked \"fail\" null closed answers\n  products.desk: {} null\n") != std::string::npos);
}

TEST_CASE("an older practice file with mistakes is nothing to compare with") {
    const Scratch scratch;
    scratch.write("old.yaml", "prodcuts: {}\n");
    scratch.write("new.yaml", "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    const Outcome outcome = run_program({"diff", "old.yaml", "new.yaml", "-f", "markdown"});
    CHECK(outcome.status == 3);
    CHECK(has(outcome.out, "1 practice file with mistakes was corrected."));
    CHECK(has(outcome.out,
              "New: its older file has mistakes, so there is nothing to compare it with. 1 point is open in it."));
    scratch.write("new.yaml", "confirmed_on: 2026-11-20\nproducts: {desk: {client_information: no}}\n");
    CHECK(has(run_program({"diff", "old.yaml", "new.yaml", "-f", "markdown"}).out, "Nothing is open in it."));
}

TEST_CASE("practices that have little in common are compared in reasonable time") {
    const std::string json =
        run_program({"diff", "-f", "json", "examples/group-practice.yaml", "examples/small-practice.yaml"}).out;
    CHECK(json.size() < 1'000'000);
    CHECK(rows(json).find("\n  products.zoom: {} null\n") != std::string::npos);
}
