// Text that shows something else than it is: line breaks that only editors see, byte order marks, escape sequences and
// commands to logs.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

Outcome check(const std::string& text, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"-f", "json", "--stdin-name", "p.yaml", "-"});
    return run_program(options, {.in = text});
}

}  // namespace

TEST_CASE("what an editor shows as a new line, and YAML does not, is a mistake with its place") {
    struct Row {
        std::string bytes;
        std::string name;
    };
    for (const Row& row : std::vector<Row>{{"\xE2\x80\xA8", "2028"},
                                           {"\xE2\x80\xA9", "2029"},
                                           {"\xC2\x85", "0085"},
                                           {"\v", "000B"},
                                           {"\f", "000C"}}) {
        CAPTURE(row.name);
        const std::string said = "this line break is invisible to some programs (U+" + row.name +
                                 "); replace it with an ordinary line break";
        const Outcome comment = check("confirmed_on: 2026-11-01\n# note" + row.bytes + "security_rule: {}\n");
        CHECK(comment.status == 3);
        CHECK(Report(comment.out).problems() == "2:7 encoding: " + said);
        CHECK(Report(check("practice: {name: 'A" + row.bytes + "B'}\n").out).problems() == "1:20 encoding: " + said);
    }
    // As an escape it is part of a text, and nothing breaks.
    CHECK(check("practice: {name: \"A\\u2028B\"}\nproducts: {nuvo: {client_information: no}}\n").err == "");
}

TEST_CASE("byte order marks do not count in columns") {
    const std::string mark = "\xEF\xBB\xBF";
    for (const std::string& marks : {mark, mark + mark, mark + mark + mark}) {
        const Outcome outcome = check(marks + "products: {spruce: {plan: {teir: free}}}\n");
        CHECK(outcome.err ==
              "p.yaml:1:28: `teir` is not a key of `products.spruce.plan`; did you mean `tier`?\n"
              "  products: {spruce: {plan: {teir: free}}}\n"
              "                             ^\n");
    }
    CHECK(headlines(check("practice: {name: A}\n" + mark + "products: {}\n").err)
              .starts_with("p.yaml:2:1: there is an "
                           "invisible control"));
}

TEST_CASE("what a message lists of a file cannot steer a terminal or a log") {
    const std::string practice =
        "products: {\"a\\e[31mRED\\a\\n::error::owned \\u202E\": {in_use: yes}}\n"
        "decisions: [{accepts: nope, because: x, by: y, decided_on: 2026-10-01, review_by: 2027-01-31}]\n";
    for (const std::string format : {"text", "markdown", "html", "json", "csv", "github", "junit"}) {
        CAPTURE(format);
        const Scratch scratch;
        scratch.write("a.yaml", practice);
        const Outcome outcome = run_program({"-f", format, "a.yaml"});
        CHECK(outcome.status == 3);
        for (const std::string& text : {outcome.out, outcome.err}) {
            CHECK(text.find('\x1B') == std::string::npos);
            CHECK(text.find("\n::error::owned") == std::string::npos);
            CHECK(text.find("\u202E") == std::string::npos);
        }
    }
    const Outcome excerpt = check("\"##[stop-commands]x\": 1\n");
    CHECK(excerpt.err.find("##[") == std::string::npos);
    CHECK(check("a: 1\n  ::error::owned\n").err.find("\n  ::error") == std::string::npos);
}

TEST_CASE("what a message lists of a checklist cannot steer a terminal") {
    const std::string checklist =
        "checklist: 1\nid: c\ntitle: T\nabout: products.c\nquestions:\n"
        "  q0: {ask: q, answer: {choice: [\"red\\e[31m\\n::error::x\", blue]}}\n"
        "notes:\n  - {id: n, number: 1, title: Do it, why: w, basis: recommendation, checks: [{id: c, require: {q0: "
        "blue}, message: m, fix: q0}]}\n";
    const Scratch scratch;
    scratch.write("d.yaml", checklist);
    scratch.write("p.yaml", "products: {c: {q0: \"red 31m ::error::x\"}}\n");
    const Outcome outcome = run_program({"-f", "json", "--rules", "d.yaml", "p.yaml"});
    CHECK(outcome.status == 3);
    CHECK(outcome.err.find('\x1B') == std::string::npos);
    CHECK(outcome.err.find("\n::error::x") == std::string::npos);
}
