// --redact: reports without names and free text.
#include <doctest/doctest.h>

#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

const std::string checklist = R"yaml(checklist: 1
id: mail
title: Your part in using Mail
about: products.mail
questions:
  contact: {ask: "Who looks after it?", answer: text}
  shared: {ask: "Is it shared?", answer: yes_no}
  people: {ask: "Who uses it?", answer: {list: {code: {ask: "Code?", answer: code}, role: {ask: "As what?", answer: text}}}}
notes:
  - id: contact
    number: 1
    title: Name somebody who looks after it
    why: Somebody has to.
    basis: recommendation
    checks:
      - {id: named, require: {contact: {is: Ada Quill}}, message: It is somebody else., fix: Ask Ada.}
      - {id: roles, require: {people: {each: {role: {is: owner}}}}, message: Others use it., fix: Ask them.}
      - {id: alone, require: {shared: no}, message: Others read along., fix: Stop sharing.}
)yaml";
const std::string practice = R"yaml(confirmed_on: 2026-11-01
practice: {name: Quill Counseling, labels: {contact: Quill}}
products:
  mail:
    name: Quillmail
    contact: Ada Quill
    people: [{code: ab-12, role: quill driver}]
    shared: yes
decisions:
  - accepts: mail/contact/alone
    because: Quill says so.
    instead: Quills are locked away.
    by: Quill
    decided_on: 2026-10-01
    review_by: 2027-01-31
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
    return all.find("Quill") != std::string::npos || all.find("quill") != std::string::npos;
}

}  // namespace

TEST_CASE("with --redact no format has names and free text") {
    for (const std::string format :
         {"text", "markdown", "html", "json", "jsonl", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        CHECK(tells(run(practice, {"-f", format, "-v"})));
        const Outcome redacted = run(practice, {"-f", format, "-v", "--redact"});
        CHECK_FALSE(tells(redacted));
        CHECK(redacted.out.find("(withheld)") != std::string::npos);
    }
}

TEST_CASE("--redact changes no result, and the report says that it was redacted") {
    const Report plain(run(practice, {"-f", "json"}).out);
    const Report redacted(run(practice, {"-f", "json", "--redact"}).out);
    CHECK(plain.checks() == redacted.checks());
    CHECK(plain.at("settings/redacted") == "(absent)");
    CHECK(redacted.at("settings/redacted") == "true");
    CHECK(redacted.at("practices/0/name") == "(withheld)");
    CHECK(redacted.of("mail", "name") == "(withheld)");
    CHECK(redacted.evidence("mail/contact/named") == "products.mail.contact=(withheld)");
    CHECK(redacted.evidence("mail/contact/roles") == "products.mail.people[ab-12].role=(withheld)");
    CHECK(redacted.at("practices/0/decisions/0/because") == "(withheld)");
    CHECK(redacted.at("practices/0/decisions/0/instead") == "(withheld)");
    CHECK(redacted.at("practices/0/decisions/0/by") == "(withheld)");
    CHECK(redacted.at("practices/0/file") == "p.yaml");
}

TEST_CASE("with --redact mistakes show what checklists have words for, and nothing else") {
    const std::string broken = R"yaml(practice: {name: [Quill]}
products:
  mail:
    contact: [Ada Quill]
    shared: Quill
    sharde: yes
    quill: yes
decisions:
  - accepts: mail/contact/quill
)yaml";
    CHECK(run(broken, {"-q", "--redact"}).err ==
          "p.yaml:1:18: `practice.name` has a mistake (wrong_type), which is not shown, because free text is withheld\n"
          "  (withheld)\n"
          "p.yaml:4:14: `contact` has a mistake (wrong_type), which is not shown, because free text is withheld\n"
          "  (withheld)\n"
          "p.yaml:5:13: `shared` has a mistake (wrong_value), which is not shown, because free text is withheld\n"
          "  (withheld)\n"
          "p.yaml:6:5: `sharde` is not a key of `products.mail`; did you mean `shared`?\n"
          "      sharde: yes\n      ^\n"
          "p.yaml:7:5: this line has a mistake (unknown_key), which is not shown, because free text is withheld\n"
          "  (withheld)\n"
          "p.yaml:9:5: this line has a mistake (missing_key), which is not shown, because free text is withheld\n"
          "  (withheld)\n"
          "p.yaml:9:14: this line has a mistake (unknown_id), which is not shown, because free text is withheld\n"
          "  (withheld)\n"
          "... and 3 more mistakes\n");
    for (const std::string format : {"text", "html", "json", "sarif", "junit", "github", "gitlab", "csv", "oscal"}) {
        CAPTURE(format);
        CHECK_FALSE(tells(run(broken, {"-f", format, "--redact"})));
    }
}

TEST_CASE("redacted reports are merged with each other only") {
    const Scratch files;
    files.write("mail.yaml", checklist);
    files.write("a.yaml", practice);
    files.write("b.yaml", practice);
    run_program({"-q", "--redact", "--rules", "mail.yaml", "-o", "a.jsonl", "a.yaml"});
    run_program({"-q", "--redact", "--rules", "mail.yaml", "-o", "b.jsonl", "b.yaml"});
    CHECK(run_program({"merge", "-f", "json", "--rules", "mail.yaml", "a.jsonl", "b.jsonl"}).out ==
          run_program({"-f", "json", "--redact", "--rules", "mail.yaml", "a.yaml", "b.yaml"}).out);
    run_program({"-q", "--rules", "mail.yaml", "-o", "b.jsonl", "b.yaml"});
    const Outcome refused = run_program({"merge", "--rules", "mail.yaml", "a.jsonl", "b.jsonl"});
    CHECK(refused.status == 3);
    CHECK(
        refused.err.starts_with("b.jsonl:1:1: the --redact of this run is not there, and in a.jsonl it is there; "
                                "give every run --redact, or none\n"));
}

}  // namespace hipaa::testing
