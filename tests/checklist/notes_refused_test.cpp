// What is wrong with the notes, caveats and contradictions of a checklist, and the whole message.
#include "checklist/refusals.hpp"

using hipaa::testing::check_changes;

TEST_CASE("notes and checks") {
    check_changes({
        {"notes:\n", "nots:\n",
         "1:1: a checklist needs `notes`\n"
         "8:1: `nots` is not a key of a checklist; did you mean `notes`?"},
        {"  - id: first\n"
         "    number: 1\n"
         "    title: First\n"
         "    why: Because.\n"
         "    basis: recommendation\n"
         "    checks:\n"
         "      - id: one\n"
         "        require: {flag: yes}\n"
         "        message: Not so.\n"
         "        fix: Do it.\n",
         "  []\n", "8:1: a checklist needs at least one note"},
        {"  - id: first\n"
         "    number: 1\n"
         "    title: First\n"
         "    why: Because.\n"
         "    basis: recommendation\n"
         "    checks:\n"
         "      - id: one\n"
         "        require: {flag: yes}\n"
         "        message: Not so.\n"
         "        fix: Do it.\n",
         "  a: b\n", "9:3: `notes` of a checklist takes a list: put its items in [ ] or on lines that begin with `- `"},
        {"  - id: first\n"
         "    number: 1\n"
         "    title: First\n"
         "    why: Because.\n"
         "    basis: recommendation\n"
         "    checks:\n"
         "      - id: one\n"
         "        require: {flag: yes}\n"
         "        message: Not so.\n"
         "        fix: Do it.\n",
         "  - just text\n", "9:5: a note is written as a map of keys and values"},
        {"  - id: first\n"
         "    number",
         "  - number", "9:5: a note needs `id`"},
        {"    number: 1\n", "", "9:5: a note needs `number`"},
        {"    title: First\n", "", "9:5: a note needs `title`"},
        {"    why: Because.\n", "    why: ' '\n",
         "12:10: `why` of a note shows nothing: it is made of blanks or invisible characters; write something that can "
         "be "
         "read"},
        {"        fix: Do it.\n", "        fix: \"\\u3164\"\n",
         "18:14: `fix` of a check shows nothing: it is made of blanks or invisible characters; write something that "
         "can "
         "be read"},
        {"    why: Because.\n", "", "9:5: a note needs `why`"},
        {"    basis: recommendation\n", "", "9:5: a note needs `basis`"},
        {"    checks:\n"
         "      - id: one\n"
         "        require: {flag: yes}\n"
         "        message: Not so.\n"
         "        fix: Do it.\n",
         "", "9:5: a note needs `checks`"},
        {"    checks:\n"
         "      - id: one\n"
         "        require: {flag: yes}\n"
         "        message: Not so.\n"
         "        fix: Do it.\n",
         "    checks: []\n", "14:5: a note needs at least one check"},
        {"      - id: one\n"
         "        require",
         "      - require", "15:9: a check needs `id`"},
        {"        require: {flag: yes}\n", "", "15:9: a check needs `require`"},
        {"        message: Not so.\n", "", "15:9: a check needs `message`"},
        {"        fix: Do it.\n", "", "15:9: a check needs `fix`"},
        {"number: 1", "number: first", "10:13: `number` of a note is a whole number such as 3, not `first`"},
        {"number: 1", "number: -1", "10:13: `number` of a note is a whole number such as 3, not `-1`"},
        {"number: 1", "number: 1.5", "10:13: `number` of a note is a whole number such as 3, not `1.5`"},
        {"basis: recommendation", "basis: law",
         "9:5: the note `first` rests on law, so it needs `cites`, such as [\"45 CFR 164.308(b)(1)\"]"},
        {"basis: recommendation", "basis: vendor",
         "13:12: `basis` of a note is law, guidance, vendor_condition or recommendation, not `vendor`"},
        {"basis: recommendation", "basis: opinion",
         "13:12: `basis` of a note is law, guidance, vendor_condition or recommendation, not `opinion`"},
        {"basis: recommendation", "basis: guidance",
         "9:5: the note `first` rests on guidance, so it needs `cites`, such as [\"45 CFR 164.522(b)\"]"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        basis: guidance",
         "9:5: the note `first` rests on guidance, so it needs `cites`, such as [\"45 CFR 164.522(b)\"]"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        basis: law",
         "9:5: the note `first` rests on law, so it needs `cites`, such as [\"45 CFR 164.308(b)(1)\"]"},
        {"basis: recommendation",
         "basis: law\n"
         "    cites: []",
         "9:5: the note `first` rests on law, so it needs `cites`, such as [\"45 CFR 164.308(b)(1)\"]"},
        {"basis: recommendation",
         "basis: recommendation\n"
         "    cites: 45 CFR",
         "14:12: `cites` of a note takes a list: put its items in [ ] or on lines that begin with `- `"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        otherwise: pass",
         "19:20: `otherwise` of a check is fail, attention or unknown, not `pass`"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        otherwise: atention",
         "19:20: `otherwise` of a check cannot be `atention`; did you mean `attention`?"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        waivable: sometimes",
         "19:19: `waivable` of a check is yes or no, not `sometimes`"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        waiveable: yes",
         "19:9: `waiveable` is not a key of a check; did you mean `waivable`?"},
        {"why: Because.",
         "why: Because.\n"
         "    wen: {flag: yes}",
         "13:5: `wen` is not a key of a note; did you mean `when`?"},
        {"why: Because.",
         "why: Because.\n"
         "    when: {}",
         "13:11: `when` of the note `first` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"why: Because.",
         "why: Because.\n"
         "    when: flag",
         "13:11: `when` of the note `first` needs a condition such as {question: value}"},
        {"why: Because.",
         "why: Because.\n"
         "    read_more: [{url: x}]",
         "13:17: an item of `read_more` needs `title`"},
        {"why: Because.",
         "why: Because.\n"
         "    wording: [{text: x}]",
         "13:15: an item of `wording` needs `for`"},
        {"why: Because.",
         "why: Because.\n"
         "    wording: {for: a, text: x}",
         "13:14: `wording` of a note takes a list: put its items in [ ] or on lines that begin with `- `"},
        {"why: Because.",
         "why: Because.\n"
         "    vendor_says: {text: x, status: agree}",
         "13:36: `status` of `vendor_says` cannot be `agree`; did you mean `agrees`?"},
        {"why: Because.",
         "why: Because.\n"
         "    vendor_says: {text: x}",
         "13:5: `vendor_says` needs `status`"},
        {"why: Because.",
         "why: Because.\n"
         "    vendor_says: {status: agrees, page_date: 2026}",
         "13:5: `vendor_says` needs `text`\n"
         "13:46: `page_date` is a date such as 2026-01-31, or unknown, not `2026`"},
        {"why: Because.",
         "why: Because.\n"
         "    relates_to: [lab/frist]",
         "9:5: the note `first` relates to `lab/frist`, which is not a note; did you mean `lab/first`?"},
        {"why: Because.",
         "why: Because.\n"
         "    relates_to: [frist]",
         "9:5: the note `first` relates to `lab/frist`, which is not a note; did you mean `lab/first`?"},
        {"why: Because.",
         "why: Because.\n"
         "    relates_to: [spruce/paid-teir]",
         "9:5: the note `first` relates to `spruce/paid-teir`, which is not a note; did you mean "
         "`spruce/paid-tier`?"},
        {"why: Because.",
         "why: Because.\n"
         "    after: first",
         "13:12: `after` of a note takes a list: put its items in [ ] or on lines that begin with `- `"},
        {"why: Because.",
         "why: Because.\n"
         "    after: [{first: one}]",
         "13:13: `after` of a note takes a list of texts"},
        {"why: Because.",
         "why: Because.\n"
         "    after: [frist]",
         "13:13: `after` names `frist`, which is not a note or a check; did you mean `first`?"},
        {"why: Because.",
         "why: Because.\n"
         "    after: [spruce/paid-teir, spruce/paid-tier/payed, elsewhere/first, elsewhere, lab/none]",
         "13:13: `after` names `spruce/paid-teir`, which is not a note or a check; did you mean `spruce/paid-tier`?\n"
         "13:31: `after` names `spruce/paid-tier/payed`, which is not a note or a check; did you mean "
         "`spruce/paid-tier/paid`?\n"
         "13:72: `after` names `elsewhere`, which is not a note or a check\n"
         "13:83: `after` names `lab/none`, which is not a note or a check"},
        {"why: Because.",
         "why: Because.\n"
         "    after: [first]",
         "13:13: `lab/first/one` would have to come before itself: it comes after `lab/first`; take one of these out"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        after: [one]",
         "19:17: `lab/first/one` would have to come before itself: it comes after `lab/first/one`; take one of these "
         "out"},
        {"fix: Do it.",
         "fix: Do it.\n"
         "        after: [second]\n"
         "  - {id: second, number: 2, title: t, why: w, basis: recommendation, after: [third/a], checks: [{id: one, "
         "require: {flag: no}, message: m, fix: f}]}\n"
         "  - {id: third, number: 3, title: t, why: w, basis: recommendation, checks: [{id: a, require: {flag: no}, "
         "message: m, fix: f, after: [first/one]}]}",
         "19:17: `lab/first/one` would have to come before itself: it comes after `lab/second`, after `lab/third/a`, "
         "after `lab/first/one`; take one of these out"},
        {"      - id: one\n",
         "      - {id: one, require: {flag: no}, message: m, fix: f}\n"
         "      - id: one\n",
         "16:13: the id `one` is taken already, in line 15; choose another"},
        {"notes:\n",
         "notes:\n"
         "  - {id: first, number: 2, title: t, why: w, basis: recommendation, checks: [{id: one, "
         "require: {flag: no}, message: m, fix: f}]}\n",
         "10:9: the id `first` is taken already, in line 9; choose another"},
    });
}

TEST_CASE("caveats and contradictions") {
    check_changes({
        {"notes:\n",
         "caveats: [{id: first, title: t, text: x}]\n"
         "notes:\n",
         "8:16: the id `first` is taken already, in line 10; choose another"},
        {"notes:\n",
         "caveats: [{id: c, title: t}]\n"
         "notes:\n",
         "8:11: a caveat needs `text`"},
        {"notes:\n",
         "caveats: [{id: c, title: t, text: x, when: {}}]\n"
         "notes:\n",
         "8:44: `when` of the caveat `c` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"notes:\n",
         "caveats: [{id: c, title: t, text: x, deal_braker: yes}]\n"
         "notes:\n",
         "8:38: `deal_braker` is not a key of a caveat; did you mean `deal_breaker`?"},
        {"notes:\n",
         "caveats: {}\n"
         "notes:\n",
         "8:10: `caveats` of a checklist takes a list: put its items in [ ] or on lines that begin with `- `"},
        {"notes:\n",
         "caveats: [{id: c, title: t, text: x, deal_breaker: maybe}, {id: c, title: t, text: x}]\n"
         "notes:\n",
         "8:52: `deal_breaker` of a caveat is yes or no, not `maybe`\n"
         "8:65: the id `c` is taken already, in line 8; choose another"},
        {"notes:\n",
         "contradictions: [{id: k, if: {flag: yes}, message: m, affects: [frist]}]\n"
         "notes:\n",
         "8:65: `frist` is not a note of this checklist; did you mean `first`?"},
        {"notes:\n",
         "contradictions: [{id: k, if: {flag: yes}, message: m, affects: [elsewhere]}]\n"
         "notes:\n",
         "8:65: `elsewhere` is not a note of this checklist; its notes are first"},
        {"notes:\n",
         "contradictions: [{id: k, if: {flag: yes}, message: m, affects: first}]\n"
         "notes:\n",
         "8:64: `affects` of a contradiction takes a list: put its items in [ ] or on lines that begin with `- "
         "`"},
        {"notes:\n",
         "contradictions: [{id: k, if: {flag: yes}, message: m}]\n"
         "notes:\n",
         "8:18: a contradiction needs `affects`"},
        {"notes:\n",
         "contradictions: [{id: k, message: m, affects: [first]}]\n"
         "notes:\n",
         "8:18: a contradiction needs `if`"},
        {"notes:\n",
         "contradictions: [{id: k, if: {}, message: m, affects: [first]}]\n"
         "notes:\n",
         "8:30: `if` of the contradiction `k` needs a condition such as {question: value}; an empty one would "
         "always hold"},
        {"notes:\n",
         "contradictions: [{id: first, if: {flag: yes}, message: m, affects: [first]}]\n"
         "notes:\n",
         "8:23: the id `first` is taken already, in line 10; choose another"},
    });
}

TEST_CASE("ids") {
    check_changes({
        {"id: one", "id: One",
         "15:13: `One` cannot be an id: use small letters and digits in parts joined by `-`, such as paid-tier"},
        {"id: first", "id: -first",
         "9:9: `-first` cannot be an id: use small letters and digits in parts joined by `-`, such as paid-tier"},
    });
}
