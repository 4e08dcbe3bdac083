// `hipaa-check explain` and `hipaa-check list`: whole pages, and what they refuse.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

const std::vector<std::string> with_examples{"--rules", "examples/checklists"};

Outcome run_with_examples(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), with_examples.begin(), with_examples.end());
    return run_program(arguments);
}

TEST_CASE("a check is explained on one page") {
    const Outcome outcome = run_with_examples({"explain", "lanternway/own-login/two-step"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    CHECK(outcome.out ==
          R"(lanternway/own-login/two-step
=============================
)");
}

TEST_CASE("a caveat that breaks the deal, and a contradiction") {
    const Outcome outcome =
        run_with_examples({"explain", "lanternway/research-on-files", "lanternway/solo-with-others"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out ==
          R"(The Community plan gives client files to the maker
)");
}

TEST_CASE("JSON says the same") {
    const Outcome outcome = run_with_examples({"explain", "lanternway/agreement/in-time", "-f", "json"});
    const Report report(outcome.out);
    CHECK(report.at("format") == "hipaa-check/explain/1");
    CHECK(report.at("explained/0/kind") == "check");
    CHECK(report.at("explained/0/note") == "lanternway/agreement");
    CHECK(report.at("explained/0/applies_when") == "the day of the agreement is on or before today");
    CHECK(report.at("explained/0/otherwise") == "fail");
    CHECK(report.at("explained/0/basis") == "law");
    CHECK(report.at("explained/0/waivable") == "false");
    CHECK(report.at("explained/0/questions/0/key") == "products.lanternway.agreement.signed_on");
    CHECK(report.at("explained/0/questions/0/also") == R"(["not_signed"])");
    CHECK(report.at("explained/0/questions/1/name") == "the first day with a client");
}

TEST_CASE("the product in the id of a generic checklist does not count") {
    const Outcome outcome =
        run_program({"explain", "any-product@zoom/agreement/signed", "-f", "json", "--rules", "tests/schema"});
    CHECK(Report(outcome.out).at("explained/0/id") == "any-product/agreement/signed");
}

struct Refusal {
    std::vector<std::string> arguments;
    std::string message;
};

TEST_CASE("a wrong command line is refused with a suggestion") {
    const std::vector<Refusal> rows{
        {{"explain", "spruce/paid-teir"},
         "hipaa-check: there is no checklist, note, check, caveat or contradiction `spruce/paid-teir`; did you mean "
         "`spruce/paid-tier`?\nTry `hipaa-check explain --help`.\n"},
        {{"explain", "not-a-trial"},
         "hipaa-check: there is no checklist, note, check, caveat or contradiction `not-a-trial`; did you mean "
         "`spruce/paid-tier/not-a-trial`?\nTry `hipaa-check explain --help`.\n"},
        {{"explain"},
         "hipaa-check: no id was named; write `hipaa-check explain spruce/paid-tier`, or see `hipaa-check list notes`\n"
         "Try `hipaa-check explain --help`.\n"},
        {{"explain", "--all", "spruce"},
         "hipaa-check: --all explains everything; write it without an id\nTry `hipaa-check explain --help`.\n"},
        {{"explain", "spruce", "-f", "yaml"},
         "hipaa-check: --format cannot be `yaml`; it is text, markdown or json\nTry `hipaa-check explain --help`.\n"},
        {{"list", "note"},
         "hipaa-check: WHAT cannot be `note`; did you mean `notes`?\nTry `hipaa-check list --help`.\n"},
        {{"schema"},
         "hipaa-check: say whose schema: `hipaa-check schema practice`\nTry `hipaa-check schema --help`.\n"},
        {{"schema", "practise"},
         "hipaa-check: WHAT cannot be `practise`; did you mean `practice`?\nTry `hipaa-check schema --help`.\n"},
        {{"new"}, "hipaa-check: no id was named; write `hipaa-check new acme-portal`\nTry `hipaa-check new --help`.\n"},
        {{"new", "Acme Portal"},
         "hipaa-check: `Acme Portal` cannot be the id of a checklist: use small letters and digits in parts joined by "
         "`-`, such as acme-portal\nTry `hipaa-check new --help`.\n"},
        {{"new", "spruce"},
         "hipaa-check: there is a checklist `spruce` already, and a new one would replace it; choose another id\nTry "
         "`hipaa-check new --help`.\n"},
    };
    for (const Refusal& row : rows) {
        CAPTURE(row.message);
        const Outcome outcome = run_program(row.arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.out == "");
        CHECK(outcome.err == row.message);
    }
}

TEST_CASE("output that cannot be written is status 3") {
    const std::vector<std::vector<std::string>> commands{{"explain", "spruce"}, {"list"}, {"schema", "checklist"}};
    for (const auto& command : commands) {
        Setting setting;
        setting.out_is_full = true;
        const Outcome outcome = run_program(command, setting);
        CHECK(outcome.status == 3);
        CHECK(outcome.err == "hipaa-check: standard output could not be written\n");
    }
}

TEST_CASE("list: an overview, notes and questions") {
    CHECK(run_with_examples({"list"}).out == R"(Checklist
)");
    CHECK(run_with_examples({"list", "notes"})
              .out.find("  - 3. Let the links expire within 30 days (`lanternway/links-expire`;\n    recommendation)\n"
                        "    Check: `within-30-days`\n"
                        "  - Caveat: The Community plan gives client files to the maker\n"
                        "    (`lanternway/research-on-files`)\n"
                        "  - Contradiction: `lanternway/solo-with-others`\n") != std::string::npos);
    CHECK(run_with_examples({"list", "questions"})
              .out.find("  - `products.lanternway.people[].own_login`: Does this person sign in with a name\n"
                        "    and password of their own?\n    Answer: `yes` or `no`\n") != std::string::npos);
    const Report json(run_with_examples({"list", "-f", "json"}).out);
    CHECK(json.at("format") == "hipaa-check/list/1");
    CHECK(json.of("lanternway", "counts") == R"({"caveats":1,"notes":3,"checks":5,"questions":9})");
    CHECK(json.at("questions/0/key") == "confirmed_on");
}

}  // namespace
}  // namespace hipaa::testing
