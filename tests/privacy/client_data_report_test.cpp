// Client data in a practice file: every report says where, and none says what.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/program.hpp"
#include "support/report.hpp"
#include "web/service.hpp"

namespace hipaa::testing {
namespace {

const std::string secret = "jane.doe@example.com";
const std::string checklist = R"yaml(checklist: 1
id: mail
title: Your part in using Mail
about: products.mail
questions:
  contact: {ask: "Who looks after it?", answer: text}
  agreement: {ask: "Is there an agreement?", answer: yes_no}
  people: {ask: "Who uses it?", answer: {list: {role: {ask: "As what?", answer: text}}}}
notes:
  - id: contact
    number: 1
    title: Name somebody who looks after it
    why: Somebody has to.
    basis: recommendation
    checks:
      - {id: named, require: {contact: {is_not: nobody}}, message: Nobody does., fix: Name somebody.}
      - {id: roles, require: {people: {each: {role: {is: owner}}}}, message: Others use it., fix: Ask them.}
      - {id: agreed, require: {agreement: yes}, message: There is no agreement., fix: Sign one.}
)yaml";
const std::string practice = R"yaml(confirmed_on: 2026-11-01
practice: {name: "Harbor Light, office@harbor.example"}
products:
  mail:
    name: Mail of jane.doe@example.com
    contact: Jane Doe  # 555-123-4567
    people: [{role: "client, dob 3/2/1980"}, {role: owner}]
    agreement: no
  other.jane.doe@example.com: {}
decisions:
  - accepts: mail/contact/agreed
    because: jane.doe@example.com says so
    by: Jane Doe  # 555-123-4567
    decided_on: 2026-10-01
    review_by: 2027-01-31
)yaml";
const std::string broken = R"yaml(practice: {name: Harbor Light}
products:
  mail:
    agreement: jane.doe@example.com
    agreement.x: jane.doe@example.com
    jane.doe@example.com: yes
    contact: {a: "jane.doe@example.com"}
    agreemnt: yes
confirmed_on: >
  asked on the day
  Jane Doe was born, 3/2/1980
)yaml";

Outcome run(const std::string& text, std::vector<std::string> arguments) {
    const Scratch files;
    files.write("mail.yaml", checklist);
    files.write("p.yaml", text);
    arguments.insert(arguments.end(), {"--rules", "mail.yaml", "p.yaml"});
    return run_program(arguments);
}

bool tells(const Outcome& outcome) {
    const std::string all = outcome.out + outcome.err;
    for (const std::string text : {"jane.doe", "Jane Doe", "555-123", "3/2/1980"})
        if (all.find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("remarks say what a line looks as if it had, and what to do") {
    const Outcome outcome = run(practice, {"-f", "json"});
    const Report report(outcome.out);
    CHECK(report.remarks() ==
          "5:19 line 5 looks as if it has an email address; if it is about a client, delete it. Names are not "
          "recognized, so look for them yourself\n"
          "6:26 line 6 looks as if it has a telephone number; if it is about a client, delete it. Names are not "
          "recognized, so look for them yourself\n"
          "7:34 line 7 looks as if it has a date of birth; if it is about a client, delete it. Names are not "
          "recognized, so look for them yourself\n"
          "9:3 line 9 looks as if it has an email address; if it is about a client, delete it. Names are not "
          "recognized, so look for them yourself\n"
          "12:14 line 12 looks as if it has an email address; if it is about a client, delete it. Names are not "
          "recognized, so look for them yourself\n"
          "13:21 line 13 looks as if it has a telephone number; if it is about a client, delete it. Names are not "
          "recognized, so look for them yourself");
    CHECK(report.at("practices/0/remarks/0/kind") == "client_data");
    CHECK(report.at("practices/0/name") == "Harbor Light, office@harbor.example");
    CHECK(report.of("mail", "name") == "(withheld)");
    CHECK(report.evidence("mail/contact/named") == "products.mail.contact=(withheld)");
    CHECK(report.at("practices/0/decisions/0/by") == "(withheld)");
    CHECK(report.at("practices/0/checklists/0/about") == "products.(withheld)");
    CHECK(report.result("mail/contact/named") == "pass");
}

TEST_CASE("no format repeats client data") {
    for (const std::string format :
         {"text", "markdown", "html", "json", "jsonl", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        for (const std::string& text : {practice, broken}) {
            const Outcome outcome = run(text, {"-f", format, "-v"});
            CHECK_FALSE(tells(outcome));
            CHECK(outcome.out.find("ooks as if it has an email address") != std::string::npos);
        }
    }
    CHECK_FALSE(tells(run(practice, {"--brief"})));
}

TEST_CASE("of mistakes in lines with client data only the place, the key and the kind are told") {
    const Outcome outcome = run(broken, {"-q"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(outcome.err ==
          "p.yaml:4:16: `agreement` has a mistake (wrong_value), which is not shown, because it looks as if there were "
          "client data here; delete that first\n  (withheld)\n"
          "p.yaml:5:5: this line has a mistake (unknown_key), which is not shown, because it looks as if there were "
          "client data here; delete that first\n  (withheld)\n"
          "p.yaml:6:5: this line has a mistake (unknown_key), which is not shown, because it looks as if there were "
          "client data here; delete that first\n  (withheld)\n"
          "p.yaml:7:14: `contact` has a mistake (wrong_type), which is not shown, because it looks as if there were "
          "client data here; delete that first\n  (withheld)\n"
          "p.yaml:8:5: `agreemnt` is not a key of `products.mail`; did you mean `agreement`?\n"
          "      agreemnt: yes\n      ^\n"
          "p.yaml:9:15: `confirmed_on` has a mistake (wrong_value), which is not shown, because it looks as if there "
          "were client data here; delete that first\n  (withheld)\n");
    CHECK(Report(run(broken, {"-f", "json"}).out).at("practices/0/remarks/0/line") == "4");
}

TEST_CASE("client data changes no result and no status") {
    const std::string clean =
        "confirmed_on: 2026-11-01\nproducts:\n  spruce: {in_use: no, first_client_use: not_yet}\n";
    const std::string noted = clean + "# 555-123-4567\n";
    CHECK(run(clean, {"-q"}).status == run(noted, {"-q"}).status);
}

TEST_CASE("reports that were merged remark on client data, too") {
    const Scratch files;
    files.write("mail.yaml", checklist);
    files.write("a.yaml", practice);
    files.write("b.yaml", broken);
    const std::vector<std::string> both{"--rules", "mail.yaml", "a.yaml", "b.yaml"};
    const auto with = [](std::vector<std::string> arguments, const std::vector<std::string>& more) {
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    };
    run_program(with({"-q", "-o", "all.jsonl"}, both));
    for (const std::string format : {"json", "text", "html", "csv", "junit", "sarif"}) {
        CAPTURE(format);
        CHECK(run_program({"merge", "-f", format, "--rules", "mail.yaml", "all.jsonl"}).out ==
              run_program(with({"-f", format}, both)).out);
    }
}

TEST_CASE("the interview and the page do not repeat the client data of a file with mistakes") {
    const Scratch files;
    files.write("p.yaml", "confirmed_on: " + secret + "\n");
    const std::string message =
        "p.yaml:1:15: `confirmed_on` has a mistake (wrong_value), which is not shown, because it looks as if there "
        "were client data here; delete that first\n  (withheld)\n";
    CHECK(run_program({"ask", "p.yaml"}, {.in = "q\n"}).err ==
          message + "hipaa-check: the file is left as it is; correct it, then run this again\n");
}

TEST_CASE("the page remarks on client data like the program") {
    const std::string text = "confirmed_on: 2026-11-01\nproducts:\n  spruce: {}  # 555-123-4567\n";
    const Scratch files;
    files.write("practice.yaml", text);
    web::Service service;
    const auto ask = [&](const std::vector<std::string>& texts) {
        std::string bytes;
        for (const std::string& part : texts) bytes += fmt::format("{}:{},", part.size(), part);
        return Report(service.answer(bytes));
    };
    ask({"begin", "2026-11-22"});
    CHECK(ask({"load", "practice.yaml", text}).at("refusal") == "(absent)");
    CHECK(ask({"report", "text"}).at("report") == run_program({"practice.yaml"}).out);
}

}  // namespace hipaa::testing
