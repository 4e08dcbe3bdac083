// `practice.labels`: short texts of whoever looks after a practice, which reports for programs carry.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "practice/mistakes.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string labeled = R"yaml(confirmed_on: 2026-11-01
practice:
  name: Harbor
  labels: {client-no: 1042, State: "=CA, \"west\"", contact_role: "the owner's\u202E partner", x-mine: [1]}
products: {spruce: {in_use: no}}
)yaml";

std::string report(const std::string& format) {
    return run_program({"-f", format, "--stdin-name", "p.yaml", "-"}, {.in = labeled}).out;
}

}  // namespace

TEST_CASE("labels that are none are mistakes") {
    const std::string above = "confirmed_on: 2026-11-01\npractice:\n";
    const std::string long_text(201, 'x');
    std::string many = "  labels: {";
    for (int i = 1; i <= 22; ++i) many += "l" + std::to_string(i) + ": a, ";
    check_mistakes(
        above,
        {
            {"  labels: [a]",
             "3:11: `labels` has names and texts of your own below it; write labels: {client: \"1042\"}"},
            {"  labels: 1042",
             "3:11: `labels` has names and texts of your own below it; write labels: {client: \"1042\"}"},
            {"  labels: {client: [1042]}", "3:20: the label `client` is a text; write client: \"...\""},
            {"  labels: {client: {no: 1042}}", "3:20: the label `client` is a text; write client: \"...\""},
            {"  labels: {client: \" \\u200B\"}",
             "3:20: the label `client` shows nothing; write a text, or delete this line"},
            {"  labels:\n    client:", "4:5: the label `client` shows nothing; write a text, or delete this line"},
            {"  labels: {client: " + long_text + "}", "3:20: the label `client` has 201 characters; 200 are the most"},
            {"  labels: {client no: 1042}",
             "3:12: a label cannot be called `client no`; a name has at most 40 characters: letters from a to z, "
             "digits, "
             "`_` and `-`"},
            {"  labels: {" + std::string(41, 'a') + ": 1042}",
             "3:12: a label cannot be called `" + std::string(41, 'a') +
                 "`; a name has at most 40 characters: letters from a to z, digits, `_` and `-`"},
            {many + "}",
             "3:163: there are more than 20 labels, which are the most; delete this one\n"
             "3:171: there are more than 20 labels, which are the most; delete this one"},
            {"  label: {client: 1042}", "3:3: `label` is not a key of `practice`; did you mean `labels`?"},
        });
    const Scratch scratch;
    scratch.write("practice.yaml", above + "  labels: {client: " + std::string(199, 'x') + "\u00E9}\n");
    CHECK(run_program({"-q", "practice.yaml"}).status == 5);
}

TEST_CASE("reports for programs carry the labels") {
    const std::string all = R"({"client-no":"1042","State":"=CA, \"west\"","contact_role":"the owner's)"
                            "\u202E"
                            R"( partner"})";
    CHECK(Report(report("json")).at("practices/0/labels") == all);
    const std::string lines = report("jsonl");
    CHECK(Report(lines.substr(0, lines.find('\n'))).at("labels") == all);
    CHECK(report("csv").find(
              ",\"client-no=1042; State==CA, \"\"west\"\"; contact_role=the owner's\\u{202E} partner\",") !=
          std::string::npos);
    const std::string suite = report("junit");
    CHECK(suite.find("<property name=\"label.client-no\" value=\"1042\" />") != std::string::npos);
    CHECK(suite.find("<property name=\"label.State\" value=\"=CA, &quot;west&quot;\" />") != std::string::npos);
    CHECK(Report(report("sarif")).at("runs/0/artifacts/0/properties/labels/client-no") == "1042");
    CHECK(Report(run_program({"-f", "json", "-"}, {.in = "products: {}\n"}).out).at("practices/0/labels") == "{}");
}

TEST_CASE("a file with mistakes keeps its labels") {
    const std::string broken = "practice: {labels: {client: A-7}, nmae: x}\n";
    const Report json(run_program({"-f", "json", "-"}, {.in = broken}).out);
    CHECK(json.at("practices/0/result") == "error");
    CHECK(json.at("practices/0/labels/client") == "A-7");
}

TEST_CASE("reports for people show no labels") {
    for (const std::string format : {"text", "markdown", "html", "github", "gitlab"}) {
        CAPTURE(format);
        CHECK(report(format).find("1042") == std::string::npos);
    }
}

TEST_CASE("merge carries the labels on, and refuses what is none") {
    const Scratch scratch;
    scratch.write("a/p.yaml", labeled);
    const std::string shard = run_program({"-f", "jsonl", "a"}).out;
    scratch.write("shard.jsonl", shard);
    for (const std::string format : {"json", "csv", "junit", "sarif"}) {
        CAPTURE(format);
        CHECK(run_program({"merge", "-f", format, "shard.jsonl"}).out == run_program({"-f", format, "a"}).out);
    }
    std::string odd = shard;
    odd.replace(odd.find("client-no"), 9, "client no");
    scratch.write("odd.jsonl", odd);
    CHECK(run_program({"merge", "odd.jsonl"}).status == 3);
}

TEST_CASE("the interview asks for no labels, and keeps them") {
    const Scratch scratch;
    const std::string labels = "  labels: {client-no: 1042}   # ours\n";
    scratch.write("practice.yaml", "practice:\n  name: Harbor\n" + labels + "products: {spruce: {}}\n");
    const Outcome outcome = run_program({"ask", "practice.yaml"}, {.in = "spruce\nyes\n0\nq\n"});
    CHECK(outcome.out.find("label") == std::string::npos);
    std::ifstream file("practice.yaml");
    const std::string after{std::istreambuf_iterator<char>(file), {}};
    CHECK(after.find("practice:\n  name: Harbor\n" + labels) != std::string::npos);
    CHECK(after.find("in_use: yes") != std::string::npos);
}

TEST_CASE("the schema of practice files knows labels") {
    const Report schema(run_program({"schema", "practice"}).out);
    const std::string path = "properties/practice/properties/labels/";
    CHECK(schema.at(path + "maxProperties") == "20");
    CHECK(schema.at(path + "patternProperties/^(?!x-)[A-Za-z0-9_-]{1,40}$/maxLength") == "200");
    CHECK(schema.at(path + "additionalProperties") == "false");
}
