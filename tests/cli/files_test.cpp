// Files and directories: which are read, in which order, and what happens to those that cannot be.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string sound = "confirmed_on: 2026-11-01\nproducts: {radio: {client_information: no}}\n";

/// The names of the practices in the report, a line each.
std::string files(const Report& report) {
    std::string names;
    for (int i = 0;; ++i) {
        const std::string name = report.at("practices/" + std::to_string(i) + "/file");
        if (name == "(absent)") return names;
        names += (i ? "\n" : "") + name;
    }
}

Outcome check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-f", "json"});
    return run_program(arguments);
}

}  // namespace

TEST_CASE("files that cannot be read") {
    const Scratch scratch;
    scratch.write("practice.yaml", sound);
    struct Row {
        std::string name;
        std::string message;
    };
    const std::vector<Row> rows{
        {"practise.yaml",
         "practise.yaml:1:1: cannot be read: No such file or directory; did you mean `practice.yaml`?\n"},
        {"zzz", "zzz:1:1: cannot be read: No such file or directory\n"},
        {"practice.yaml/x", "practice.yaml/x:1:1: cannot be read: Not a directory\n"},
        {"", ":1:1: cannot be read: No such file or directory\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Outcome outcome = check({row.name});
        CHECK(outcome.status == 3);
        CHECK(outcome.err == row.message);
        CHECK(Report(outcome.out).at("practices/0/result") == "error");
        CHECK(Report(outcome.out).at("practices/0/problems/0/kind") == "unreadable");
    }
}

TEST_CASE("a bad file does not keep the others from being checked and reported") {
    const Scratch scratch;
    scratch.write("a.yaml", sound);
    scratch.write("b.yaml", "products: [\n");
    scratch.write("c.yaml", "confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: free}}}\n");
    const Outcome outcome = check({"a.yaml", "b.yaml", "missing.yaml", "c.yaml"});
    CHECK(outcome.status == 3);
    const Report report(outcome.out);
    CHECK(files(report) == "a.yaml\nb.yaml\nmissing.yaml\nc.yaml");
    CHECK(report.at("practices/0/result") == "not_applicable");
    CHECK(report.at("practices/1/result") == "error");
    CHECK(report.at("practices/2/result") == "error");
    CHECK(report.at("practices/3/result") == "fail");
    CHECK(report.at("result") == "error");
    const std::string lines = run_program({"-f", "jsonl", "a.yaml", "b.yaml", "c.yaml"}).out;
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 4);  // and the end of the run
}

TEST_CASE("what is read in a directory, sorted by bytes") {
    const Scratch scratch;
    for (const std::string name :
         {"d/b.yaml", "d/a.yml", "d/B.yaml", "d/a-1.yaml", "d/a/z.yaml", "d/a.yaml", "d/ä.yaml", "d/deep/er/x.yml"})
        scratch.write(name, sound);
    for (const std::string name : {"d/.hidden.yaml", "d/.git/x.yaml", "d/s.test.yaml", "d/s.test.yml", "d/notes.txt",
                                   "d/yaml", "d/practice.yaml.bak", "d/A.YAML"})
        scratch.write(name, "this: is not read\n");
    const Outcome outcome = check({"d"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    CHECK(files(Report(outcome.out)) ==
          "d/B.yaml\nd/a-1.yaml\nd/a.yaml\nd/a.yml\nd/a/z.yaml\nd/b.yaml\nd/deep/er/x.yml\nd/ä.yaml");
}

TEST_CASE("each file once, links to directories left out, in the order of the command line") {
    const Scratch scratch;
    scratch.write("d/a.yaml", sound);
    scratch.write("d/b.yaml", sound);
    scratch.write("e/c.yaml", sound);
    scratch.link("../e", "d/linked");
    scratch.link("a.yaml", "d/again.yaml");
    scratch.link(".", "d/loop");
    CHECK(files(Report(check({"d"}).out)) == "d/a.yaml\nd/b.yaml");
    CHECK(files(Report(check({"d/b.yaml", "d", "./d/a.yaml", "d"}).out)) == "d/b.yaml\nd/a.yaml");
    CHECK(files(Report(check({"e", "d"}).out)) == "e/c.yaml\nd/a.yaml\nd/b.yaml");
    CHECK(files(Report(check({"d/linked"}).out)) == "d/linked/c.yaml");  // Named, it is entered.
    scratch.link("nowhere.yaml", "d/broken.yaml");
    CHECK(check({"d"}).status == 3);
}

TEST_CASE("checklists are passed over in a directory, and refused when named") {
    const Scratch scratch;
    scratch.write("d/a.yaml", sound);
    scratch.write("d/rules.yaml", "# mine\n\n---\nchecklist: 1\nid: broken\n");
    scratch.write("d/bom.yaml",
                  "\xEF\xBB\xBF"
                  "checklist: 1\r\n");
    scratch.write("d/spruce.yaml", repository_file("rules/spruce.yaml"));
    const Outcome outcome = check({"d"});
    CHECK(outcome.status == 0);
    CHECK(files(Report(outcome.out)) == "d/a.yaml");
    CHECK(Report(outcome.out).at("skipped") == "[]");
    CHECK(check({"d/rules.yaml"}).status == 3);
    CHECK(check({"d", "d/rules.yaml"}).status == 3);
    CHECK(check({"d/rules.yaml", "d"}).status == 3);
}

TEST_CASE("in a directory, files with none of the known keys are skipped, and listed") {
    const Scratch scratch;
    scratch.write("d/a.yaml", sound);
    scratch.write("d/compose.yaml", "services: {}\n");
    scratch.write("d/empty.yaml", "");
    scratch.write("d/own.yaml", "x-notes: 1\n");
    scratch.write("d/list.yaml", "- products\n");
    const Outcome outcome = check({"d"});
    CHECK(outcome.status == 0);
    CHECK(files(Report(outcome.out)) == "d/a.yaml");
    CHECK(Report(outcome.out).at("skipped") == R"(["d/compose.yaml","d/empty.yaml","d/list.yaml","d/own.yaml"])");
    CHECK(outcome.err == "");
    const Outcome lines = run_program({"-f", "jsonl", "d"});
    CHECK(lines.err ==
          "d/compose.yaml: skipped, because it has none of the keys of a practice file\n"
          "d/empty.yaml: skipped, because it has none of the keys of a practice file\n"
          "d/list.yaml: skipped, because it has none of the keys of a practice file\n"
          "d/own.yaml: skipped, because it has none of the keys of a practice file\n");
    for (const std::string format : {"text", "markdown"})
        CHECK(run_program({"-f", format, "d"}).out.find("compose.yaml") != std::string::npos);
    // Named, they are practice files, wherever on the command line.
    CHECK(check({"d/compose.yaml"}).status == 3);
    CHECK(check({"d/empty.yaml"}).status == 5);
    CHECK(check({"d", "d/compose.yaml"}).status == 3);
    CHECK(check({"d/compose.yaml", "d"}).status == 3);
    // With one known key, a file is a practice file, whatever else it holds.
    scratch.write("d/odd.yaml", "services: {}\npractice: {name: A}\n");
    CHECK(check({"d"}).status == 3);
}

TEST_CASE("a directory without practice files is 5") {
    const Scratch scratch;
    scratch.write("d/readme.txt", "nothing\n");
    scratch.write("d/other.yaml", "services: {}\n");
    for (const std::string format : {"text", "markdown", "json", "jsonl"})
        CHECK(run_program({"-f", format, "d"}).status == 5);
    CHECK(Report(check({"d"}).out).at("result") == "not_checked");
    CHECK(Report(check({"d"}).out).at("practices") == "[]");
    CHECK(run_program({"--fail-on", "never", "d"}).status == 5);
}

TEST_CASE("--rules takes a directory: its checklists, and nothing that is none") {
    const Scratch scratch;
    const std::string rules =
        "checklist: 1\nid: lab\ntitle: t\nabout: lab\nquestions: {q: {ask: a, answer: yes_no}}\n"
        "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, "
        "require: {q: yes}, message: m, fix: f}]}]\n";
    scratch.write("rules/lab.yaml", rules);
    scratch.write("rules/lab.test.yaml", "tests: []\n");
    scratch.write("rules/.old.yaml", "broken\n");
    scratch.write("p.yaml", "confirmed_on: 2026-11-01\nlab: {q: yes}\n");
    const Outcome outcome = check({"--rules", "rules", "p.yaml"});
    CHECK(outcome.status == 0);
    CHECK(Report(outcome.out).checks() == "lab/n/c pass");
    scratch.write("rules/more/broken.yaml", "checklist: 1\n");
    CHECK(check({"--rules", "rules", "p.yaml"}).status == 3);
    scratch.write("none/readme.txt", "");
    const Outcome none = check({"--rules", "none", "p.yaml"});
    CHECK(none.status == 3);
    CHECK(none.err ==
          "none:1:1: there is no checklist (*.yaml) in this directory\n"
          "hipaa-check: nothing was checked, because a checklist is broken\n");
}
