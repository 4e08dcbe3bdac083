// `--baseline`: only what an earlier report did not have open already counts.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

using Words = std::vector<std::string>;

/// A checklist with two checks and, in a stricter version, a third one.
std::string shed(std::string_view more = "") {
    return fmt::format(R"yaml(checklist: 1
id: shed
name: The shed
title: Your part in using the shed
version: 2026-01-01
about: shed
questions:
  locked: {{ask: "Is it locked?", answer: yes_no}}
  lit: {{ask: "Is it lit?", answer: yes_no}}
notes:
  - id: shed
    number: 1
    title: Look after the shed
    why: Papers lie in it.
    basis: vendor_condition
    checks:
      - {{id: locked, require: {{locked: yes}}, message: The shed is open., fix: Lock it.}}
      - {{id: lit, require: {{lit: yes}}, message: The shed is dark., fix: Light it.}}
{})yaml",
                       more);
}

constexpr std::string_view third_check =
    "      - {id: both, require: {locked: yes, lit: yes}, message: Something is wrong., fix: See to it.}\n";

std::string practice(std::string_view locked, std::string_view lit) {
    return fmt::format("confirmed_on: 2026-11-20\nshed: {{locked: {}, lit: {}}}\n", locked, lit);
}

Outcome run(const Words& more) {
    Words arguments{"--rules", "rules.yaml", "--as-of", "2026-11-22"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

/// Files of a run in August in which the shed is open, and dark, if `dark`.
void write_baseline(const Scratch& scratch, std::string_view lit) {
    scratch.write("rules.yaml", shed());
    scratch.write("p.yaml", fmt::format("confirmed_on: 2026-08-01\nshed: {{locked: no, lit: {}}}\n", lit));
    scratch.write("august.json",
                  run_program({"--rules", "rules.yaml", "--as-of", "2026-08-01", "-f", "json", "p.yaml"}).out);
}

}  // namespace

TEST_CASE("what the baseline had open already does not count, and everything is shown") {
    const Scratch scratch;
    write_baseline(scratch, "yes");
    scratch.write("p.yaml", practice("no", "yes"));
    CHECK(run({"p.yaml"}).status == 1);
    const Outcome known = run({"--baseline", "august.json", "p.yaml"});
    CHECK(known.status == 0);
    CHECK(known.out.find("Since 2026-08-01: 0 open points are new or worse, 1 known already, 0 closed.") !=
          std::string::npos);
    CHECK(known.out.find("1. Lock it. (vendor's condition, note 1, known on 2026-08-01)") != std::string::npos);
    scratch.write("p.yaml", practice("yes", "no"));
    const Outcome fresh = run({"--baseline", "august.json", "p.yaml"});
    CHECK(fresh.status == 1);
    CHECK(fresh.out.find("Since 2026-08-01: 1 open point is new or worse, 0 known already, 1 closed.") !=
          std::string::npos);
    CHECK(fresh.out.find("1. Light it. (vendor's condition, note 1, new since 2026-08-01)") != std::string::npos);
    scratch.write("p.yaml", practice("no", "unknown"));
    CHECK(run({"--baseline", "august.json", "p.yaml"}).status == 4);
    CHECK(run({"--baseline", "august.json", "--fail-on", "fail", "p.yaml"}).status == 0);
}

TEST_CASE("what people read marks all that is open") {
    const Scratch scratch;
    scratch.write("rules.yaml", R"yaml(checklist: 1
id: shed
name: The shed
title: Your part in using the shed
about: shed
questions:
  locked: {ask: "Is it locked?", answer: yes_no}
  lit: {ask: "Is it lit?", answer: yes_no}
  dry: {ask: "Is it dry?", answer: yes_no}
  door: {ask: "Has it a door?", answer: yes_no}
caveats:
  - {id: open, title: It has no door, text: Anybody walks in., when: {door: no}, deal_breaker: yes, fix: Get a door.}
contradictions:
  - {id: doorless, if: {locked: yes, door: no}, message: It has no door and is locked., affects: [lock]}
notes:
  - {id: lock, number: 1, title: Lock it, why: w, basis: recommendation,
     checks: [{id: c, require: {locked: yes}, message: m, fix: f}]}
  - {id: light, number: 2, title: Light it, why: w, basis: recommendation,
     checks: [{id: c, require: {lit: yes}, message: m, fix: f}]}
  - {id: dry, number: 3, title: Keep it dry, why: w, basis: recommendation,
     checks: [{id: c, require: {dry: yes}, otherwise: attention, message: It is wet., fix: Dry it.}]}
)yaml");
    scratch.write("p.yaml", "confirmed_on: 2026-08-01\nshed: {locked: yes, door: no}\n");
    scratch.write("august.json", run({"-f", "json", "p.yaml"}).out);
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nshed: {locked: yes, door: no, dry: no}\n");
    const std::string report = run({"--baseline", "august.json", "-f", "markdown", "p.yaml"}).out;
    for (const std::string part :
         {"1. Get a door. (caveat about The shed, known on 2026-11-22: It has no door)\n",
          "correct the others. (answers that cannot all be true, known on 2026-11-22: It has no door and is locked.)\n",
          "- It has no door and is locked. (known on 2026-11-22)",
          "- It has no door (needs action: a reason not to use it, known on 2026-11-22)",
          "- Note 2. Light it: needs your answer to `lit` (known on 2026-11-22)\n",
          "Recommendation, known on 2026-11-22: It is wet."}) {
        CAPTURE(report);
        CAPTURE(part);
        CHECK(report.find(part) != std::string::npos);
    }
    const std::string brief = run({"--baseline", "august.json", "--brief", "p.yaml"}).out;
    CHECK(brief.find(" 1. Get a door. (caveat about The shed, known on 2026-11-22)\n"
                     " 2. Correct locked or door. (contradiction, known on 2026-11-22)\n") != std::string::npos);
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nshed: {locked: yes, lit: yes, dry: yes, door: yes}\n");
    CHECK(run({"--baseline", "august.json", "--max-age", "1", "p.yaml"})
              .out.find("  - Too old to count as in place: notes 1 to 3 (known on 2026-11-22)\n") != std::string::npos);
}

TEST_CASE("what became worse counts, and what became better does not") {
    const Scratch scratch;
    write_baseline(scratch, "unknown");
    scratch.write("p.yaml", practice("no", "no"));
    const Outcome worse = run({"--baseline", "august.json", "-f", "json", "p.yaml"});
    CHECK(worse.status == 1);
    CHECK(Report(worse.out).of("shed/shed/lit", "baseline") == "worse");
    CHECK(Report(worse.out).of("shed/shed/locked", "baseline") == "known");
    scratch.write("p.yaml", practice("unknown", "unknown"));
    CHECK(run({"--baseline", "august.json", "p.yaml"}).status == 0);
}

TEST_CASE("what only a stricter checklist opened does not count") {
    const Scratch scratch;
    write_baseline(scratch, "yes");
    scratch.write("rules.yaml", shed(third_check));
    scratch.write("p.yaml", practice("no", "yes"));
    const Outcome outcome = run({"--baseline", "august.json", "-f", "json", "p.yaml"});
    CHECK(outcome.status == 0);
    CHECK(Report(outcome.out).of("shed/shed/both", "baseline") == "new");
    CHECK(Report(outcome.out).of("shed/shed/both", "baseline_of_checklist") == "true");
    CHECK(
        run({"--baseline", "august.json", "p.yaml"})
            .out.find(
                "Since 2026-08-01: 0 open points are new or worse, 1 known already, 0 closed. 1 more is open because a "
                "checklist changed.") == std::string::npos);  // the line is wrapped
}

TEST_CASE("every format for programs marks what is known") {
    const Scratch scratch;
    write_baseline(scratch, "yes");
    scratch.write("p.yaml", practice("no", "no"));
    const auto written = [](const std::string& format) {
        return run({"--baseline", "august.json", "-f", format, "p.yaml"}).out;
    };
    const std::string sarif = written("sarif");
    CHECK(sarif.find("\"baselineState\": \"unchanged\"") != std::string::npos);
    CHECK(sarif.find("\"baselineState\": \"new\"") != std::string::npos);
    const std::string junit = written("junit");
    CHECK(junit.find(R"(tests="2" failures="1" errors="0" skipped="1")") != std::string::npos);
    CHECK(junit.find(
              "<skipped type=\"fail\" message=\"Needs action (vendor's condition): The shed is open. `locked` is no. "
              "To do: Lock it. Known on 2026-08-01.\">p.yaml:2:16: Needs action") != std::string::npos);
    CHECK(written("csv").find("This is not legal advice.,new\r\n") != std::string::npos);
    CHECK(written("github").find("To do: Lock it. Known on 2026-08-01.") != std::string::npos);
    CHECK(written("gitlab").find("To do: Light it. New since 2026-08-01.") != std::string::npos);
    CHECK(written("jsonl").find(R"("baseline":{"file":"august.json","as_of":"2026-08-01","digest":")") !=
          std::string::npos);
}

TEST_CASE("a practice or checklist that is missing is named, and nothing passes for it") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    scratch.write("d/a.yaml", practice("yes", "yes"));
    scratch.write("d/b.yaml",
                  "confirmed_on: 2026-11-20\nshed: {locked: yes, lit: yes}\nproducts: {spruce: {in_use: no}}\n");
    scratch.write("old.jsonl", run({"-f", "jsonl", "d"}).out);
    CHECK(run({"--baseline", "old.jsonl", "--fail-on", "fail", "d"}).status == 0);
    scratch.write("d/b.yaml", practice("yes", "yes"));
    const Outcome checklist = run({"--baseline", "old.jsonl", "--fail-on", "fail", "-f", "json", "d"});
    CHECK(checklist.status == 5);
    CHECK(Report(checklist.out).at("practices/1/baseline/lacking") == R"(["spruce"])");
    for (const std::string format :
         {"text", "markdown", "html", "json", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        CHECK(run({"--baseline", "old.jsonl", "-f", format, "d"}).out.find("had the checklist") != std::string::npos);
    }
    const std::string lacking = "Not judged anymore, and in the report of 2026-11-22: spruce for d/b.yaml.";
    const auto on_one_line = [](std::string text) {
        for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text[at] = ' ';
        std::erase(text, '`');
        return text;
    };
    for (const std::string format : {"text", "markdown"}) {
        CAPTURE(format);
        for (const std::string what : {"d", "d/b.yaml"})
            CHECK(on_one_line(run({"--baseline", "old.jsonl", "--brief", "-f", format, what}).out).find(lacking) !=
                  std::string::npos);
    }
    const std::string page = run({"--baseline", "old.jsonl", "--brief", "-f", "html", "d"}).out;
    CHECK(page.find("Not judged anymore, and in the report of 2026-11-22: <code>spruce</code> for "
                    "<code>d/b.yaml</code>.") != std::string::npos);
    const Outcome missing = run({"--baseline", "old.jsonl", "d/b.yaml"});
    CHECK(missing.status == 5);
    CHECK(missing.err == "d/a.yaml: it is in the earlier report, and no practice of this run\n");
    for (const std::string format :
         {"text", "markdown", "html", "json", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        CHECK(run({"--baseline", "old.jsonl", "-f", format, "d/b.yaml"}).out.find("a.yaml") != std::string::npos);
    }
}

TEST_CASE("what is not judged anymore is not closed, and is told once") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    scratch.write("p.yaml", practice("no", "no") + "products: {spruce: {in_use: no}}\n");
    scratch.write("old.json", run({"-f", "json", "p.yaml"}).out);
    const auto written = [](const std::string& format) {
        return run({"--baseline", "old.json", "--checklist", "spruce", "-f", format, "p.yaml"}).out;
    };
    CHECK(has(written("markdown"), "Since 2026-11-22: 0 open points are new or worse, 1 known already, 0 closed."));
    CHECK(
        Report(written("json")).at("practices/0/not_checked") ==
        R"([{"key":"shed","reason":"the checklist shed was not selected with --checklist; the report of 2026-11-22 had )"
        R"(the checklist `shed` for it, and this run does not","line":2,"column":1}])");
}

TEST_CASE("a checklist that is extended no more has not gone") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    scratch.write("ours.yaml", "checklist: 1\nid: our-shed\nextends: shed\nversion: 2026-01-02\n");
    scratch.write("p.yaml", practice("no", "yes"));
    scratch.write("old.json", run({"--rules", "ours.yaml", "-f", "json", "p.yaml"}).out);
    const Outcome outcome = run({"--baseline", "old.json", "p.yaml"});
    CHECK(has(outcome.out, "Since 2026-11-22: 0 open points are new or worse, 1 known already, 0 closed."));
    CHECK_FALSE(has(outcome.out, "Not judged anymore"));
    CHECK(outcome.status == 0);
}

TEST_CASE("a practice that moved is known by its name, also where reports withhold it") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    const std::string named = practice("no", "yes") + "practice: {name: Willow}\n";
    scratch.write("old/willow.yaml", named);
    scratch.write("new/oak.yaml", named);
    scratch.write("old.json", run({"-f", "json", "old"}).out);
    for (const Words& more : {Words{}, Words{"--redact"}}) {
        Words words{"--baseline", "old.json", "-f", "json", "new"};
        words.insert(words.end(), more.begin(), more.end());
        const Outcome outcome = run(words);
        CHECK(outcome.err == "");
        CHECK(outcome.status == 0);
        CHECK(Report(outcome.out).at("practices/0/baseline/had_practice") == "true");
    }
}

TEST_CASE("a practice whose file had mistakes is not told as one that was not there") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    scratch.write("p.yaml", "confirmd_on: 2026-11-20\nshed: {locked: yes, lit: yes}\n");
    scratch.write("old.json", run({"-f", "json", "p.yaml"}).out);
    scratch.write("p.yaml", practice("yes", "no"));
    const auto written = [](const std::string& format) {
        return run({"--baseline", "old.json", "-f", format, "p.yaml"}).out;
    };
    CHECK(has(written("markdown"),
              "The report of 2026-11-22 could not check this practice, because its file had mistakes."));
    CHECK(Report(written("json")).at("practices/0/baseline") ==
          R"({"had_practice":false,"had_mistakes":true,"closed":0,"lacking":[]})");
    scratch.write("new.jsonl", written("jsonl"));
    CHECK(run_program({"merge", "--rules", "rules.yaml", "-f", "json", "new.jsonl"}).out == written("json"));
}

TEST_CASE("a practice that is gone is told as what it is") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    for (const char* const name : {"a", "b", "c"})
        scratch.write(fmt::format("d/{}.yaml", name), practice("yes", "yes"));
    scratch.write("old.jsonl", run({"-f", "jsonl", "d"}).out);
    const auto written = [](const Words& more) {
        Words words{"--baseline", "old.jsonl", "d/b.yaml", "d/c.yaml"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words).out;
    };
    CHECK(written({}).find(R"(
--- Missing: in the report of 2026-11-22, and not in this run ------------------
  - `d/a.yaml`
)") != std::string::npos);
    CHECK(written({"--brief"}).find("\nMissing: in the report of 2026-11-22, and not in this run: `d/a.yaml`.\n") !=
          std::string::npos);
    CHECK(written({"-f", "markdown"})
              .find("## Missing: in the report of 2026-11-22, and not in this run\n\n- `d/a.yaml`\n") !=
          std::string::npos);
    for (const std::string format : {"text", "markdown", "html", "junit", "csv", "github", "sarif", "oscal", "gitlab"})
        CHECK(written({"-f", format}).find("not practice files") == std::string::npos);
    const std::string sentence = "Not checked: the report of 2026-11-22 has this practice, and this run does not.";
    CHECK(written({"-f", "junit"})
              .find("<testcase classname=\"d/a.yaml\" name=\"is in this run\" time=\"0\">\n      <failure "
                    "type=\"not_checked\" message=\"" +
                    sentence + "\"") != std::string::npos);
    CHECK(written({"-f", "csv"}).find("d/a.yaml") != std::string::npos);
    CHECK(written({"-f", "github"}).find("hipaa-check: d/a.yaml: " + sentence + "\n") != std::string::npos);
    CHECK(written({"-f", "oscal"}).find(" d/a.yaml: " + sentence) != std::string::npos);
    CHECK(written({"-f", "gitlab"}).find(sentence) != std::string::npos);
    CHECK(written({"-f", "sarif"}).find("\"gone\": [\n          \"d/a.yaml\"\n        ]") != std::string::npos);
    CHECK(Report(written({"-f", "json"})).at("gone") == R"(["d/a.yaml"])");
    CHECK(Report(written({"-f", "json"})).at("skipped") == "[]");
    scratch.write("new.jsonl", written({"-f", "jsonl"}));
    CHECK(written({"-f", "jsonl"}).find(R"("end":{"practices":2,"gone":["d/a.yaml"]})") != std::string::npos);
    const Outcome merged = run_program({"merge", "--rules", "rules.yaml", "-f", "json", "new.jsonl"});
    CHECK(merged.out == written({"-f", "json"}));
    CHECK(merged.err == "d/a.yaml: it is in the earlier report, and no practice of this run\n");
    CHECK(merged.status == 5);
    CHECK(run_program({"diff", "old.jsonl", "new.jsonl", "-f", "json"}).out.find("\"state\": \"gone\"") !=
          std::string::npos);
}

TEST_CASE("of several practices each has a cell with what changed") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    scratch.write("d/a.yaml", practice("no", "yes"));
    scratch.write("d/b.yaml", practice("yes", "yes"));
    scratch.write("old.json", run({"-f", "json", "d"}).out);
    scratch.write("d/a.yaml", practice("yes", "no"));
    scratch.write("d/c.yaml", practice("yes", "yes"));
    const Outcome outcome = run({"--baseline", "old.json", "--brief", "-f", "markdown", "d"});
    CHECK(outcome.out.find("| \\+1 -1 |") != std::string::npos);
    CHECK(outcome.out.find("| same |") != std::string::npos);
    CHECK(outcome.out.find("| new practice |") != std::string::npos);
    CHECK(run({"--baseline", "old.json", "-f", "html", "d"}).out.find("<small>+1 -1</small>") != std::string::npos);
}

TEST_CASE("the shards of a run are held against the whole baseline, and merged they are the whole run") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    for (const char* const name : {"a", "b", "c", "d"})
        scratch.write(fmt::format("p/{}.yaml", name), practice("no", "yes"));
    for (const char* const name : {"e", "f", "g"})
        scratch.write(fmt::format("p/{}.yaml", name),
                      practice("no", "yes") + fmt::format("practice: {{name: {}}}\n", name));
    scratch.write("old.jsonl", run({"-f", "jsonl", "p"}).out);
    for (const char* const name : {"a", "b"}) scratch.write(fmt::format("p/{}.yaml", name), practice("no", "no"));
    for (const char* const name : {"e", "f", "g"})
        std::filesystem::rename(fmt::format("p/{}.yaml", name), fmt::format("p/{}-renamed.yaml", name));
    for (const std::string shard : {"1", "2"})
        scratch.write(shard + ".jsonl",
                      run({"--baseline", "old.jsonl", "--shard", shard + "/2", "-f", "jsonl", "p"}).out);
    const Outcome merged = run_program({"merge", "--rules", "rules.yaml", "-f", "json", "1.jsonl", "2.jsonl"});
    const Outcome whole = run({"--baseline", "old.jsonl", "-f", "json", "p"});
    CHECK(merged.out == whole.out);
    CHECK(merged.err == whole.err);
    CHECK(whole.err == "");
    CHECK(merged.status == 1);
    CHECK(whole.status == 1);
}

TEST_CASE("standard input is held against what the earlier report had, under whatever name") {
    const Scratch scratch;
    scratch.write("rules.yaml", shed());
    const std::string open = practice("no", "yes");
    scratch.write("p.yaml", open);
    scratch.write("file.json", run({"-f", "json", "p.yaml"}).out);
    const auto piped = [&](Words arguments) {
        arguments.insert(arguments.begin(), {"--rules", "rules.yaml", "--as-of", "2026-11-22"});
        return run_program(arguments, {.in = open});
    };
    scratch.write("stdin.json", piped({"-f", "json", "-"}).out);
    scratch.write("two.json", piped({"-f", "json", "-", "p.yaml"}).out);
    for (const Words& arguments : {Words{"--baseline", "file.json", "-"},
                                   {"--baseline", "stdin.json", "-"},
                                   {"--baseline", "file.json", "--stdin-name", "p.yaml", "-"},
                                   {"--baseline", "stdin.json", "p.yaml"},
                                   {"--baseline", "two.json", "-", "p.yaml"}}) {
        CAPTURE(fmt::format("{}", fmt::join(arguments, " ")));
        const Outcome outcome = piped(arguments);
        CHECK(outcome.status == 0);
        CHECK(outcome.err == "");
    }
}

TEST_CASE("a baseline that is none is refused before anything is checked") {
    const Scratch scratch;
    write_baseline(scratch, "yes");
    const std::string end = "hipaa-check: nothing was checked, because there is no baseline to hold it against\n";
    const Outcome outcome = run({"--baseline", "p.yaml", "p.yaml"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(outcome.err ==
          "p.yaml:1:1: this is no JSON report of hipaa-check; give what `-f json` or `-f jsonl` wrote\n" + end);
    CHECK(run({"--baseline", "gone.json", "p.yaml"}).status == 3);
    scratch.write("set.json", run({"--set", "shed.locked=no", "-f", "json", "p.yaml"}).out);
    const Outcome supposed = run({"--baseline", "set.json", "p.yaml"});
    CHECK(supposed.status == 3);
    CHECK(supposed.err ==
          "hipaa-check: set.json is hypothetical (--set), so nothing in it was known; give a report of what was\n");
    CHECK(run({"--baseline", "august.json", "-o", "august.json", "p.yaml"}).status == 2);
}
