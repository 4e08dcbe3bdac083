// --brief: one screen of one practice, the overview of several; and how long reports are.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

std::size_t lines(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

const std::string sound = R"yaml(confirmed_on: 2026-11-01
practice:
  name: Willow Creek Counseling
  covered_entity: yes
products:
  spruce:
    first_client_use: 2026-02-01
    plan: {tier: basic, paid_since: 2026-01-10}
    baa: {status: executed, executed_on: 2026-01-10, copy_on_file: yes}
    phone: {number: yes, clients_told_voice_only: all}
    texting: {default: app, norm_explained: yes, sms_clients: 2, sms_clients_informed: 2, sms_clients_analyzed: 2}
    sends: {messages: secure_conversation, payment_requests: secure_conversation, payment_receipts: secure_conversation, other: not_used}
    email: {used_for: [care_team]}
)yaml";

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

std::string report_on(const std::string& practice, std::vector<std::string> options = {}) {
    const Scratch scratch;
    scratch.write("practice.yaml", practice);
    options.push_back("practice.yaml");
    return run_program(options).out;
}

}  // namespace

TEST_CASE("a clean report: nothing to do, when to confirm again, what falls due next") {
    CHECK(report_on(sound) == R"page(Willow Creek Counseling
=======================
practice.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.
Your part in using Spruce: nothing left to do. Caveats about Spruce itself: 0.
Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 6
Assumed, because the file does not say: `in_use` is yes.

--- What to do, in order -------------------------------------------------------
Nothing to do now. Confirm all answers again by 2027-11-01 (`confirmed_on`).
Next due, by 2027-05-22: Look for a newer hipaa-check (checklist spruce).

--- In place, as reported; nothing was verified --------------------------------
  Note 1   Get a BAA from Spruce before client information goes in
  Note 2   Text with clients in the Spruce app; decide about SMS for each client
  Note 3   Tell clients that your Spruce number is for calls and voicemail
  Note 4   Send everything to clients who use the app as a Secure Conversation
  Note 5   Use a Spruce mailbox for the care team only
  Note 6   Pay for Spruce

hipaa-check 0.2.0 (more with -v). As reported; nothing was verified. This is not
legal advice. Products and rules change. Source (not affiliated): Person
Centered Tech, undated, https://personcenteredtech.com/vendorreview/spruce/.
)page");
}

TEST_CASE("reports are short: a clean one, and one with a single point open") {
    CHECK(lines(report_on(sound)) <= 24);
    struct Row {
        std::string from;
        std::string to;
    };
    const std::vector<Row> rows{
        {"tier: basic", "tier: unknown"},
        {"copy_on_file: yes", "copy_on_file: no"},
        {"copy_on_file: yes", "copy_on_file: unknown"},
        {"default: app", "default: sms"},
        {"sms_clients_analyzed: 2", "sms_clients_analyzed: 1"},
        {"clients_told_voice_only: all", "clients_told_voice_only: nobody"},
        {"other: not_used", "other: standard"},
        {"used_for: [care_team]", "used_for: [clients]"},
        {"used_for: [care_team]", "used_for: unknown"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to);
        const std::string practice = with(sound, row.from, row.to);
        CHECK(lines(report_on(practice)) <= 45);
        CHECK(lines(report_on(practice, {"--brief"})) <= 24);
    }
}

TEST_CASE("few lines are the same in every report") {
    const std::vector<std::string> reports{
        report_on(sound), report_on(with(sound, "tier: basic", "tier: free")),
        report_on(with(sound, "used_for: [care_team]", "used_for: unknown")),
        report_on(with(sound, "confirmed_on: 2026-11-01", "confirmed_on: 2024-11-01"))};
    std::size_t same = 0;
    std::string rest = reports[0];
    for (auto end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
        const std::string line = rest.substr(0, end + 1);
        rest.erase(0, end + 1);
        const bool names_practice =
            line.find("Willow") == 0 || line.find("===") == 0 || line.find("practice.yaml") == 0;
        if (line != "\n" && !names_practice && std::ranges::all_of(reports, [&](const std::string& report) {
                return report.find(line) != std::string::npos;
            }))
            ++same;
    }
    CHECK(same <= 8);
}

TEST_CASE("--brief: one screen, also where much is open") {
    CHECK(report_on(with(sound, "tier: basic", "tier: free"), {"--brief"}) == R"page(Willow Creek Counseling
=======================
practice.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.
Your part in using Spruce: of 6 notes, 1 needs action, 1 cannot be judged yet.
In place, as reported: 4. Caveats about Spruce itself: 0. Some of its answers
cannot all be true.
Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 6

--- What to do, in order -------------------------------------------------------
 1. Choose a paid plan in Spruce, under Settings > Billing. (note 6)
 2. Correct plan.tier or baa.status. (contradiction)

Next due, by 2027-05-22: Look for a newer hipaa-check (checklist spruce).

hipaa-check 0.2.0 (more with -v). As reported; nothing was verified. This is not
legal advice. Products and rules change. Source (not affiliated): Person
Centered Tech, undated, https://personcenteredtech.com/vendorreview/spruce/.
)page");
    for (const std::string example : {"first-draft", "small-practice", "solo-practice", "group-practice"}) {
        CAPTURE(example);
        const std::string set = "products.spruce.plan.tier=free";
        for (const std::vector<std::string>& options : std::vector<std::vector<std::string>>{
                 {},
                 {"--max-age", "1"},
                 {"--as-of", "2026-11-22", "--max-age", "3"},
                 {"--checklist", "spruce"},
                 {"--set", set, "--as-of", "2026-11-22", "--max-age", "3"},
                 {"--set", set, "--set", "products.zoom.in_use=yes", "--set", "products.doxy_me.in_use=yes", "--set",
                  "practice.name=A long name of a practice that goes on and on, over more than one line of a screen",
                  "--set", "practice.covered_entity=no", "--max-age", "3"}}) {
            for (const std::string format : {"text", "markdown"}) {
                CAPTURE(options);
                std::vector<std::string> words{"--brief", "-f", format, "examples/" + example + ".yaml"};
                words.insert(words.end(), options.begin(), options.end());
                CHECK(lines(run_program(words).out) <= 24);
            }
        }
    }
}

TEST_CASE("--brief: what there is least room for is cut") {
    const std::string practice = R"yaml(practice: {name: Harbor Light Counseling}
products:
  spruce:
    first_client_use: 2025-01-01
    plan: {tier: free}
    baa: {status: requested, requested_on: 2026-01-01, gap: notification_due, gap_known_on: 2024-01-01}
    texting: {default: sms}
    sends: {messages: standard}
)yaml";
    CHECK(report_on(practice, {"--brief", "--as-of", "2026-11-22"}) == R"page(Harbor Light Counseling
=======================
practice.yaml, as of 2026-11-22.
Nobody has said when these answers were last confirmed: nothing counts as in
place until somebody confirms them.
Your part in using Spruce: of 6 notes, 2 need action, 2 have a recommended
change, 2 cannot be judged yet. In place, as reported: 0. Caveats about Spruce …
Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 6

--- What to do, in order -------------------------------------------------------
 1. Choose a paid plan in Spruce, under Settings > Billing. (note 6)
 2. Write to Spruce support again, and keep the request. (note 1)
 3. Then see to the rest: 3 points, in 3 notes.
 4. Answer 7 questions.
 5. Check all answers once they are given; then set `confirmed_on`.

Overdue since 2024-03-01: Last day to tell clients about a breach during the
time without a BAA, unless a written assessment shows that it was none. The …
Next due, by 2027-05-22: Look for a newer hipaa-check (checklist spruce).

hipaa-check 0.2.0 (more with -v). 2026-11-22 counted as today (--as-of). As
reported; nothing was verified. This is not legal advice. Products and rules
change. Source (not affiliated): Person Centered Tech, undated,
https://personcenteredtech.com/vendorreview/spruce/.
)page");
}

namespace {

/// What comes after the list of what to do, up to the next empty line.
std::string after_todos(const std::string& report) {
    const auto begin = report.find('\n', report.find("What to do, in order")) + 1;
    return report.substr(begin, report.find("\n\n", begin) + 1 - begin);
}

}  // namespace

TEST_CASE("what is overdue is said where the next day is, in brief and in full") {
    const std::string expected =
        "Nothing to do now except what is overdue. Confirm all answers again by\n"
        "2027-11-01 (`confirmed_on`).\n"
        "Overdue since 2027-05-22: Look for a newer hipaa-check (checklist spruce).\n";
    CHECK(after_todos(report_on(sound, {"--as-of", "2027-10-28"})) == expected);
    CHECK(after_todos(report_on(sound, {"--as-of", "2027-10-28", "--brief"})) == expected);
    CHECK(report_on(sound, {"--as-of", "2027-10-28", "--brief", "-f", "markdown"})
              .find("\nOverdue since 2027-05-22: Look for a newer hipaa-check (checklist spruce).\n") !=
          std::string::npos);
    CHECK(report_on(sound, {"--as-of", "2027-10-28", "-f", "html"})
              .find(">Overdue since 2027-05-22: Look for a newer hipaa-check (checklist spruce).<") !=
          std::string::npos);

    const std::string accepted = with(sound, "clients_told_voice_only: all", "clients_told_voice_only: some") +
                                 "communication: {}\n" + R"yaml(decisions:
  - accepts: spruce/voice-only-number/all-told
    because: They are told at their next session.
    by: practice owner
    decided_on: 2026-11-02
    review_by: 2027-09-01
)yaml";
    const std::string full = report_on(accepted, {"--as-of", "2027-10-28"});
    CHECK(full.find("\n\nOverdue since 2027-09-01: Decide again about\n"
                    "`spruce/voice-only-number/all-told`.\n"
                    "Overdue since 2027-05-22: Look for a newer hipaa-check (checklists\n"
                    "client-communication and spruce).\n"
                    "Next due, by 2027-11-01: Check that all answers are still true, and set\n"
                    "`confirmed_on` to that day.\n\n") != std::string::npos);
    const std::string brief = report_on(accepted, {"--as-of", "2027-10-28", "--brief"});
    CHECK(brief.find("\n\nOverdue since 2027-09-01: Decide again about\n"
                     "`spruce/voice-only-number/all-told`. 2 more are overdue.\n"
                     "Next due, by 2027-11-01: ") != std::string::npos);
    CHECK(lines(brief) <= 24);
}

TEST_CASE("--brief names what was not checked") {
    const std::string file =
        "confirmed_on: 2026-11-20\ncommunication: {}\nproducts:\n  spruce: {in_use: no, baa: {status: none}, "
        "first_client_use: not_yet}\n  x-ray-cloud: {}\n";
    const auto brief = [&](const std::string& format) {
        return run_program({"--brief", "--checklist", "spruce", "-f", format, "-"}, {.in = file}).out;
    };
    CHECK(brief("text").find("\nNot checked: `products.x-ray-cloud`, `communication`.\n") != std::string::npos);
    CHECK(brief("markdown").find("\nNot checked: `products.x-ray-cloud`, `communication`.\n") != std::string::npos);
    CHECK(brief("html").find("Not checked: <code>products.x-ray-cloud</code>, <code>communication</code>.") !=
          std::string::npos);
}

TEST_CASE("--brief: of a file with many mistakes the first few are shown") {
    std::string practice;
    for (int i = 10; i < 50; ++i) practice += "k" + std::to_string(i) + ": 1\n";
    const std::string report = report_on(practice, {"--brief"});
    CHECK(lines(report) == 24);
    CHECK(report.find("\npractice.yaml:5:1: `k14` is not a key") != std::string::npos);
    CHECK(report.find("\n... and 35 more mistakes\n\nhipaa-check 0.2.0") != std::string::npos);
}

TEST_CASE("--brief of several practices is the overview alone, and goes with what people read") {
    const Scratch scratch;
    scratch.write("a.yaml", sound);
    scratch.write("b.yaml", with(sound, "tier: basic", "tier: free"));
    scratch.write("c.yaml", "products: {spruce: {plan: {teir: free}}}\n");
    CHECK(run_program({"--brief", "."}).out == R"page(3 practices, the most urgent first
==================================
Of 3 practices, 1 has mistakes in its file and was not checked, 1 needs action,
1 has everything in place, as reported.
Each number counts points: what the law or HHS asks for, what the vendor asks
for, a reviewer's advice, answers to give or check, and what to look at.
Practice                  Result                 Law  Vendor  Advice  Open  Look
c.yaml                    1 mistake
b.yaml (Willow Creek Co…  Needs action                     1             1
a.yaml (Willow Creek Co…  In place, as reported

hipaa-check 0.2.0 (more with -v). As reported; nothing was verified. This is not
legal advice. Products and rules change. Source (not affiliated): Person
Centered Tech, undated, https://personcenteredtech.com/vendorreview/spruce/.
)page");
    CHECK(run_program({"--brief", "-f", "markdown", "."}).out.find("# Willow Creek") == std::string::npos);
    const std::string html = run_program({"--brief", "-f", "html", "."}).out;
    CHECK(html.find("<table") != std::string::npos);
    CHECK(html.find("<article") == std::string::npos);
    CHECK(run_program({"--brief", "-v", "a.yaml"}).status == 2);
}

TEST_CASE("the overview counts what keeps a practice open although every question has an answer") {
    const Scratch scratch;
    scratch.write("lab.yaml", R"yaml(checklist: 1
id: lab
title: Lab
about: products.lab
questions:
  a: {ask: a, answer: yes_no}
  b: {ask: b, answer: yes_no}
contradictions: [{id: apart, if: {a: yes, b: no}, message: They differ., affects: [n]}]
notes:
  - {id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, require: {a: yes}, message: m, fix: f}]}
)yaml");
    scratch.write("a.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {a: yes, b: no}}\n");
    scratch.write("b.yaml", "confirmed_on: 2025-11-20\nproducts: {lab: {a: yes, b: yes}}\n");
    scratch.write("c.yaml", "products: {lab: {a: yes, b: no}}\n");
    const std::string report =
        run_program({"--rules", "lab.yaml", "--brief", "-f", "markdown", "a.yaml", "b.yaml", "c.yaml"}).out;
    const auto begin = report.find("| c.yaml");
    CHECK(report.substr(begin, report.find("\n\n", begin) + 1 - begin) ==
          "| c.yaml | Not answered |  |  |  | 2 |  |\n"
          "| a.yaml | Not answered |  |  |  | 1 |  |\n"
          "| b.yaml | Not answered |  |  |  | 1 |  |\n");
}

TEST_CASE("--brief names a few of the files that were skipped") {
    const Scratch scratch;
    scratch.write("d/p.yaml", sound);
    for (int i = 10; i < 30; ++i) scratch.write("d/z" + std::to_string(i) + ".yaml", "other: 1\n");
    const std::string report = run_program({"--brief", "d"}).out;
    CHECK(lines(report) <= 24);
    CHECK(
        report.find("\nSkipped, because they are not practice files: `d/z10.yaml`, `d/z11.yaml`,\n`d/z12.yaml`, and 17 "
                    "more.\n") != std::string::npos);
}

}  // namespace hipaa::testing
