// What the reports for people say at the beginning, and what they ask for.
#include <doctest/doctest.h>

#include "report/reported.hpp"
#include "support/lab.hpp"
#include "support/program.hpp"

namespace hipaa {
namespace {

const std::string tools = R"yaml(checklist: 1
id: any-tool
title: Your part in using a tool
about: products.*
questions:
  lock: {ask: "Is it locked away?", answer: addressable}
  light: {ask: "Is its light off?", answer: yes_no}
  dust: {ask: "Is it free of dust?", answer: yes_no}
notes:
  - id: locked
    number: 1
    title: Lock it away
    why: Somebody may take it.
    basis: law
    cites: ["45 CFR 164.310(d)(1)"]
    checks:
      - {id: locked, require: {lock: {addressed: yes}}, message: It lies about., fix: Lock it away.}
  - id: clean
    number: 2
    title: Keep it clean
    why: It lasts longer.
    basis: recommendation
    checks:
      - {id: dusted, require: {dust: yes}, otherwise: attention, message: It is dusty., fix: Wipe it.}
  - id: light
    number: 3
    title: Switch its light off
    why: It gets warm.
    basis: recommendation
    checks:
      - {id: switched-off, require: {light: yes}, otherwise: attention, message: It is on., fix: Switch it off.}
)yaml";

const std::string workshop = R"yaml(confirmed_on: 2026-11-01
products:
  drill: {light: no, dust: no}
  saw: {lock: {status: alternative}, light: no, dust: yes}
)yaml";

/// From `from` until the next `to`.
std::string part(const std::string& report, const std::string& from, const std::string& to) {
    const std::size_t begin = report.find(from);
    REQUIRE(begin != std::string::npos);
    return report.substr(begin, report.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("a note that does not apply names each answer by which its checks do not") {
    const std::string practice = R"yaml(confirmed_on: 2026-11-01
products:
  spruce:
    sends:
      messages: not_used
      payment_requests: not_used
      payment_receipts: not_used
      other: not_used
)yaml";
    const std::string report = Reported{"", {{"one.yaml", practice}}}.as("text");
    CHECK(part(report, "--- Does not apply ", "\n\n") ==
          R"page(--- Does not apply -------------------------------------------------------------
  - Note 4: `sends.messages` is not_used (line 5, column 17);
    `sends.payment_requests` is not_used (line 6, column 25);
    `sends.payment_receipts` is not_used (line 7, column 25); `sends.other` is
    not_used (line 8, column 14))page");
}

TEST_CASE("a short report leaves explanations out of a long fix, never a line to change or what not to do") {
    const std::string lamp = R"yaml(checklist: 1
id: lamp
title: Your part in using a lamp
about: products.lamp
questions:
  lit.status: {ask: "Is it lit?", answer: {choice: [yes_it_is, no_it_is_not]}}
  lit.since: {ask: "Since when?", answer: date}
notes:
  - id: light
    number: 1
    title: Light it
    why: It is dark.
    basis: recommendation
    checks:
      - id: lit
        require: {lit.status: yes_it_is}
        message: It is not lit.
        fix: FIX
)yaml";
    const auto told = [&](const std::string& fix) {
        std::string checklist = lamp;
        checklist.replace(checklist.find("FIX"), 3, "'" + fix + "'");
        const std::string practice = "confirmed_on: 2026-11-01\nproducts: {lamp: {lit: {status: no_it_is_not}}}\n";
        std::string text = part(Reported{checklist, {{"one.yaml", practice}}}.as("text"), "  To do    ", "\n  More");
        for (auto at = text.find("\n           "); at != std::string::npos; at = text.find("\n           "))
            text.replace(at, 12, " ");
        return text.substr(11);
    };
    const std::string edit = "Then put \"status: yes_it_is\" under \"lit\".";
    const std::string told_edit = "Then put \"status: yes_it_is\" (line 2, now no_it_is_not) under \"lit\".";
    CHECK(told("Light it. Wait. Look. " + edit) == "Light it. Wait. Look. " + told_edit);
    CHECK(told("Light it. Wait. Look. Listen. " + edit) == "Light it. Wait. " + told_edit + " (the rest with -v)");
    CHECK(told("Light it. Wait. Look. Do not hurry. " + edit) ==
          "Light it. Do not hurry. " + told_edit + " (the rest with -v)");
    CHECK(told("Light it. Wait. Look. Do not hurry. " + edit + " Put the day as \"since:\".") ==
          "Light it. Do not hurry. " + told_edit + " Put the day as \"since:\". (the rest with -v)");
    CHECK(told("Light it. Wait. Do not hurry. " + edit + " Put the day as \"since:\".") ==
          "Light it. Wait. Do not hurry. " + told_edit + " Put the day as \"since:\".");
    CHECK(told("Light it. Wait. Look. Listen. Sleep.") == "Light it. Wait. Look. (the rest with -v)");
}

TEST_CASE("each problem shows the answers that it rests on, also those shown before") {
    const std::string practice = R"yaml(confirmed_on: 2026-11-01
products:
  theranest:
    client_information: yes
    agreement: {status: executed, lacks: [uses, access], vendor_uses: nothing}
)yaml";
    const std::string report = Reported{"", {{"one.yaml", practice}}}.as("text");
    CHECK(part(report, "Note 2. ", "  Also") == R"page(Note 2. Check that the agreement says what it must
  Why      Not every paper called a BAA will do.
  Problem  Legal duty: The BAA does not say what the vendor may do with the
           information, or does not rule out the rest (164.504(e)(2)(i),
           (ii)(A)).
  In file  `agreement.lacks` is uses, access (line 5, column 42)
  To do    Ask the vendor for its present BAA or for an amendment that says what
           it may do with client information and rules out the rest. Then take
           "uses" and "no_other_use" out of "lacks" under "agreement".
  Problem  Legal duty: The BAA lacks something about clients' rights: that the
           vendor helps you with copies, with corrections, or with the list of
           disclosures (164.504(e)(2)(ii)(E), (F), (G)).
  In file  `agreement.lacks` is uses, access (line 5, column 42)
  To do    Ask the vendor for its present BAA or for an amendment that makes it
           help with a client's copies, corrections and list of disclosures.
           Then take "access", "amendment" and "accounting" out of "lacks" under
           "agreement".
)page");
}

TEST_CASE("what fails in related notes of two checklists: the later one names the number of the first") {
    const std::string practice = R"yaml(confirmed_on: 2026-11-01
products:
  theranest:
    client_information: yes
    agreement: {status: executed}
    trouble: {violation: goes_on}
security_rule: {policies: {topics: [risks]}}
)yaml";
    const std::string report = Reported{"", {{"one.yaml", practice}}}.as("text");
    CHECK(part(report, " 1. ", "\n 3. ") ==
          R"page( 1. Tell the vendor in writing what has to stop, and by when. (legal duty,
    Theranest, note 6)
 2. Write down what counts as an incident and what is done about it, from a lost
    phone to a strange sign-in. (legal duty, HIPAA Security Rule, note 4)
    See also 1 above.)page");
}

TEST_CASE("answers are to be confirmed once all are given, and what is only to look at is counted as it is") {
    const std::string blank = "products: {drill: {light: no, dust: yes}}\n";
    CHECK(part(Reported{tools, {{"one.yaml", blank}}}.as("text"), " 1. ", "\n\n") ==
          R"page( 1. Answer 1 question; the lines to add are below, under "Not answered".
 2. Look at 1 point, in note 3.
 3. Check all answers once they are given; then set `confirmed_on`.)page");
    const std::string old = "confirmed_on: 2025-01-01\nproducts: {drill: {lock: implemented, light: yes, dust: no}}\n";
    CHECK(part(Reported{tools, {{"one.yaml", old}}}.as("text"), " 1. ", "\n\n") ==
          R"page( 1. Look at 1 point, in note 2.
 2. Check that all answers are still true; then set `confirmed_on`.)page");
}

TEST_CASE("a remark on answers that do not count names their lines once") {
    const std::string practice =
        "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    in_use: no\n"
        "    first_client_use: not_yet\n    plan: {tier: basic}\n    baa: {status: none}\n";
    const std::string report = Reported{"", {{"one.yaml", practice}}}.as("text");
    CHECK(part(report, "--- Remarks", "\n\n") ==
          R"page(--- Remarks --------------------------------------------------------------------
  - `products.spruce`: the answer to `plan.tier` (line 6) does not count,
    because of `in_use` (line 4))page");
}

TEST_CASE("several checklists: first what they come to, then each, and what is worth a look by product") {
    const std::string report = Reported{tools, {{"one.yaml", workshop}}}.as("text");
    CHECK(part(report, "In ", "\n---") ==
          R"page(In 2 checklists: of 6 notes, 2 cannot be judged yet, 3 need attention. In place,
as reported: 1.
  - Drill: of 3 notes, 1 cannot be judged yet, 2 need attention.
  - Saw: of 3 notes, 1 cannot be judged yet, 1 needs attention.
)page");
    CHECK(part(report, "--- What", "\n--- Not") ==
          R"page(--- What to do, in order -------------------------------------------------------
 1. Answer 2 questions; the lines to add are below, under "Not answered".
 2. Look at 3 points, in Drill, notes 2 and 3; Saw, note 3.

Next due, by 2027-11-01: Check that all answers are still true, and set
`confirmed_on` to that day.
)page");
}

TEST_CASE("whether a reason is in writing is asked once it is known that one is needed") {
    const std::string report = Reported{tools, {{"one.yaml", workshop}}}.as("text");
    CHECK(part(report, "--- Not answered", "\n--- Look") ==
          R"page(--- Not answered ---------------------------------------------------------------
  - Drill, note 1. Lock it away: needs your answer to `lock.status`
  - Saw, note 1. Lock it away: needs your answer to `lock.rationale_documented`

Lines to add to one.yaml. Put each line under its heading, with the same
indentation. If a line is already in your file, fill that one in.

  products:
    drill:
      lock:
        # Question: Is it locked away?
        # Answers:
        #   implemented = you do this
        #   alternative = you do something else that protects as well
        #   not_reasonable = neither is sensible in your practice
        #   not_addressed = you have not decided yet
        status:  # one of these words
    saw:
      lock:
        # Question: Is it written down why it is not done as the rule words it,
        # and what is done instead?
        # Where to look: Your risk analysis or your security policies. It needs
        # an answer only if the status is alternative or not_reasonable.
        rationale_documented:  # yes or no
)page");
}

TEST_CASE("a list that an item without an answer keeps open says so") {
    const testing::Scratch scratch;
    scratch.write("lab.yaml", testing::lab_checklist("{list: {each: {ok: yes}}}"));
    const auto words = [&](const std::string& list) {
        scratch.write("p.yaml", testing::lab_practice("list: " + list));
        std::string text = testing::run_program({"--rules", "lab.yaml", "-f", "markdown", "p.yaml"}).out;
        for (std::size_t at = 0; (at = text.find("\n    # ", at)) != text.npos;) text.replace(at, 7, " ");
        return text;
    };
    const std::string place = "already in your file, line 3";
    CHECK(testing::has(words("[{ok: yes}, unknown]"),
                       place + ", where an item is blank or unknown: fill it in, or delete it if there are no more\n"));
    CHECK(testing::has(words("unknown"), place + "\n"));
}

TEST_CASE("what nobody has confirmed is not called too old") {
    const testing::Scratch scratch;
    scratch.write("lab.yaml", testing::lab_checklist("{flag: yes}"));
    scratch.write("p.yaml", "products:\n  lab: {flag: yes}\n");
    const std::string text = testing::run_program({"--rules", "lab.yaml", "p.yaml"}).out;
    CHECK(testing::has(text, "  - Not counted until somebody confirms the answers: note 1\n"));
    CHECK(!testing::has(text, "oo old"));
    const std::string html = testing::run_program({"--rules", "lab.yaml", "-f", "html", "p.yaml"}).out;
    CHECK(testing::has(html, "Nobody has confirmed the answers yet"));
    CHECK(!testing::has(html, "oo old to count"));
}

}  // namespace hipaa
