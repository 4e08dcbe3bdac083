// `hipaa-check explain` and `hipaa-check list`: whole pages, and what they refuse.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fmt/format.h>

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
          R"text(lanternway/own-login/two-step
=============================
A check of note 2, "Give everybody who signs in a login of their own"
(`lanternway/own-login`).
  Applies  When you answer `yes` to "Does the practice use Lanternway, or is
           anything about clients still in it?"
           And when there is at least one item in the list of people with
           access.
  Met when for each item of the list of people with access, you answer `yes` to
           "Does signing in take a second step for this person, such as a code
           from an app?"
  If not   Look at this (`attention`). For somebody, a password alone is enough
           to get in.
  To do    Turn the second step on, under Account > People. Then put "two_step:
           yes" for them under "people".
  Basis    Recommendation. A documented decision may accept it as it is.
  Why      Lanternway keeps a log of who opened which file. Where two people
           share a login, the log says nothing, and nobody can be locked out
           alone.
  Sources  45 CFR 164.312(a)(2)(i)
  Missing  An answer that is missing, and that decides, makes a check "Not
           answered" (unknown). It never passes.

If you decide to leave it as it is, put this into your practice file:

  decisions:
    - accepts: lanternway/own-login/two-step
      because:  # why it may stay so
      by:  # a role, such as practice owner
      decided_on:  # a date such as 2026-01-31
      review_by:  # at most 400 days later

--- Answers that contradict each other: solo-with-others -----------------------
`lanternway/solo-with-others`
  True if  the Lanternway plan is `solo`, and there is at least one item in the
           list of people with access.
  Then     At best "Not answered" (unknown): `lanternway/own-login`.
  To do    You say that the plan is for one person, and you list others who can
           sign in. Correct "plan" or "people".

--- Questions ------------------------------------------------------------------
  - `products.lanternway.in_use`: Does the practice use Lanternway, or is
    anything about clients still in it?
    Answer: `yes` or `no`; left out, it counts as `yes`.
  - `products.lanternway.people` (the list of people with access): Who besides
    you can sign in to your Lanternway account?
    Answer: a list of items.
    Lanternway: Account > People. Use codes such as as-01, never names. [] =
    nobody but you.
    Each item: `code`: A code for this person, so that you know whom you mean
    Answer: a code such as `ab-01`.
    Each item: `own_login`: Does this person sign in with a name and password of
    their own? Answer: `yes` or `no`.
    Each item: `two_step`: Does signing in take a second step for this person,
    such as a code from an app? Answer: `yes` or `no`.
  - `products.lanternway.people[].two_step`: Does signing in take a second step
    for this person, such as a code from an app?
    Answer: `yes` or `no`.
  - `products.lanternway.plan` (the Lanternway plan): Which Lanternway plan are
    you on?
    Answer: `community`, `solo` or `group`.
    Lanternway: Account > Plan. community = the one without payment. solo = for
    one person. group = for several.
)text");
}

TEST_CASE("a caveat that breaks the deal, and a contradiction") {
    const Outcome outcome =
        run_with_examples({"explain", "lanternway/research-on-files", "lanternway/solo-with-others"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out ==
          R"text(The Community plan gives client files to the maker
==================================================
`lanternway/research-on-files`
  Caveat   On the Community plan the maker of Lanternway may use files for its
           research, and the reviewer found no way to turn that off.
  Applies  When the Lanternway plan is `community`.
  To do    Move to a paid plan before any client file is in Lanternway: Account
           > Plan. Then change "plan".
  Weight   A deal-breaker: while it applies, the result is "Needs action"
           (fail).
  Sources  45 CFR 164.502(a)(3)

--- Questions ------------------------------------------------------------------
  - `products.lanternway.plan` (the Lanternway plan): Which Lanternway plan are
    you on?
    Answer: `community`, `solo` or `group`.
    Lanternway: Account > Plan. community = the one without payment. solo = for
    one person. group = for several.

Answers that contradict each other: solo-with-others
====================================================
`lanternway/solo-with-others`
  True if  the Lanternway plan is `solo`, and there is at least one item in the
           list of people with access.
  Then     At best "Not answered" (unknown): `lanternway/own-login`.
  To do    You say that the plan is for one person, and you list others who can
           sign in. Correct "plan" or "people".

--- Questions ------------------------------------------------------------------
  - `products.lanternway.plan` (the Lanternway plan): Which Lanternway plan are
    you on?
    Answer: `community`, `solo` or `group`.
    Lanternway: Account > Plan. community = the one without payment. solo = for
    one person. group = for several.
  - `products.lanternway.people` (the list of people with access): Who besides
    you can sign in to your Lanternway account?
    Answer: a list of items.
    Lanternway: Account > People. Use codes such as as-01, never names. [] =
    nobody but you.
    Each item: `code`: A code for this person, so that you know whom you mean
    Answer: a code such as `ab-01`.
    Each item: `own_login`: Does this person sign in with a name and password of
    their own? Answer: `yes` or `no`.
    Each item: `two_step`: Does signing in take a second step for this person,
    such as a code from an app? Answer: `yes` or `no`.
)text");
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
    const Outcome outcome = run_program({"explain", "any-product@nuvo/agreement", "-f", "json"});
    CHECK(Report(outcome.out).at("explained/0/id") == "any-product/agreement");
}

TEST_CASE("an id of an earlier version explains what it is called now") {
    const std::vector<std::string> rules{"-f", "json", "--rules", "tests/schema"};
    const std::vector<std::vector<std::string>> rows{
        {"all-types", "every-type"},
        {"every-type/plain-values", "every-type/values"},
        {"all-types/plain-values/is-yes", "every-type/values/is-yes"},
        {"all-types/1", "every-type/values"},
    };
    for (const auto& row : rows) {
        std::vector<std::string> arguments{"explain", row[0]};
        arguments.insert(arguments.end(), rules.begin(), rules.end());
        CAPTURE(row[0]);
        CHECK(Report(run_program(arguments).out).at("explained/0/id") == row[1]);
    }
}

/// What is explained, by id, with blanks between.
std::string explained(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "explain");
    arguments.insert(arguments.end(), {"-f", "json"});
    const Report report(run_with_examples(arguments).out);
    std::string ids;
    for (std::size_t i = 0; report.at(fmt::format("explained/{}", i)) != "(absent)"; ++i) {
        const std::string at = fmt::format("explained/{}/", i);
        const bool question = report.at(at + "kind") == "question";
        ids += (ids.empty() ? "" : " ") + report.at(at + (question ? "questions/0/key" : "id"));
    }
    return ids;
}

TEST_CASE("whatever reports call a thing explains it, and what fits several explains each") {
    struct Row {
        std::vector<std::string> arguments;
        std::string expected;
    };
    const std::vector<Row> rows{
        {{"spruce/paid-tier"}, "spruce/paid-tier"},
        {{"security-rule"}, "security-rule"},
        {{"security_rule"}, "security-rule"},
        {{"products.spruce"}, "spruce"},
        {{"note", "22"}, "security-rule/group-health-plans"},
        {{"Note 22"}, "security-rule/group-health-plans"},
        {{"22"}, "security-rule/group-health-plans"},
        {{"sends.other"}, "products.spruce.sends.other"},
        {{"products.spruce.plan.tier"}, "products.spruce.plan.tier"},
        {{"messages"},
         "client-communication/plain-messages spruce/secure-conversation/messages products.spruce.sends.messages"},
        {{"confirmed_on"}, "confirmed_on"},
        {{"not-a-trial"}, "spruce/paid-tier/not-a-trial"},
        {{"solo-with-others"}, "lanternway/solo-with-others"},
        {{"login"}, "lanternway/own-login"},
        {{"expire"}, "lanternway/links-expire"},
        {{"examples/checklists/lanternway.yaml"}, "lanternway"},
        {{"./examples//checklists/lanternway.yaml"}, "lanternway"},
        {{"spruce/6"}, "spruce/paid-tier"},
        {{"Spruce/Note 6"}, "spruce/paid-tier"},
        {{"security_rule/22"}, "security-rule/group-health-plans"},
        {{"Spruce"}, "spruce"},
        {{"LOGIN"}, "lanternway/own-login"},
        {{"products.loom-video.agreement.status"}, "products.*.agreement.status"},
        {{"products.dr. x.agreement.status"}, "products.*.agreement.status"},
        {{"products.spruce.texting.sms_clients_analysed"}, "products.spruce.texting.sms_clients_analyzed"},
        {{"sms_clients_analysed"}, "products.spruce.texting.sms_clients_analyzed"},
        {{"login", "lanternway/own-login", "22", "note", "22"},
         "lanternway/own-login security-rule/group-health-plans"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments.front());
        CHECK(explained(row.arguments) == row.expected);
    }
}

TEST_CASE("a question is explained with what reads it") {
    CHECK(run_with_examples({"explain", "lanternway.people"}).out ==
          R"text(products.lanternway.people
==========================
  Question Who besides you can sign in to your Lanternway account?
  Where    Lanternway: Account > People. Use codes such as as-01, never names.
           [] = nobody but you.
  Answers  a list of items.
  Items    `code`: A code for this person, so that you know whom you mean
           Answer: a code such as `ab-01`.
           `own_login`: Does this person sign in with a name and password of
           their own? Answer: `yes` or `no`.
           `two_step`: Does signing in take a second step for this person, such
           as a code from an app? Answer: `yes` or `no`.
  Read by  `lanternway/own-login` (note 2: Give everybody who signs in a login
           of their own)
           `lanternway/own-login/no-sharing` (note 2)
           `lanternway/own-login/two-step` (note 2)
           `lanternway/solo-with-others` (contradiction)
)text");
}

struct Refusal {
    std::vector<std::string> arguments;
    std::string message;
};

TEST_CASE("a wrong command line is refused with a suggestion") {
    const std::vector<Refusal> rows{
        {{"explain", "spruce/paid-teir"},
         "hipaa-check: there is nothing called `spruce/paid-teir` to explain; did you mean `spruce/paid-tier`?\nTry "
         "`hipaa-check explain --help`.\n"},
        {{"explain", "products.spruce.agreement.status"},
         "hipaa-check: there is nothing called `products.spruce.agreement.status` to explain; did you mean "
         "`products.*.agreement.status`?\nTry `hipaa-check explain --help`.\n"},
        {{"explain", "zzz"},
         "hipaa-check: there is nothing called `zzz` to explain; the checklists are any-product, "
         "client-communication, consumer-apps, doxy-me, google-workspace, microsoft-365, security-rule, spruce or "
         "zoom, and `hipaa-check list notes` shows what is in them\nTry `hipaa-check explain --help`.\n"},
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
    CHECK(run_with_examples({"list"}).out ==
          R"text(  - any-product: Your part in using a product that has no review here
    Caveats: 1, Notes: 6, Checks: 29, Questions: 23
  - client-communication: Communicating with your clients
    Caveats: 0, Notes: 8, Checks: 27, Questions: 28
  - consumer-apps: Your part when personal apps get to client information
    Caveats: 5, Notes: 3, Checks: 7, Questions: 9
  - doxy-me: Your part in using Doxy.me
    Caveats: 1, Notes: 9, Checks: 24, Questions: 24
  - google-workspace: Your part in using Google Workspace
    Caveats: 1, Notes: 9, Checks: 32, Questions: 30
  - microsoft-365: Your part in using Microsoft 365
    Caveats: 1, Notes: 9, Checks: 27, Questions: 25
  - security-rule: The HIPAA Security Rule in your practice
    Caveats: 0, Notes: 22, Checks: 90, Questions: 99
  - spruce: Your part in using Spruce
    Caveats: 0, Notes: 6, Checks: 21, Questions: 22
  - zoom: Your part in using Zoom
    Caveats: 1, Notes: 8, Checks: 27, Questions: 26
  - lanternway: Your part in using Lanternway
    Caveats: 1, Notes: 3, Checks: 5, Questions: 9

  - `any-product`: Your part in using a product that has no review here
    For the key `products.*`; from built-in rules/any-product.yaml; version
    2026-11-28.
    Source: "45 CFR 160.103, 164.308(b), 164.314(a), 164.402, 164.502(e),
    164.504(e)", by U.S. Department of Health and Human Services. Reviewed on
    2026-11-22.
  - `client-communication`: Communicating with your clients
    For the key `communication`; from built-in rules/client-communication.yaml;
    version 2026-11-22.
    Source: "45 CFR 164.312(e), 164.522(b), 164.524; 78 FR 5634", by U.S.
    Department of Health and Human Services. Reviewed on 2026-11-22.
  - `consumer-apps`: Your part when personal apps get to client information
    For the key `products.consumer_apps`; from built-in
    rules/consumer-apps.yaml; version 2026-11-28.
    Source: "What vendors' and other people's pages say of a BAA, read in
    November 2026; nobody reviewed these apps here", by Google, and others who
    quote Apple and Meta (in other words). The review has no date.
  - `doxy-me`: Your part in using Doxy.me
    For the key `products.doxy_me`; from built-in rules/doxy-me.yaml; version
    2026-11-28.
    Source: "Doxy.me's own help pages, read in November 2026; nobody reviewed
    the product", by Doxy.me (its help pages, in other words). The review has no
    date.
  - `google-workspace`: Your part in using Google Workspace
    For the key `products.google_workspace`; from built-in
    rules/google-workspace.yaml; version 2026-11-28.
    Source: "Google's own pages on HIPAA, read in November 2026; nobody reviewed
    the product", by Google (its pages, in other words). The review has no date.
  - `microsoft-365`: Your part in using Microsoft 365
    For the key `products.microsoft_365`; from built-in
    rules/microsoft-365.yaml; version 2026-11-28.
    Source: "Microsoft's own page on HIPAA, read in November 2026; nobody
    reviewed the product", by Microsoft (its page, in other words). The review
    has no date.
  - `security-rule`: The HIPAA Security Rule in your practice
    For the key `security_rule`; from built-in rules/security-rule.yaml; version
    2026-11-28.
    Source: "45 CFR Part 164 Subpart C, the HIPAA Security Rule, as amended on
    25 January 2013 (78 FR 5693-5695), with technical corrections of 7 June 2013
    (78 FR 34264-34266)", by U.S. Department of Health and Human Services.
    Reviewed on 2026-11-22.
  - `spruce`: Your part in using Spruce
    For the key `products.spruce`; from built-in rules/spruce.yaml; version
    2026-11-22.
    Source: "Spruce: HIPAApropriateness review", by Person Centered Tech. The
    review has no date.
  - `zoom`: Your part in using Zoom
    For the key `products.zoom`; from built-in rules/zoom.yaml; version
    2026-11-28.
    Source: "Zoom's own pages on HIPAA, read in November 2026; nobody reviewed
    the product", by Zoom (its pages, in other words). The review has no date.
  - `lanternway`: Your part in using Lanternway
    For the key `products.lanternway`; from examples/checklists/lanternway.yaml;
    version 2026-11-22.
    Source: "Lanternway: what we found (an invented review)", by The Invented
    Review. Reviewed on 2026-09-14.

More: `hipaa-check list notes`, `hipaa-check list questions`, `hipaa-check
explain ID`.
)text");
    CHECK(run_with_examples({"list", "notes"})
              .out.find("  - 3. Let the links expire within 30 days (`lanternway/links-expire`;\n    recommendation)\n"
                        "    Check: `within-30-days`\n"
                        "  - Caveat: The Community plan gives client files to the maker\n"
                        "    (`lanternway/research-on-files`)\n"
                        "  - Contradiction: `lanternway/solo-with-others`\n") != std::string::npos);
    CHECK(run_with_examples({"list", "questions"})
              .out.find("  - `products.lanternway.people[].own_login`: Does this person sign in with a\n"
                        "    name and password of their own?\n"
                        "    Answer: `yes` or `no`\n") != std::string::npos);
    const Report json(run_with_examples({"list", "-f", "json"}).out);
    CHECK(json.at("format") == "hipaa-check/list/1");
    CHECK(json.of("lanternway", "counts") == R"({"caveats":1,"notes":3,"checks":5,"questions":9})");
    CHECK(json.at("questions/0/key") == "confirmed_on");
}

}  // namespace
}  // namespace hipaa::testing
