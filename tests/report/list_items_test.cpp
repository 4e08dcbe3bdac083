// How reports and messages call the items of a list.
#include <doctest/doctest.h>

#include <string>

#include "report/format.hpp"
#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string checklist =
    "checklist: 1\nid: lab\ntitle: T\nabout: products.lab\nquestions:\n"
    "  people: {ask: a, answer: {list: {code: {ask: a, answer: code}, shared: {ask: s, answer: yes_no}}}}\n"
    "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, require: {people: {each: "
    "{shared: no}}}, message: m, fix: f}]}]\n";

const std::string practice =
    "confirmed_on: 2026-11-20\nproducts: {lab: {people: [{code: abc-01, shared: yes}, {shared: yes}]}}\n";

}  // namespace

TEST_CASE("an item of a list is called by its code, or else counted from 1, in all formats and after a merge") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write("p.yaml", practice);
    const Report report(run_program({"-f", "json", "--rules", "lab.yaml", "p.yaml"}).out);
    CHECK(report.evidence("lab/n/c") == "products.lab.people[abc-01].shared=true, products.lab.people[2].shared=true");
    CHECK(report.of("lab/n/c", "reason") == "`people[abc-01].shared` is yes; `people[2].shared` is yes");
    scratch.write("p.jsonl", run_program({"-f", "jsonl", "--rules", "lab.yaml", "p.yaml"}).out);
    for (const hipaa::Format& format : hipaa::formats()) {
        const std::string name(format.name);
        CAPTURE(name);
        const std::string direct = run_program({"-f", name, "--rules", "lab.yaml", "p.yaml"}).out;
        CHECK(direct.find("people[abc-01].shared") != std::string::npos);
        CHECK(direct.find("people[2].shared") != std::string::npos);
        CHECK(run_program({"merge", "-f", name, "--rules", "lab.yaml", "p.jsonl"}).out == direct);
    }
}

TEST_CASE("what is assumed of items is told, after a merge too") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  std::string(checklist).replace(checklist.find("answer: yes_no"), 14, "answer: yes_no, default: no"));
    scratch.write("p.yaml",
                  "confirmed_on: 2026-11-20\nproducts:\n  lab:\n    people:\n      - {code: abc-01}\n"
                  "      - {code: abc-02, shared: no}\n      - {code: abc-03}\n");
    const std::string text = run_program({"--rules", "lab.yaml", "p.yaml"}).out;
    CHECK(text.find("Assumed, because the file does not say: `practice.covered_entity` is yes;\n"
                    "`people[abc-01].shared` is no, and that of 1 more item.\n") != std::string::npos);
    const Report report(run_program({"-f", "json", "--rules", "lab.yaml", "p.yaml"}).out);
    CHECK(report.at("practices/0/assumed/1/key") == "products.lab.people[abc-01].shared");
    CHECK(report.at("practices/0/assumed/2/key") == "products.lab.people[abc-03].shared");
    CHECK(report.at("practices/0/assumed/2/assumed") == "true");
    scratch.write("p.jsonl", run_program({"-f", "jsonl", "--rules", "lab.yaml", "p.yaml"}).out);
    CHECK(run_program({"merge", "--rules", "lab.yaml", "p.jsonl"}).out == text);
}

TEST_CASE("where only items lack an answer, there are no lines to put under a heading") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {people: [{code: abc-01}]}}\n");
    const std::string text = run_program({"--rules", "lab.yaml", "p.yaml"}).out;
    const auto begin = text.find("Lines to add");
    CHECK(text.substr(begin, text.find("\n\n", begin) + 1 - begin) ==
          "Lines to add to p.yaml:\n"
          "  - In item abc-01 of `people` (line 2, column 27), add `shared:` s\n");
}

TEST_CASE("the command that says more about a note has the options that it needs") {
    const Scratch scratch;
    scratch.write("my rules.yaml", checklist);
    scratch.write("p.yaml", practice);
    const auto command_in = [](const std::string& report) {
        const auto begin = report.rfind("hipaa-check explain ");
        return report.substr(begin, report.find('`', begin) - begin);
    };
    const std::string command = "hipaa-check explain lab/n --rules 'my rules.yaml'";
    const std::vector<std::string> arguments{"--rules", "my rules.yaml", "p.yaml", "-f", "markdown"};
    CHECK(command_in(run_program(arguments).out) == command);
    std::vector<std::string> in_full = arguments;
    in_full.emplace_back("-v");
    CHECK(command_in(run_program(in_full).out) == command);
    CHECK(run_program({"explain", "lab/n", "--rules", "my rules.yaml"}).status == 0);
}

TEST_CASE("a fix names the items that have to change, and none where any item would do") {
    const auto to_do = [](const std::string& require, const std::string& people) {
        const Scratch scratch;
        scratch.write("lab.yaml", std::string(checklist)
                                      .replace(checklist.find("{people: {each: {shared: no}}}"), 30, require)
                                      .replace(checklist.find("fix: f", 0) + require.size() - 30, 6,
                                               "fix: \"Put \\\"shared: no\\\" for it.\""));
        scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts:\n  lab:\n    people:\n" + people);
        scratch.write("p.jsonl", run_program({"-f", "jsonl", "--rules", "lab.yaml", "p.yaml"}).out);
        const std::string text = run_program({"--rules", "lab.yaml", "p.yaml"}).out;
        CHECK(run_program({"merge", "--rules", "lab.yaml", "p.jsonl"}).out == text);
        const auto begin = text.find("  In file ");
        return text.substr(begin, text.find("  More ") - begin);
    };
    const std::string one = "      - {code: abc-01, shared: yes}\n";
    const std::string two = "      - {code: abc-02, shared: yes}\n";
    const std::string fine = "      - {code: abc-03, shared: no}\n";
    CHECK(to_do("{people: {each: {shared: no}}}", one + fine) ==
          "  In file  `people[abc-01].shared` is yes (line 5, column 32)\n"
          "  To do    Put \"shared: no\" (line 5, now yes) for it.\n");
    CHECK(to_do("{people: {each: {shared: no}}}", one + fine + two) ==
          "  In file  `people[abc-01].shared` is yes (line 5, column 32)\n"
          "           `people[abc-02].shared` is yes (line 7, column 32)\n"
          "  To do    Put \"shared: no\" (line 5, now yes; line 7, now yes) for it.\n");
    CHECK(to_do("{not: {people: {some: {shared: yes}}}}", one + fine) ==
          "  In file  `people[abc-01].shared` is yes (line 5, column 32)\n"
          "  To do    Put \"shared: no\" (line 5, now yes) for it.\n");
    CHECK(to_do("{people: {each: {shared: no}}}",
                one + two + "      - {code: abc-04, shared: yes}\n      - {code: abc-05, shared: yes}\n")
              .ends_with("Put \"shared: no\" for it.\n"));
    CHECK(to_do("{people: {some: {shared: no}}}", one) ==
          "  In file  `people[abc-01].shared` is yes (line 5, column 32)\n"
          "  To do    Put \"shared: no\" for it.\n");
    CHECK(to_do("{people: {count: {where: {shared: no}, at_least: 2}}}", one + fine) ==
          "  In file  `people[abc-01].shared` is yes (line 5, column 32)\n"
          "           `people`: 1 found (abc-03), at least 2 wanted\n"
          "  To do    Put \"shared: no\" for it.\n");
    CHECK(to_do("{people: {count: {where: {shared: yes}, at_least: 1, at_most: 1}}}", one + fine + two) ==
          "  In file  `people[abc-01].shared` is yes (line 5, column 32)\n"
          "           `people[abc-02].shared` is yes (line 7, column 32)\n"
          "           `people`: 2 found (abc-01, abc-02), at least 1 and at most 1 wanted\n"
          "  To do    Put \"shared: no\" for it.\n");
}

TEST_CASE("messages call items in the same way") {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write("p.yaml", "products: {lab: {people: [{code: abc-01, shared: maybe}, {shared: maybe}]}}\n");
    CHECK(headlines(run_program({"-f", "json", "--rules", "lab.yaml", "p.yaml"}).err) ==
          "p.yaml:1:50: `people[abc-01].shared` cannot be `maybe`; write yes or no, or unknown\n"
          "p.yaml:1:67: `people[2].shared` cannot be `maybe`; write yes or no, or unknown");
}
