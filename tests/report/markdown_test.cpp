// The markdown report, whole.
#include "page/markdown_page.hpp"
#include "report/report_sample.hpp"

namespace hipaa {

TEST_CASE("markdown: one practice with something open, and one whose answers are old") {
    const std::string expected = R"page(# 2 practices, the most urgent first

Of 2 practices, 1 needs action, 1 cannot be judged yet.

Each number counts points: what the law or HHS asks for, what the vendor asks for, a reviewer's advice, answers to give or check, and what to look at.

| Practice | Result | Law | Vendor | Advice | Open | Look |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
| one.yaml (Elm Street) | Needs action | 1 |  | 1 | 1 | 1 |
| two.yaml | Not answered |  |  |  | 6 |  |

## Open in several practices

- in 2 of 2: Let the bulb cool (`lamp/bulb-cold`)
- in 2 of 2: Sign a contract (`lamp/contract-signed`)
- in 2 of 2: Put the shade on (`lamp/shade-on`)

# Elm Street

one.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.

Your part in using Lamp: of 5 notes, 1 needs action, 1 has a recommended change, 1 needs attention, 1 does not apply. In place, as reported: 1. Caveats about Lamp itself: 0.

Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 5

Assumed, because the file does not say: `practice.covered_entity` is yes; `outdoors` is no.

## What to do, in order

1. Stop using Lamp. (legal duty, note 1)
2. Put it on. (recommendation, note 2)
3. Answer 1 question; the lines to add are below, under "Not answered".
4. Look at 1 more point, in note 3.

Next due, by 2027-11-01: Check that all answers are still true, and set `confirmed_on` to that day.

## Needs action: legal duty or vendor's condition

### Note 1. Sign a contract

- **Why:** The law wants one. It has for years. It will.
- **Problem:** Legal duty: No contract is signed. That is bad.
- **Now in your file:** `contract.status` is none (line 5, column 24)
- **What to do:** Stop using Lamp. Then sign.
- **Also:** `contract.copy` not answered
- **The vendor says:** Lamp signs for you. Ask.\
  <https://example.org/help> (a page without a date; not what the review says)
- **Sources:** 45 CFR 164.308(b)(1), 164.502(e)(2); 78 FR 5634
- **More:** `hipaa-check explain lamp/contract-signed`

<details><summary>Words for the letter</summary>

> Dear Lamp, sign.

</details>

## Recommended change

### Note 2. Put the shade on

- **Why:** It is nicer.
- **Problem:** Recommendation: The shade is off.
- **Now in your file:** `shade` is no (line 6, column 12)
- **What to do:** Put it on. Write "shade: yes" (line 6, now no).
- **More:** `hipaa-check explain lamp/shade-on`

## Not answered

Lines to add to one.yaml. Put each line under its heading, with the same indentation. If a line is already in your file, fill that one in.

```yaml
products:
  lamp:
    contract:
      # Question: Do you have a copy?
      # Where to look: Your folder.
      copy:  # yes or no
```

## Look at this

### Note 3. Let the bulb cool

- **Why:** It is hot.
- **Look at this:** Recommendation: The bulb is hot.
- **Now in your file:** `bulb` is no (line 7, column 11)
- **What to do:** Wait.
- **More:** `hipaa-check explain lamp/bulb-cold`

## In place, as reported; nothing was verified

- Note 4. Keep it on the desk

## Does not apply

- Note 5. Keep it dry: `outdoors` is assumed to be no, as the file does not say

# two.yaml

two.yaml, as of 2026-11-22, answers confirmed on 2025-11-01.

These answers are 386 days old: nothing can be counted as in place until somebody checks the answers again and sets confirmed_on to that day. (This tool's limit is 365 days; no rule sets one.)

Your part in using Lamp: of 5 notes, 5 cannot be judged yet. In place, as reported: 0. Caveats about Lamp itself: 0.

Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 5

Assumed, because the file does not say: `practice.covered_entity` is yes; `outdoors` is no.

## What to do, in order

1. Answer 5 questions; the lines to add are below, under "Not answered".
2. Check all answers once they are given; then set `confirmed_on`.

## Not answered

- Note 1. Sign a contract: needs your answer to `contract.status`, `contract.copy`
- Note 2. Put the shade on: needs your answer to `shade`
- Note 3. Let the bulb cool: needs your answer to `bulb`
- Note 4. Keep it on the desk: needs your answer to `places`
- Too old to count as in place: note 5

Lines to add to two.yaml. Put each line under its heading, with the same indentation. If a line is already in your file, fill that one in.

```yaml
# When every answer in the file has been checked again: the day on which that was done.
confirmed_on:  # already in your file, line 1
products:
  lamp:
    contract:
      # Question: Is there a contract?
      # Where to look: Your folder.
      # Answers:
      #   none
      #   signed
      status:  # one of these words
      # Question: Do you have a copy?
      # Where to look: Your folder.
      copy:  # yes or no
    # Question: Is the shade on?
    shade:  # yes or no
    # Question: Is the bulb cold?
    bulb:  # yes or no
    # Question: Where does it stand?
    # Answers:
    #   desk
    #   floor
    #   []
    places:  # any of them, such as [desk], or []
```

## Checklist "Your part in using Lamp" (lamp, version 2026-01-02, lamp.yaml)

- **Review:** "Lamp review", by A Reviewer: <https://example.org/lamp> Reviewed on 2025-11-22, 365 days before 2026-11-22.
- **The review says:** Caveats are criticisms of the product. Notes are your part: the points where the product cannot ensure lawful and ethical work for you. Many notes usually mean many features.
- **Please note:** The checklist's own disclaimer.

## About this report

This report repeats what the practice says about itself; nothing was verified. It is information, not legal advice, and no report of this tool can say that a practice complies with HIPAA. Products and rules change: check the sources named here before you rely on them. hipaa-check is not affiliated with or endorsed by any reviewer or vendor.

hipaa-check x.y.z. 2026-11-22 counted as today (this computer's date).
)page";
    CHECK(sample_report("markdown", {open_practice, stale_practice}) == expected);
}

TEST_CASE("markdown: what a file says means nothing in markdown or HTML") {
    const std::string expected =
        R"page(# \# &lt;b&gt;A&lt;/b&gt; \| \*b\* \_c\_ \`d\` \[e\](http\://f.example) \\ \\u{202E} \\u{1B}\[31m www\.g.example

one.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.

Your part in using Lamp: nothing left to do; 1 is accepted and documented, 3 are in place, as reported, 1 does not apply. Caveats about Lamp itself: 0.

Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 5

Assumed, because the file does not say: `practice.covered_entity` is yes; `outdoors` is no.

## What to do, in order

Nothing to do now. Confirm all answers again by 2027-11-01 (`confirmed_on`).

Next due, by 2026-12-01: Decide again about `lamp/shade-on/on`.

## Accepted, documented

1 check rests on a documented decision: what it accepts is not in place.

)page";
    CHECK(sample_report("markdown", {nasty_practice}).substr(0, expected.size()) == expected);
}

TEST_CASE("markdown: text is shown as it is") {
    struct Row {
        std::string text;
        std::string markdown;
    };
    const std::vector<Row> rows{
        {"plain, with (brackets) and a dash - here", "plain, with (brackets) and a dash - here"},
        {"a|b", "a\\|b"},
        {"<a href='x'>&amp;", "&lt;a href='x'&gt;&amp;amp;"},
        {"- no list", "\\- no list"},
        {"12. no list", "12\\. no list"},
        {"# no heading", "\\# no heading"},
        {"snake_case _not italic_", "snake_case \\_not italic\\_"},
        {"two\nlines", "two lines"},
        {"http://x.example", "http\\://x.example"},
        {"$5 and $6", "\\$5 and \\$6"},
        {"me@e.vil", "me\\@<!-- -->e.vil"},
        {"@owner, @ noon", "\\@<!-- -->owner, \\@ noon"},
        {"a/b#12, #3, # 4", "a/b\\#<!-- -->12, \\#<!-- -->3, \\# 4"},
        {"GH-12, gh-pages, high-12", "GH-<!-- -->12, gh-pages, high-12"},
        {"a1b2c3d4 and deadbeef, not 1234567, accede or 2026-11-22",
         "a1b2<!-- -->c3d4 and dead<!-- -->beef, not 1234567, accede or 2026-11-22"},
        {":tada: a: b", "\\:<!-- -->tada: a: b"},
        {"[^1]: note", "\\[^1\\]: note"},
    };
    for (const Row& row : rows) CHECK(markdown_text(row.text) == row.markdown);
}

TEST_CASE("markdown: backticks do not end a code span") {
    CHECK(markdown_code("plan.tier") == "`plan.tier`");
    CHECK(markdown_code("a``b") == "```a``b```");
    CHECK(markdown_code("`") == "`` ` ``");
}

}  // namespace hipaa
