// Deadlines, the day of a checklist's own review, and what to do about a deal-breaker.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checklist/refusals.hpp"

using namespace hipaa::testing;

namespace {

const std::string checklist = R"(checklist: 1
id: lab
name: Lab
title: Lab
about: products.lab
version: 2026-01-01
review_by: 2026-11-22
questions:
  asked_on: {ask: "When did you ask?", answer: date}
  asked: {ask: "Did you ask?", answer: yes_no}
deadlines:
  - {id: ask-again, when: {asked: yes}, from: asked_on, days: 14, text: Ask again., note: ask}
  - {id: report, from: asked_on, days: 60, end_of_year: yes, text: Report it., note: ask}
caveats:
  - {id: no-answer, title: Nobody answers, text: They never do. Nobody knows why., when: {asked: yes}, deal_breaker: yes,
     fix: Choose another one. Soon.}
notes:
  - {id: ask, number: 1, title: Ask, why: w, basis: recommendation, read_more: [{title: a}],
     checks: [{id: c, require: {asked: yes}, message: m, fix: Put asked.}]}
)";

Outcome run(const std::vector<std::string>& arguments, const std::string& in = {}) {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    std::vector<std::string> all = arguments;
    all.insert(all.begin() + (arguments[0].starts_with('-') ? 0 : 1), {"--rules", "lab.yaml"});
    return run_program(all, {.in = in});
}

}  // namespace

TEST_CASE("a deal-breaker that applies comes before all else, and is named in the verdict") {
    const Scratch scratch;
    const std::string law =
        "\n  - {id: ask, number: 1, title: Ask, why: w, basis: law, urgency: 1, cites: [\"45 CFR 164.308(b)(1)\"],"
        "\n     checks: [{id: c, require: {asked: no}, message: m, fix: Put asked.}]}\n";
    std::string text = checklist.substr(0, checklist.find("\n  - {id: ask, number")) + law;
    scratch.write("lab.yaml", text);
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes}}\n");
    const auto has = [](const std::string& report, std::string_view part) {
        CAPTURE(report);
        CHECK(report.find(part) != std::string::npos);
    };
    const std::string brief = run_program({"--brief", "--rules", "lab.yaml", "p.yaml"}).out;
    has(brief,
        "Lab: of 1 note, 1 needs action. In place, as reported: 0. Caveats about Lab: 1.\n"
        "It is a reason not to use it this way: Nobody answers.\n");
    has(brief, " 1. Choose another one. (caveat about Lab)\n 2. Put asked. (note 1)\n");
    has(run_program({"--rules", "lab.yaml", "p.yaml"}).out,
        " 1. Choose another one. (caveat about Lab: Nobody answers)\n 2. Put asked. (legal duty, note 1)\n");
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes}, spruce: {}}\n");
    has(run_program({"--brief", "--rules", "lab.yaml", "p.yaml"}).out,
        "A reason not to use Lab this way: Nobody answers.\n");
}

TEST_CASE("the verdict does not say that nothing is open while a deal-breaker applies") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write("one.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes}}\n");
    scratch.write("two.yaml",
                  "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes}, radio: {client_information: no}}\n");
    const auto verdict = [&](const std::vector<std::string>& arguments, const std::string& begin) {
        std::vector<std::string> all{"--rules", "lab.yaml"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const std::string report = run_program(all).out;
        const auto at = report.find(begin);
        REQUIRE(at != std::string::npos);
        return report.substr(at, report.find_first_of("\n<", at) - at);
    };
    const std::string one =
        "Lab: no note is open. Caveats about Lab: 1. It is a reason not to use it this way: Nobody answers.";
    CHECK(verdict({"-f", "markdown", "one.yaml"}, "Lab: ") == one);
    CHECK(verdict({"-f", "markdown", "--brief", "one.yaml"}, "Lab: ") == one);
    CHECK(verdict({"-f", "html", "one.yaml"}, "Lab: ") == one);
    CHECK(verdict({"-f", "markdown", "two.yaml"}, "Lab: ") == one);
    const std::string two =
        "In 2 checklists: no note is open; 1 is in place, as reported, 6 do not apply. A reason not to use Lab this "
        "way: "
        "Nobody answers.";
    CHECK(verdict({"-f", "markdown", "two.yaml"}, "In 2") == two);
    CHECK(verdict({"-f", "markdown", "--brief", "two.yaml"}, "In 2") == two);
}

TEST_CASE("where a deadline has passed, a report does not say that there is nothing to do") {
    const Scratch scratch;
    std::string text = checklist;
    text.erase(text.find("caveats:"), text.find("notes:") - text.find("caveats:"));
    scratch.write("lab.yaml", text);
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes, asked_on: 2026-11-01}}\n");
    const auto to_do = [](const std::vector<std::string>& options) {
        std::vector<std::string> all{"--rules", "lab.yaml", "p.yaml"};
        all.insert(all.end(), options.begin(), options.end());
        const std::string report = run_program(all).out;
        const auto begin = report.find("\n", report.find("What to do, in order")) + 1;
        return report.substr(begin, report.find(".\n\n", begin) + 2 - begin);
    };
    const std::string passed =
        "Nothing to do now except what is overdue. Confirm all answers again by\n"
        "2027-11-20 (`confirmed_on`).\nOverdue since 2026-11-15: Ask again.\n"
        "Next due, by 2026-11-22: Look for a later version of the checklist lab.\n";
    CHECK(to_do({}) == passed);
    CHECK(to_do({"--brief"}) == passed);
    CHECK(to_do({"--as-of", "2026-11-15"}) ==
          "Nothing to do now. Confirm all answers again by 2027-11-20 (`confirmed_on`).\n"
          "Next due, by 2026-11-15: Ask again.\n");
}

TEST_CASE("the verdict says how many of the caveats are reasons not to use the product") {
    const Scratch scratch;
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes}}\n");
    const auto verdict = [&](const std::string& more_caveats) {
        std::string text = checklist;
        text.insert(text.find("notes:\n"), more_caveats);
        scratch.write("lab.yaml", text);
        const std::string report = run_program({"--rules", "lab.yaml", "-f", "markdown", "p.yaml"}).out;
        const auto begin = report.find("Caveats about Lab: ");
        return report.substr(begin, report.find('\n', begin) - begin);
    };
    const std::string slow =
        "  - {id: slow, title: It is slow, text: t, when: {asked: yes}, deal_breaker: yes, fix: f}\n";
    const std::string dear =
        "  - {id: dear, title: It is dear, text: t, when: {asked: yes}, deal_breaker: yes, fix: f}\n";
    const std::string loud = "  - {id: loud, title: It is loud, text: t}\n";
    const std::string one = "Nobody answers", two = one + "; It is slow";
    CHECK(verdict(loud) == "Caveats about Lab: 2. One of them is a reason not to use it this way: " + one + ".");
    CHECK(verdict(slow) == "Caveats about Lab: 2. Both are reasons not to use it this way: " + two + ".");
    CHECK(verdict(slow + loud) == "Caveats about Lab: 3. 2 of them are reasons not to use it this way: " + two + ".");
    CHECK(verdict(slow + dear) ==
          "Caveats about Lab: 3. All of them are reasons not to use it this way: " + two + "; It is dear.");
}

TEST_CASE("an answer that decides several caveats is told and asked for once, one that is assumed not here") {
    const Scratch scratch;
    std::string text = checklist;
    text.replace(text.find("questions:\n"), 11,
                 "when: {in_use: yes}\nquestions:\n  in_use: {ask: a, answer: yes_no, default: yes}\n");
    text.insert(text.find("notes:\n"),
                "  - {id: slow, title: Slow, text: It is slow., when: {asked: yes}, deal_breaker: yes, fix: Hurry.}\n"
                "  - {id: dear, title: Dear, text: It is dear.}\n");
    scratch.write("lab.yaml", text);
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {}}\n");
    const std::string report = run_program({"--rules", "lab.yaml", "p.yaml"}).out;
    const auto begin = report.find("--- Caveats");
    CHECK(report.substr(begin, report.find("--- Not answered") - begin) ==
          "--- Caveats about Lab ----------------------------------------------------------\n"
          "  - Nobody answers (perhaps a reason not to use it: not answered)\n"
          "    They never do. Nobody knows why.\n"
          "    `asked` is not answered (line 2, column 12)\n"
          "    What to do: Answer `products.lab.asked`: Did you ask?\n"
          "  - Slow (perhaps a reason not to use it: not answered)\n"
          "    It is slow.\n"
          "  - Dear\n"
          "    It is dear.\n"
          "\n");
}

TEST_CASE("what starts a deadline is no key of a list") {
    std::string text = checklist;
    text.replace(text.find("from: asked_on, days: 14"), 14, "from: people.left");
    text.insert(text.find("  asked: "), "  people: {ask: a, answer: {list: {left: {ask: a, answer: date}}}}\n");
    CHECK(refusal_of(text) == "13:47: `people.left` is a key of the list `people`, and those cannot start a deadline");
}

TEST_CASE("no decision accepts a caveat") {
    CHECK(headlines(run({"-"},
                        "confirmed_on: 2026-11-20\nproducts: {lab: {asked: yes}}\ndecisions:\n"
                        "  - {accepts: lab/no-answer, because: b, by: o, decided_on: 2026-11-01, review_by: "
                        "2027-01-01}\n")
                        .err) ==
          "<stdin>:4:15: `lab/no-answer` is a deal-breaking caveat, which no decision can accept");
}

TEST_CASE("deadlines are explained") {
    CHECK(run({"explain", "lab/ask-again"}).out ==
          "Ask again.\n"
          "==========\n"
          "`lab/ask-again`\n"
          "  Applies  When you answer `yes` to \"Did you ask?\"\n"
          "  Due      14 days after the day in `products.lab.asked_on`.\n"
          "  Note     `lab/ask`\n"
          "\n"
          "--- Questions ------------------------------------------------------------------\n"
          "  - `products.lab.asked`: Did you ask?\n"
          "    Answer: `yes` or `no`.\n"
          "  - `products.lab.asked_on`: When did you ask?\n"
          "    Answer: a date such as `2026-01-31`.\n");
    const std::string json = run({"explain", "lab/report", "-f", "json"}).out;
    CHECK(json.find(R"("from": "products.lab.asked_on")") != std::string::npos);
    CHECK(json.find(R"("days": 60)") != std::string::npos);
    CHECK(json.find(R"("end_of_year": true)") != std::string::npos);
    CHECK(run({"explain", "lab"}).out.find("60 days after the end of the year of the day in") != std::string::npos);
    CHECK(run({"list", "notes"}).out.find("Deadline: Ask again. (`lab/ask-again`)") != std::string::npos);
}

TEST_CASE("a question that only a deadline reads is read") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    const Outcome outcome = run_program({"lint", "lab.yaml"});
    CHECK(outcome.out == "");
    CHECK(outcome.status == 0);
}

TEST_CASE("from the day of its review on reports say that a checklist is due for another look") {
    const std::string practice = "confirmed_on: 2026-11-01\nproducts: {lab: {asked: yes}}\n";
    CHECK(
        Report(run({"-f", "json", "-"}, practice).out).remarks() ==
        "2:12 the checklist lab was to be reviewed by 2026-11-22, so it may not say what holds today; look for a later "
        "version");
    CHECK(Report(run({"-f", "json", "--as-of", "2026-11-21", "-"}, practice).out).remarks() == "");
}

TEST_CASE("a deal-breaker says what to do") {
    const std::string practice = "confirmed_on: 2026-11-01\nproducts: {lab: {asked: yes}}\n";
    CHECK(Report(run({"-f", "json", "-"}, practice).out).of("lab/no-answer", "fix") == "Choose another one. Soon.");
    CHECK(run({"-"}, practice).out.find("Choose another one.") != std::string::npos);
    for (const std::string format : {"sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        CHECK(run({"-f", format, "-"}, practice).out.find("Choose another one. Soon.") != std::string::npos);
    }
    CHECK(run({"explain", "lab/no-answer"}).out.find("To do    Choose another one. Soon.") != std::string::npos);
}

TEST_CASE("deadlines that are refused") {
    const auto with = [](const std::string& deadline) {
        return "  day: {ask: a, answer: date}\ndeadlines: [" + deadline + "]\nnotes:\n";
    };
    check_changes({
        {"notes:\n", with("{id: d, from: day, days: 3, text: t, note: frist}"),
         "9:56: `frist` is not a note of this checklist; did you mean `first`?"},
        {"notes:\n", with("{id: d, from: flag, days: 3, text: t, note: first}"),
         "9:27: `from` of a deadline is a date question, but the answer to `flag` is of type yes_no"},
        {"notes:\n", with("{id: d, from: dya, days: 3, text: t, note: first}"),
         "9:27: `dya` is not a question; did you mean `day`?"},
        {"notes:\n", with("{id: d, from: day, days: soon, text: t, note: first}"),
         "9:38: `days` of a deadline is a whole number such as 3, not `soon`"},
        {"notes:\n", with("{id: d, from: day, days: 3, text: t, note: first, end_of_year: perhaps}"),
         "9:76: `end_of_year` of a deadline is yes or no, not `perhaps`"},
        {"notes:\n", with("{id: first, from: day, days: 3, text: t, note: first}"),
         "9:18: the id `first` is taken already, in line 11; choose another"},
        {"notes:\n", with("{id: d, when: {}, from: day, days: 3, text: t, note: first}"),
         "9:27: `when` of the deadline `d` needs a condition such as {question: value}; an empty one would always "
         "hold"},
        {"notes:\n", with("{}"),
         "9:13: a deadline needs `days`\n9:13: a deadline needs `from`\n9:13: a deadline needs `id`\n"
         "9:13: a deadline needs `note`\n9:13: a deadline needs `text`"},
        {"title: Lab\n", "title: Lab\nreview_by: soon\n", "4:12: `review_by` is a date such as 2026-01-31, not `soon`"},
    });
}
