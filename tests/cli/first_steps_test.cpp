// What somebody meets who begins: no file yet, a file under another name, a name taken apart by the shell.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {

TEST_CASE("a file that is not there: how to begin, or which one is meant") {
    struct Row {
        std::string there;
        std::string named;
        std::string error;
    };
    const std::string missing = "practice.yaml:1:1: cannot be read: No such file or directory; ";
    const std::vector<Row> rows{
        {"other", "practice.yaml",
         missing + "to begin, make this file with the line `products: {spruce: {}}`: the report lists the questions to "
                   "answer\n"},
        {"practice.yaml.txt", "practice.yaml", missing + "did you mean `practice.yaml.txt`?\n"},
        {"practice.txt", "practice.yaml", missing + "did you mean `practice.txt`?\n"},
        {"Practice.YAML", "practice.yaml", missing + "did you mean `Practice.YAML`?\n"},
        {"practice.yml", "practice.yaml", missing + "did you mean `practice.yml`?\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.there);
        const Scratch scratch;
        scratch.write(row.there, "products: {spruce: {}}\n");
        const Outcome outcome = run_program({"-q", row.named});
        CHECK(outcome.err == row.error);
        CHECK(outcome.status == 3);
        // It is a practice file under any name.
        CHECK(run_program({"-q", "./" + row.there}).status == 4);
    }
}

TEST_CASE("a directory without practice files: how to begin, and what was perhaps meant to be one") {
    const Scratch scratch;
    scratch.write("d/practice.yaml.txt", "products: {spruce: {}}\n");
    scratch.write("d/practice.txt", "products: {spruce: {}}\n");
    scratch.write("d/letter.txt", "Dear all\n");
    const Outcome outcome = run_program({"d"});
    CHECK(outcome.status == 5);
    CHECK(outcome.err ==
          "d/practice.txt: skipped, because its name ends in .txt, which some programs hide; rename it so that it ends "
          "in .yaml\n"
          "d/practice.yaml.txt: skipped, because its name ends in .txt, which some programs hide; rename it so that it "
          "ends in .yaml\n");
    CHECK(outcome.out.substr(0, outcome.out.find("\n---")) ==
          R"(Nothing was checked: there was no practice file. To begin, make a file
`practice.yaml` with the line `products: {spruce: {}}`, and run `hipaa-check
practice.yaml`: the report lists the questions to answer.
)");
    CHECK(run_program({"--strict", "-q", "d"}).status == 3);
}

TEST_CASE("a name with blanks and without quotes is one wrong command line") {
    const Scratch scratch;
    scratch.write("my first practice.yaml", "products: {spruce: {}}\n");
    scratch.write("b.yaml", "products: {spruce: {}}\n");
    const Outcome outcome = run_program({"b.yaml", "my", "first", "practice.yaml"});
    CHECK(outcome.status == 2);
    CHECK(outcome.out == "");
    CHECK(outcome.err ==
          "hipaa-check: a name with blanks needs quotes around it: hipaa-check \"my first "
          "practice.yaml\"\nTry `hipaa-check --help`.\n");
    CHECK(run_program({"-q", "b.yaml", "my first practice.yaml"}).status == 4);
}

TEST_CASE("a checklist may be named as its key in the practice file is written") {
    const Scratch scratch;
    scratch.write("practice.yaml", "security_rule: {}\n");
    const Outcome outcome = run_program({"-f", "csv", "--checklist", "security_rule", "practice.yaml"});
    CHECK(outcome.status == 4);
    CHECK(outcome.out == run_program({"-f", "csv", "--checklist", "security-rule", "practice.yaml"}).out);
    CHECK(run_program({"explain", "any_product"}).out == run_program({"explain", "any-product"}).out);
    CHECK(run_program({"explain", "security_rule/contingency_plan"}).out ==
          run_program({"explain", "security-rule/contingency-plan"}).out);
}

}  // namespace hipaa::testing
