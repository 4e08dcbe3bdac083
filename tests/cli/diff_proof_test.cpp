// What `diff` and `--baseline` call proven where a checklist is not at hand as a report had it.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

using Words = std::vector<std::string>;

/// Its check is met by these modes.
std::string checklist(std::string_view modes) {
    return fmt::format(R"yaml(checklist: 1
id: shed
name: The shed
title: Your part in using the shed
version: 2026-01-01
about: products.shed
questions:
  mode: {{ask: "How is it locked?", answer: {{choice: [key, hook, open]}}}}
  lit: {{ask: "Is it lit?", answer: yes_no}}
notes:
  - id: lock
    number: 1
    title: Lock the shed
    why: Papers lie in it.
    basis: recommendation
    checks:
      - {{id: locked, require: {{mode: {{in: {}}}}}, message: It is open., fix: Lock it.}}
)yaml",
                       modes);
}

Outcome run(Words words, const Words& rules) {
    for (const std::string& file : rules) words.insert(words.end(), {"--rules", file});
    words.insert(words.end(), {"--as-of", "2026-11-22"});
    return run_program(words);
}

/// `hook` meets the older checklist, and not the newer one.
class Shed {
public:
    Shed() {
        scratch_.write("old.yaml", checklist("[key, hook]"));
        scratch_.write("new.yaml", checklist("[key]"));
        for (const std::string_view mode : {"key", "hook", "open"}) practice(mode, "yes");
        practice("hook", "no");
    }

    /// Causes, `?` if they are not proven, the status, and that of a run with the older report as the baseline.
    std::string told(const std::string& old, const std::string& now, const Words& rules) const {
        scratch_.write("old.json", run({"-f", "json", old + ".yaml"}, {"old.yaml"}).out);
        scratch_.write("new.json", run({"-f", "json", now + ".yaml"}, {"new.yaml"}).out);
        const Outcome diff = run({"diff", "old.json", "new.json", "-f", "json"}, rules);
        const Report report(diff.out);
        const std::string proven = report.at("changes/0/proven") == "true" ? "" : " ?";
        std::string text = fmt::format("{}{} {}", report.at("changes/0/causes"), proven, diff.status);
        if (rules.back() == "new.yaml")
            text += fmt::format(" {}", run({"--baseline", "old.json", "-q", now + ".yaml"}, rules).status);
        return text;
    }

private:
    void practice(std::string_view mode, std::string_view lit) const {
        scratch_.write(fmt::format("{}{}.yaml", mode, lit == "no" ? "-dark" : ""),
                       fmt::format("confirmed_on: 2026-11-20\nproducts:\n  shed: {{mode: {}, lit: {}}}\n", mode, lit));
    }

    Scratch scratch_;
};

constexpr std::string_view lacks_shed =
    "hipaa-check: the cause of what differs in the checklist shed is not proven, because it is not known here as the "
    "reports had it; give it with --rules, in both versions if it was changed\n";

}  // namespace

TEST_CASE("with both versions of a checklist every cause is proven") {
    const Shed shed;
    const Words both{"old.yaml", "new.yaml"};
    CHECK(shed.told("hook", "open", both) == R"(["answers"] 1 1)");
    CHECK(shed.told("key", "hook", both) == R"(["answers","checklist"] 1 1)");
    CHECK(shed.told("hook", "hook", both) == R"(["checklist"] 0 0)");
    CHECK(shed.told("hook", "hook-dark", both) == R"(["checklist"] 0 0)");
}

TEST_CASE("without the older version an answer that the point reads is never ruled out") {
    const Shed shed;
    CHECK(shed.told("hook", "open", {"new.yaml"}) == R"(["answers","checklist"] ? 1 1)");
    CHECK(shed.told("key", "hook", {"new.yaml"}) == R"(["answers"] ? 1 1)");
    CHECK(run({"diff", "old.json", "new.json", "-f", "json"}, {"new.yaml"}).err == lacks_shed);
    CHECK(has(run({"--baseline", "old.json", "hook.yaml"}, {"new.yaml"}).err, lacks_shed));
    CHECK(run({"diff", "old.json", "new.json"}, {"new.yaml"}).out == R"(What changed
============
From 2026-11-22 (`old.json`) to 2026-11-22 (`new.json`).
1 point opened.

--- Opened ---------------------------------------------------------------------
  - The shed, note 1: Lock the shed
    Was "In place, as reported", is "Recommended change" now
    (`shed/lock/locked`).
    Perhaps because an answer changed: `mode` was key and is hook now.
    What to do: Lock it.

The cause of what differs in the checklist shed is not proven, because it is not
known here as the reports had it; give it with --rules, in both versions if it
was changed.
As reported; nothing was verified. This is not legal advice.
)");
    for (const char* const format : {"markdown", "html"})
        CHECK(has(run({"diff", "old.json", "new.json", "-f", format}, {"new.yaml"}).out,
                  "The cause of what differs in the checklist shed is not proven"));
}

TEST_CASE("without the older version the checklist is proven where nothing else can have done it") {
    const Shed shed;
    CHECK(shed.told("hook", "hook", {"new.yaml"}) == R"(["checklist"] 0 0)");
    CHECK(shed.told("hook", "hook-dark", {"new.yaml"}) == R"(["checklist"] 0 0)");
    CHECK(run({"diff", "old.json", "new.json"}, {"new.yaml"}).err == "");
    // Time comes behind the checklist.
    CHECK(run_program({"diff", "old.json", "hook.yaml", "--rules", "new.yaml", "--as-of", "2026-12-01"}).status == 0);
}

TEST_CASE("without the older version, what made a result unknown is not ruled out, be it read by the point or not") {
    const Scratch scratch;
    const auto rules = [](std::string_view read) {
        return fmt::format(R"yaml(checklist: 1
id: shed
name: The shed
title: Your part in using the shed
about: products.shed
questions:
  mode: {{ask: "Is it locked?", answer: yes_no}}
  lit: {{ask: "Is it lit?", answer: yes_no}}
  bare: {{ask: "Is it empty?", answer: yes_no}}
contradictions:
  - {{id: odd, if: {{bare: yes, mode: yes}}, message: "An empty shed needs no lock.", affects: [lock]}}
notes:
  - id: lock
    number: 1
    title: Lock the shed
    why: Papers lie in it.
    basis: recommendation
    checks:
      - {{id: locked, require: {{{}: yes}}, message: It is open., fix: Lock it.}}
)yaml",
                           read);
    };
    scratch.write("old.yaml", rules("mode"));
    scratch.write("new.yaml", rules("lit"));
    scratch.write("then.yaml", "confirmed_on: 2026-11-20\nproducts:\n  shed: {mode: yes}\n");
    scratch.write("then.json", run({"-f", "json", "then.yaml"}, {"old.yaml"}).out);
    scratch.write("unconfirmed.yaml", "products:\n  shed: {mode: yes}\n");
    scratch.write("odd.yaml", "confirmed_on: 2026-11-20\nproducts:\n  shed: {mode: yes, bare: yes}\n");
    for (const std::string now : {"unconfirmed.yaml", "odd.yaml"}) {
        CAPTURE(now);
        CHECK(run({"diff", "then.json", now}, {"old.yaml", "new.yaml"}).status == 4);
        CHECK(run({"diff", "then.json", now}, {"new.yaml"}).status == 4);
        CHECK(run({"--baseline", "then.json", "-q", now}, {"new.yaml"}).status == 4);
        const std::string json = run({"diff", "then.json", now, "-f", "json"}, {"new.yaml"}).out;
        CHECK(Report(json).at("changes/0/proven") == "false");
    }
}

TEST_CASE("a checklist whose digest a report does not say is not at hand") {
    const Shed shed;
    shed.told("key", "hook", {"new.yaml"});
    std::string report = text_of("old.json");
    const std::string_view digest = "\"old.yaml\": \"";
    REQUIRE(report.find(digest) != report.npos);
    report.erase(report.find(digest) + digest.size(), 64);
    std::ofstream("old.json") << report;
    CHECK(Report(run({"diff", "old.json", "open.yaml", "-f", "json"}, {"old.yaml"}).out).at("changes/0/proven") ==
          "false");
}

TEST_CASE("without the newer version an answer that the point reads is not ruled out either") {
    const Shed shed;
    CHECK(shed.told("hook", "open", {"old.yaml"}) == R"(["answers"] 1)");
    CHECK(shed.told("key", "hook", {"old.yaml"}) == R"(["answers","checklist"] ? 1)");
    CHECK(shed.told("hook", "hook", {"old.yaml"}) == R"(["checklist"] 0)");
    CHECK(shed.told("hook", "hook-dark", {"old.yaml"}) == R"(["checklist"] ? 0)");
}

TEST_CASE("reports that had the same checklist prove nothing by another version of it") {
    const Scratch scratch;
    scratch.write("same.yaml", checklist("[key]"));
    scratch.write("other.yaml", checklist("[key, hook]"));
    for (const std::string mode : {"key", "open"}) {
        scratch.write(mode + ".yaml",
                      fmt::format("confirmed_on: 2026-11-20\nproducts: {{shed: {{mode: {}}}}}\n", mode));
        scratch.write(mode + ".json", run({"-f", "json", mode + ".yaml"}, {"same.yaml"}).out);
    }
    const Outcome diff = run({"diff", "key.json", "open.json", "-f", "json"}, {"other.yaml"});
    CHECK(Report(diff.out).at("changes/0/causes") == R"(["answers"])");
    CHECK(Report(diff.out).at("changes/0/proven") == "false");
    CHECK(diff.err == lacks_shed);
    CHECK(diff.status == 1);
}

TEST_CASE("a built-in checklist that another version of the program had proves nothing") {
    const Scratch scratch;
    const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
        REQUIRE(has(text, from));
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
        return text;
    };
    const auto practice = [](std::string_view told) {
        return fmt::format(
            "confirmed_on: 2026-11-20\nproducts:\n  spruce: {{phone: {{number: yes, clients_told_voice_only: {}}}}}\n",
            told);
    };
    scratch.write("some.yaml", practice("some"));
    scratch.write("none.yaml", practice("nobody"));
    scratch.write("spruce.yaml", replaced(repository_file("rules/spruce.yaml"), "phone.clients_told_voice_only: all}",
                                          "phone.clients_told_voice_only: {in: [all, some]}}"));
    const std::string earlier = run({"-f", "json", "some.yaml"}, {"spruce.yaml"}).out;
    const std::string name = Report(run({"-f", "json", "some.yaml"}, {}).out).at("practices/0/checklists/0/file");
    scratch.write("old.json", replaced(earlier, "\"spruce.yaml\"", fmt::format("\"{}\"", name)));
    const std::string lacks =
        "hipaa-check: the cause of what differs in the checklist spruce is not proven, because a report was written by "
        "another version of hipaa-check, which had another version of it\n";
    const auto cause = [](const Outcome& outcome) {
        constexpr std::string_view all_told = "spruce/voice-only-number/all-told";
        const Report report(outcome.out);
        const std::string at = report.at("changes/0/id") == all_told ? "changes/0/" : "changes/1/";
        CHECK(report.at(at + "id") == all_told);
        return report.at(at + "causes") + report.at(at + "proven");
    };
    const Outcome none = run({"diff", "old.json", "none.yaml", "-f", "json"}, {});
    CHECK(cause(none) == R"(["answers","checklist"]false)");
    CHECK(none.err == lacks);
    CHECK(none.status == 1);
    CHECK(has(run({"diff", "old.json", "none.yaml", "-f", "markdown"}, {}).out,
              "The cause of what differs in the checklist spruce is not proven, because a report was written by "
              "another version of hipaa-check, which had another version of it."));
    const Outcome held = run({"--baseline", "old.json", "-q", "none.yaml"}, {});
    CHECK(held.err == lacks);
    CHECK(held.status == 1);
    // Nothing but the program differs.
    const Outcome same = run({"diff", "old.json", "some.yaml", "-f", "json"}, {});
    CHECK(cause(same) == R"(["checklist"]true)");
    CHECK(same.err == "");
    CHECK(same.status == 0);
    CHECK(run({"--baseline", "old.json", "-q", "some.yaml"}, {}).status == 0);
}
