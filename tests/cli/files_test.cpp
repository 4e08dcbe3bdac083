// Files and directories: which are read, in which order, and what happens to those that cannot be.
#include <doctest/doctest.h>

#include <fcntl.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <istream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/io/descriptor_input.hpp"
#include "cli/run.hpp"
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
        {"dangling.yaml", "dangling.yaml:1:1: cannot be read: it is a link to `gone.yaml`, which is not there\n"},
    };
    scratch.link("gone.yaml", "dangling.yaml");
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
    for (const std::string name : {"d/A.YAML", "d/c.Yml", "d/b.yaml", "d/a.yml", "d/B.yaml", "d/a-1.yaml", "d/a/z.yaml",
                                   "d/a.yaml", "d/ä.yaml", "d/deep/er/x.yml"})
        scratch.write(name, sound);
    for (const std::string name : {"d/.hidden.yaml", "d/.git/x.yaml", "d/s.test.yaml", "d/s.test.yml", "d/notes.txt",
                                   "d/yaml", "d/practice.yaml.bak", "d/S.Test.YAML"})
        scratch.write(name, "this: is not read\n");
    const Outcome outcome = check({"d"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    CHECK(files(Report(outcome.out)) ==
          "d/A.YAML\nd/B.yaml\nd/a-1.yaml\nd/a.yaml\nd/a.yml\nd/a/z.yaml\nd/b.yaml\nd/c.Yml\nd/deep/er/x.yml\n"
          "d/ä.yaml");
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
    scratch.write("d/own.yaml", "x-notes: 1\n");
    scratch.write("d/list.yaml", "- products\n- {hosts: all}\n");
    scratch.write("e/inside.yaml", sound);
    scratch.link("../e", "d/linked");
    const std::string skipped =
        "d/linked: skipped, because it is a link to a directory, and such links are not followed\n"
        "d/compose.yaml: skipped, because it has none of the keys of a practice file\n"
        "d/list.yaml: skipped, because it has none of the keys of a practice file\n"
        "d/own.yaml: skipped, because it has none of the keys of a practice file\n";
    const Outcome outcome = check({"d"});
    CHECK(outcome.status == 0);
    CHECK(files(Report(outcome.out)) == "d/a.yaml");
    CHECK(Report(outcome.out).at("skipped") == R"(["d/linked","d/compose.yaml","d/list.yaml","d/own.yaml"])");
    CHECK(outcome.err == skipped);
    CHECK(run_program({"-q", "d"}).err == skipped);
    CHECK(run_program({"-f", "jsonl", "d"}).err == skipped);
    for (const std::string format :
         {"text", "markdown", "html", "json", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        const Outcome report = run_program({"-f", format, "d"});
        CHECK(report.status == 0);
        for (const std::string name : {"d/linked", "d/compose.yaml", "d/list.yaml", "d/own.yaml"})
            CHECK(report.out.find(name) != std::string::npos);
    }
    // Named, they are practice files, wherever on the command line.
    CHECK(check({"d/compose.yaml"}).status == 3);
    CHECK(check({"d", "d/compose.yaml"}).status == 3);
    CHECK(check({"d/compose.yaml", "d"}).status == 3);
    // With one known key, a file is a practice file, whatever else it holds.
    scratch.write("d/odd.yaml", "services: {}\npractice: {name: A}\n");
    CHECK(check({"d"}).status == 3);
}

TEST_CASE("a practice that was cut off or misspelled does not vanish in a directory") {
    struct Row {
        std::string text;
        std::string message;
    };
    const std::string not_a_map =
        "d/z.yaml:1:1: a practice file is a map of keys and values, such as `products:` with `spruce:` below it";
    const std::vector<Row> rows{
        {"", "d/z.yaml:1:1: the file is empty; write the practice's answers in it, or delete it"},
        {"\xEF\xBB\xBF\n  \n# nothing\n---\n",
         "d/z.yaml:1:1: the file is empty; write the practice's answers in it, or delete it"},
        {"prodcuts: {spruce: {}}\n",
         "d/z.yaml:1:1: `prodcuts` is not a key of the practice file; did you mean `products`?"},
        {"product: {spruce: {}}\n",
         "d/z.yaml:1:1: `product` is not a key of the practice file; did you mean `products`?"},
        {"Products: {spruce: {}}\n",
         "d/z.yaml:1:1: `Products` is not a key of the practice file; did you mean `products`?"},
        {"confirmed-on: 2026-11-01\n",
         "d/z.yaml:1:1: `confirmed-on` is not a key of the practice file; did you mean `confirmed_on`?"},
        {"products.spruce: {in_use: yes}\n",
         "d/z.yaml:1:1: `products.spruce` is written with one key inside the other: products: {spruce: ...}"},
        {"prodcuts.spruce.in_use: yes\n", "d/z.yaml:1:1: `prodcuts.spruce.in_use` is not a key of the practice file"},
        {"- products: {spruce: {}}\n", not_a_map},
        {"- hosts: all\n- prodcuts: {spruce: {}}\n", not_a_map},
        {"checklist: spruce\nproducts: {spruce: {}}\n",
         "d/z.yaml:1:1: this is a checklist, not a practice file; give it with --rules, and check it with lint"},
        {"checklist: spruce\nproducts: {spruce: [}\n", "d/z.yaml:2:21: "},
    };
    const Scratch scratch;
    scratch.write("d/a.yaml", sound);
    for (const Row& row : rows) {
        CAPTURE(row.text);
        scratch.write("d/z.yaml", row.text);
        const Outcome outcome = run_program({"-q", "d"});
        CHECK(outcome.status == 3);
        CHECK(outcome.err.starts_with(row.message));
        CHECK(outcome.err.find("skipped") == std::string::npos);
    }
    scratch.write("z.yaml", "");
    CHECK(check({"z.yaml"}).status == 5);  // Named, it cannot be overlooked.
}

TEST_CASE("--strict skips nothing in a directory") {
    struct Row {
        std::string text;
        std::string message;
    };
    const std::vector<Row> rows{
        {"services: {}\n",
         "d/z.yaml:1:1: `services` is not a key of the practice file; its keys are confirmed_on, practice, products, "
         "communication, security_rule or decisions\n  services: {}\n  ^\n"},
        {"x-notes: 1\n",
         "d/z.yaml:1:1: this is not a practice file: it has none of the keys of one\n  x-notes: 1\n  ^\n"},
        {"- 1\n",
         "d/z.yaml:1:1: a practice file is a map of keys and values, such as `products:` with `spruce:` below it\n"
         "  - 1\n  ^\n"},
        {"", "d/z.yaml:1:1: the file is empty; write the practice's answers in it, or delete it\n"},
        {"checklist: 1\n",
         "d/z.yaml:1:1: this is a checklist, not a practice file; give it with --rules, and check it with lint\n"
         "  checklist: 1\n  ^\n"},
    };
    const Scratch scratch;
    scratch.write("d/a.yaml", sound);
    scratch.write("d/a.test.yaml", "services: {}\n");
    CHECK(run_program({"-q", "--strict", "d"}).status == 0);
    for (const Row& row : rows) {
        CAPTURE(row.text);
        scratch.write("d/z.yaml", row.text);
        const Outcome outcome = run_program({"-q", "--strict", "d"});
        CHECK(outcome.status == 3);
        CHECK(outcome.err == row.message);
    }
    scratch.write("d/z.yaml", sound);
    scratch.write("e/b.yaml", sound);
    scratch.link("../e", "d/linked");
    const Outcome linked = check({"--strict", "d"});
    CHECK(linked.status == 3);
    CHECK(linked.err == "d/linked:1:1: cannot be read: it is a link to a directory, and such links are not followed\n");
    CHECK(Report(linked.out).at("skipped") == "[]");
}

TEST_CASE("whatever a file is called by, reports name it by one path") {
    const Scratch scratch;
    scratch.write("d/p.yaml", "products: {spruce: {plan: {tier: free}}}\n");
    const std::string here = std::filesystem::current_path().string();
    for (const std::string format : {"text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        const std::string plain = run_program({"-f", format, "d/p.yaml"}).out;
        for (const std::string name : {"./d/p.yaml", ".//d//p.yaml", "d/./p.yaml", "d", "d/", ".//d/", ".", "./"})
            CHECK(run_program({"-f", format, name}).out == plain);
        CHECK(run_program({"-f", format, "--files-from", "-"}, {.in = "./d//p.yaml\n"}).out == plain);
        if (format == "sarif" || format == "github" || format == "gitlab") {
            CHECK(run_program({"-f", format, here + "/d/p.yaml"}).out == plain);
            CHECK(run_program({"-f", format, here + "//d/"}).out == plain);
        }
    }
    // What is before `..` may be a link, and `./-` is a file.
    CHECK(files(Report(check({"d/../d/./p.yaml"}).out)) == "d/../d/p.yaml");
    scratch.write("-", "products: {}\n");
    CHECK(files(Report(check({"./-"}).out)) == "./-");
    CHECK(files(Report(check({here + "/d/p.yaml"}).out)) == here + "/d/p.yaml");
}

TEST_CASE("what is in the way of a read is no end of the file") {
    const Scratch scratch;
    const auto read_error = [](const std::vector<std::string>& arguments) {
        int master = -1;
        int slave = -1;
        REQUIRE(::openpty(&master, &slave, nullptr, nullptr, nullptr) == 0);
        const std::string half = "products: {spruce: {in_use: no}}\n";
        REQUIRE(::write(slave, half.data(), half.size()) == static_cast<ssize_t>(half.size()));
        ::close(slave);  // Reading gives what was written, then an error.
        hipaa::DescriptorInput buffer(master);
        std::istream in(&buffer);
        in.exceptions(std::ios::badbit);
        std::ostringstream out;
        std::ostringstream err;
        hipaa::Environment environment{in, out, err, hipaa::parse_date("2026-11-22").value()};
        Outcome outcome{hipaa::run(arguments, environment), out.str(), err.str()};
        ::close(master);
        return outcome;
    };
    const Outcome practice = read_error({"-q", "-"});
    CHECK(practice.status == 3);
    CHECK(practice.err == "<stdin>:1:1: cannot be read: Input/output error\n");
    const Outcome list = read_error({"-q", "--files-from", "-"});
    CHECK(list.status == 3);
    CHECK(list.err == "hipaa-check: the list `standard input` cannot be read: Input/output error\n");
}

TEST_CASE("a read that gives less than there is is no end of the file") {
    const Scratch scratch;
    const std::string text = sound + "# the end is far\nfoo: 1\n";
    REQUIRE(::mkfifo("p.yaml", 0600) == 0);
    const pid_t writer = ::fork();
    REQUIRE(writer >= 0);
    if (writer == 0) {
        const int pipe = ::open("p.yaml", O_WRONLY);
        for (const char c : text) {
            if (::write(pipe, &c, 1) != 1) std::_Exit(1);
            if (c == '\n') ::usleep(20000);
        }
        std::_Exit(0);
    }
    const Outcome outcome = run_program({"-q", "p.yaml"});
    ::waitpid(writer, nullptr, 0);
    CHECK(outcome.status == 3);
    CHECK(outcome.err.starts_with("p.yaml:4:1: `foo` is not a key of the practice file"));
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

TEST_CASE("a report or a checklist that is named as a practice file is called what it is") {
    const Scratch scratch;
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    scratch.write("report.json", run_program({"-f", "json", "p.yaml"}).out);
    scratch.write("report.jsonl", run_program({"-f", "jsonl", "p.yaml"}).out);
    scratch.write("checklist.yaml", repository_file("rules/spruce.yaml"));
    const auto said = [](const std::string& file) {
        const Outcome outcome = run_program({"-q", file});
        CHECK(outcome.status == 3);
        return outcome.err.substr(0, outcome.err.find('\n') + 1);
    };
    for (const std::string file : {"report.json", "report.jsonl"})
        CHECK(said(file) ==
              file +
                  ":1:1: this is what hipaa-check wrote, not a practice file; `hipaa-check diff` compares "
                  "reports, and `hipaa-check merge` merges them\n");
    CHECK(said("checklist.yaml") ==
          "checklist.yaml:1:1: this is a checklist, not a practice file; give it with --rules, and check it with "
          "lint\n");
    scratch.write("mark.json", "\xEF\xBB\xBF" + text_of("report.json"));
    CHECK(said("mark.json").starts_with("mark.json:1:1: this is what hipaa-check wrote, not a practice file"));
    // Nothing is said of what else is in it.
    const std::string dated = repository_file("rules/spruce.yaml") + "# dob: 3/4/1970\n";
    scratch.write("checklist.yaml", dated);
    CHECK(!has(run_program({"checklist.yaml"}).out, "date of birth"));
    const Outcome asked = run_program({"ask", "checklist.yaml"}, {.in = "q\n"});
    CHECK(asked.status == 3);
    CHECK(asked.err.starts_with("checklist.yaml:1:1: this is a checklist, not a practice file; give it with --rules"));
    CHECK(asked.err.find("is not a key") == std::string::npos);
    // It has a key of a practice file, too.
    scratch.write("both.yaml", "checklist: 1\nproducts: {spruce: {in_use: no}}\n");
    CHECK(said("both.yaml").starts_with("both.yaml:1:1: this is a checklist, not a practice file"));
}
