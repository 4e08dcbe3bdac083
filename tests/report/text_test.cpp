// The text report, whole.
#include "report/report_sample.hpp"
#include "text/width.hpp"

namespace hipaa {

TEST_CASE("text: a practice with something open") {
    const std::string expected = R"page(Elm Street
==========
one.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.
Your part in using Lamp: of 5 notes, 1 needs action, 1 has a recommended change,
1 needs attention, 1 does not apply. In place, as reported: 1. Caveats about
Lamp itself: 0.
Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 5
Assumed, because the file does not say: `practice.covered_entity` is yes;
`outdoors` is no.

--- What to do, in order -------------------------------------------------------
 1. Stop using Lamp. (legal duty, note 1)
 2. Put it on. (recommendation, note 2)
 3. Answer 1 question; the lines to add are below, under "Not answered".
 4. Look at 1 more point, in note 3.

Next due, by 2027-11-01: Check that all answers are still true, and set
`confirmed_on` to that day.

--- Needs action: legal duty or vendor's condition -----------------------------
Note 1. Sign a contract
  Why      The law wants one.
  Problem  Legal duty: No contract is signed. That is bad.
  In file  `contract.status` is none (line 5, column 24)
  To do    Stop using Lamp. Then sign.
  Also     `contract.copy` not answered
  More     `hipaa-check explain lamp/contract-signed` (what the vendor says now,
           ready-made wording, sources)

--- Recommended change ---------------------------------------------------------
Note 2. Put the shade on
  Why      It is nicer.
  Problem  Recommendation: The shade is off.
  In file  `shade` is no (line 6, column 12)
  To do    Put it on. Write "shade: yes" (line 6, now no).
  More     `hipaa-check explain lamp/shade-on` (lines for a decision)

--- Not answered ---------------------------------------------------------------
Lines to add to one.yaml. Put each line under its heading, with the same
indentation. If a line is already in your file, fill that one in.

  products:
    lamp:
      contract:
        # Question: Do you have a copy?
        # Where to look: Your folder.
        copy:  # yes or no

--- Look at this ---------------------------------------------------------------
Note 3. Let the bulb cool
  Why      It is hot.
  Look at  Recommendation: The bulb is hot.
  In file  `bulb` is no (line 7, column 11)
  To do    Wait.
  More     `hipaa-check explain lamp/bulb-cold` (lines for a decision)

--- In place, as reported; nothing was verified --------------------------------
  - Note 4

--- Does not apply -------------------------------------------------------------
  - Note 5: `outdoors` is assumed to be no, as the file does not say

hipaa-check x.y.z (more with -v). As reported; nothing was verified. This is not
legal advice. Products and rules change. Source (not affiliated): A Reviewer,
reviewed on 2025-11-22, https://example.org/lamp.
)page";
    CHECK(sample_report("text", {open_practice}) == expected);
}

TEST_CASE("text: what a file says steers no terminal") {
    const std::string expected = R"page(# <b>A</b> | *b* _c_ `d` [e](http://f.example) \ \u{202E} \u{1B}[31m
www.g.example
================================================================================
one.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.
Your part in using Lamp: nothing left to do; 1 is accepted and documented, 3 are
in place, as reported, 1 does not apply. Caveats about Lamp itself: 0.
Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 5
Assumed, because the file does not say: `practice.covered_entity` is yes;
`outdoors` is no.

--- What to do, in order -------------------------------------------------------
Nothing to do now. Confirm all answers again by 2027-11-01 (`confirmed_on`).
Next due, by 2026-12-01: Decide again about `lamp/shade-on/on`.

--- Accepted, documented -------------------------------------------------------
1 check rests on a documented decision: what it accepts is not in place.
  - Note 2: The shade is off.
    Accepted by 1. **owner** on 2026-11-01, to be reviewed by 2026-12-01 (line
    6, column 14).
    Because: ``` </details><script>x</script>
)page";
    CHECK(sample_report("text", {nasty_practice}).substr(0, expected.size()) == expected);
}

TEST_CASE("text: colour adds nothing but colour") {
    std::string colored = sample_report("text", {open_practice, stale_practice}, {80, true, false});
    for (auto at = colored.find("\x1b["); at != std::string::npos; at = colored.find("\x1b["))
        colored.erase(at, colored.find('m', at) - at + 1);
    CHECK(colored == sample_report("text", {open_practice, stale_practice}));
}

TEST_CASE("text: lines fit the terminal") {
    for (const std::size_t width : {40u, 57u, 80u, 100u}) {
        CAPTURE(width);
        std::istringstream lines(sample_report("text", {open_practice, stale_practice}, {width, false, true}));
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(display_width(line) <= width);
        }
    }
}

TEST_CASE("text: a file with mistakes shows them and nothing else") {
    const std::string report = sample_report("text", {"products: {lamp: {shde: no}}\n"});
    CHECK(report.substr(0, report.find("\n--- ")) == R"page(one.yaml
========
This file was not checked: it has 1 mistake. Fix it, then run the check again.

one.yaml:1:19: `shde` is not a key of `products.lamp`; did you mean `shade`?
  products: {lamp: {shde: no}}
                    ^

hipaa-check x.y.z (more with -v). As reported; nothing was verified. This is not
legal advice. Products and rules change.
)page");
}

TEST_CASE("text: a file to which no checklist applies") {
    const std::string report = sample_report("text", {"confirmed_on: 2026-11-01\n"});
    CHECK(report.substr(0, report.find("\n--- ")) == R"page(one.yaml
========
one.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.
Nothing was checked: no checklist applies to what is in this file. So this
report says nothing about the practice, neither good nor bad.
A checklist applies as soon as the file names the product that it is about. For
Spruce, begin with these lines, and run the check again: it will list the
questions to answer. What else can be checked, `hipaa-check list` shows.

  products:
    spruce: {}

hipaa-check x.y.z (more with -v). As reported; nothing was verified. This is not
legal advice. Products and rules change.
)page");
}

}  // namespace hipaa
