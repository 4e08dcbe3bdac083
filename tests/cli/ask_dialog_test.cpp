// What the interview says to each kind of reply, where it is not simply an answer.
#include <filesystem>

#include <doctest/doctest.h>

#include "cli/asking.hpp"

namespace hipaa::testing {
namespace {

constexpr std::string_view when_did_it_open =
    "When did it open [lab.opened_on]\n"
    "Where to look: On the door.\n"
    "Write a date, such as 2026-01-31.\n";
constexpr std::string_view which_day =
    "> 3/2/2026\n"
    "Which of these do you mean? [lab.opened_on]\n"
    "  1. 2026-03-02: March 2\n"
    "  2. 2026-02-03: February 3\n";

}  // namespace

TEST_CASE("of a reply that can be read in several ways it is asked which one is meant") {
    const Lab lab;
    const std::string in_use = "  in_use: yes\n";
    const std::string second = lab.talk("3/2/2026\nmaybe\n2\nq\n", in_use);
    CHECK(has(second, std::string(which_day) + "> maybe\n"
                                               "Write a number from 1 to 2, or one of these answers.\n"
                                               "> 2\n"
                                               "Noted: 2026-02-03\n"));
    CHECK(text_of("practice.yaml") == "lab:\n  in_use: yes\n  opened_on: 2026-02-03\n");
    for (const std::string shown : {"February 3", "february 3", "February 3, 2026", "2026-02-03: February 3"}) {
        CAPTURE(shown);
        CHECK(has(lab.talk("3/2/2026\n" + shown + "\nq\n", in_use), "> " + shown + "\nNoted: 2026-02-03"));
        CHECK(text_of("practice.yaml") == "lab:\n  in_use: yes\n  opened_on: 2026-02-03\n");
    }
    lab.talk("3/2/2026\n2026-05-06\nq\n", in_use);
    CHECK(text_of("practice.yaml") == "lab:\n  in_use: yes\n  opened_on: 2026-05-06\n");
    CHECK(has(lab.talk("3/2/2026\nb\nq\n", in_use), std::string(which_day) + "> b\n" + std::string(when_did_it_open)));
    CHECK(text_of("practice.yaml") == "lab:\n  in_use: yes\n");
    for (const std::string end : {"q\n", ""}) {
        const std::string left = lab.talk("3/2/2026\n" + end, in_use);
        CHECK(has(left, "Nothing was changed in practice.yaml. At most 2 questions"));
        CHECK(text_of("practice.yaml") == "lab:\n  in_use: yes\n");
    }
}

TEST_CASE("the first question says what it decides, and that nothing comes before it") {
    const Lab lab;
    const std::string said = lab.talk("?\nb\nlab\nb\nq\n");
    CHECK(has(said,
              "> ?\nIt decides which checklists your answers are compared with.\n"
              "> b\nThis is the first question.\n"));
    CHECK(asked(said) == "[products]\n[lab.in_use]\n[products]\n");
}

TEST_CASE("the question whether a checklist applies, and one that a caveat reads, say so") {
    const Lab lab;
    CHECK(has(lab.talk("lab\n?\nq\n"),
              "> ?\n"
              "It decides whether the checklist \"Lab\" applies.\n"
              "It decides \"Keep people out\" (recommendation).\n"
              "  Why: They wander in.\n"
              "It decides \"The lab is new\".\n"));
    CHECK(has(lab.talk("?\nq\n", "  in_use: yes\n"), "> ?\nIt decides \"The lab is new\".\n"));
}

TEST_CASE("a note is named once for all that a question decides about it") {
    const Scratch scratch;
    const auto check = [](const std::string& id, const std::string& basis, const std::string& rest) {
        return "{id: " + id + ", basis: " + basis + ", message: m, fix: f, " + rest + "}";
    };
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: T\nabout: lab\nquestions:\n"
                  "  own: {ask: O, answer: yes_no}\n  ok: {ask: K, answer: yes_no}\n"
                  "notes:\n"
                  "  - {id: n, number: 1, title: Own it, why: It is yours., basis: recommendation, when: {own: yes}, "
                  "checks: [" +
                      check("c", "recommendation", "require: {ok: yes}") + "]}\n" +
                      "  - {id: o, number: 2, title: Keep it, why: It is good., basis: recommendation, "
                      "when: {own: {answered: yes}}, checks: [" +
                      check("c", "recommendation", "require: {own: yes}") + ", " +
                      check("d", "vendor_condition", "require: {own: yes, ok: yes}") + "]}\n");
    scratch.write("practice.yaml", "lab: {}\n");
    CHECK(has(ask("?\nq\n", {"--rules", "lab.yaml", "--checklist", "lab"}).out,
              "> ?\n"
              "It decides \"Own it\" (recommendation), and whether it applies.\n"
              "  Why: It is yours.\n"
              "It decides \"Keep it\" (vendor's condition, recommendation), and whether it applies.\n"
              "  Why: It is good.\n"
              "> q\n"));
}

TEST_CASE("why a field is asked can be told after another field of the list was answered") {
    const Scratch scratch;
    scratch.write(
        "lab.yaml",
        "checklist: 1\nid: lab\nname: Lab\ntitle: Laboratories\nabout: lab\n"
        "when: {people: {some: {left: yes, own: yes}}}\nquestions:\n"
        "  people: {ask: P, answer: {list: {left: {ask: L, answer: yes_no}, own: {ask: O, answer: yes_no}}}}\n"
        "  ok: {ask: K, answer: yes_no}\n"
        "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
        "fix: f, require: {ok: yes}}]}]\n");
    scratch.write("practice.yaml", "lab: {people: [{left: unknown, own: unknown}]}\n");
    const Outcome outcome = ask("yes\n?\nq\n", {"--rules", "lab.yaml", "--checklist", "lab"});
    CHECK(asked(outcome.out) == "[lab.people[1].left]\n[lab.people[1].own]\n");
    CHECK(has(outcome.out, "> ?\nIt decides whether the checklist \"Lab\" applies.\n"));
}

TEST_CASE("a question that was asked before says what a new reply does") {
    const Lab lab;
    CHECK(has(lab.talk("3\n?\nq\n", "  in_use: yes\n  opened_on: 2026-02-03\n  people: []\n"),
              std::string(when_did_it_open) + "> ?\nIt was asked before; this changes the answer.\n"));
}

TEST_CASE("a list takes why, back, skip, unknown and stop") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2026-02-03\n";
    const auto kept = [&](const std::string& input) {
        lab.talk(input, before);
        return text_of("practice.yaml").substr(5 + before.size());
    };
    CHECK(has(lab.talk("?\nmaybe\nq\n", before),
              "> ?\n"
              "It decides \"Keep people out\" (recommendation).\n"
              "  Why: They wander in.\n"
              "> maybe\n"
              "Write a number from 1 to 2, or the word.\n"));
    CHECK(kept("unknown\nq\n") == "  people: unknown\n");
    CHECK(kept("-\nq\n") == "");
    CHECK(kept("q\n") == "");
    CHECK(kept("0\nq\n") == "  people: []\n");
    CHECK(kept("2\nq\n") == "  people: []\n");
    CHECK(kept("no\nq\n") == "  people: []\n");
    CHECK(kept("1\nab-01\nq\n") == "  people:\n    - code: ab-01\n    - unknown\n");
    CHECK(asked(lab.talk("2026-02-03\nb\nq\n", "  in_use: yes\n")) ==
          "[lab.opened_on]\n[lab.people]\n[lab.opened_on]\n");
}

TEST_CASE("within an item b goes back to the field before, and q leaves what was answered") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2026-02-03\n";
    CHECK(asked(lab.talk("yes\nab-01\nb\nab-02\nq\n", before)) ==
          "[lab.people]\n[lab.people[1].code]\n[lab.people[1].left]\n[lab.people[1].code]\n[lab.people[1].left]\n");
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people:\n    - code: ab-02\n    - unknown\n");
    // Before the first field is the question about the whole list, and then the one before.
    CHECK(asked(lab.talk("2026-02-03\nyes\nb\nb\nq\n", "  in_use: yes\n")) ==
          "[lab.opened_on]\n[lab.people]\n[lab.people[1].code]\n[lab.people]\n[lab.opened_on]\n");
    // After the last field it is that field.
    CHECK(asked(lab.talk("yes\nab-01\n1\nb\n2026-03-04\nno\nq\n", before)) ==
          "[lab.people]\n[lab.people[1].code]\n[lab.people[1].left]\n[lab.people]\n[lab.people[1].left]\n[lab.people]\n"
          "[confirmed_on]\n");
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people:\n    - code: ab-01\n      left: 2026-03-04\n");
}

TEST_CASE("a field of an item says what the list decides, and a code that is there already is asked for again") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2026-02-03\n";
    const std::string code =
        "Code [lab.people[2].code]\nWrite a code such as ab-01 (2 to 5 lowercase letters, a dash, 2 to 4 digits).\n";
    const std::string said = lab.talk("yes\n?\nab-01\n?\n1\nyes\nab-01\nab-02\nq\n", before);
    CHECK(has(said, "> ?\nIt is asked for the record.\n> ab-01\n"));
    CHECK(has(said, "> ?\nIt decides \"Keep people out\" (recommendation).\n  Why: They wander in.\n"));
    CHECK(has(said,
              code +
                  "> ab-01\n"
                  "This was not saved: the code `ab-01` is repeated in `people`; give each item a code of its own.\n" +
                  code + "> ab-02\n"));
    // In the look at all answers nothing is decided anymore.
    const std::string all = before + "  people:\n    - {code: ab-01, left: still_here}\n";
    CHECK(has(lab.talk("6\n?\nb\n4\nyes\n?\nq\n", all), "> ?\nIt was asked before; this changes the answer.\n"));
    CHECK(has(lab.talk("4\nyes\nab-02\n?\nq\n", all), "> ?\nEach item of the list is checked for itself.\n"));
}

TEST_CASE("a code that was refused and then withdrawn is no answer that was not saved") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2025-02-03\n";
    const std::string twice = "yes\nab-01\nstill_here\nyes\nab-01\n";
    CHECK(has(lab.talk(twice + "b\nno\nyes\n", before), "\nYour answers are saved in practice.yaml.\n"));
    CHECK(text_of("practice.yaml") ==
          "lab:\n" + before + "  people:\n    - code: ab-01\n      left: still_here\nconfirmed_on: 2026-11-22\n");
    CHECK(has(lab.talk(twice + "q\n", before),
              "\nYour answer to lab.people[2].code was not saved in practice.yaml; the reason is above."));
}

TEST_CASE("of a new item only what still matters is asked, and a default is asked for") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  people: {ask: Who has access, answer: {list: {code: {ask: Code, answer: code}, "
                  "admin: {ask: Admin, answer: yes_no, default: no}, "
                  "left: {ask: Left when, answer: date}}}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {people: {each: {any: [{admin: yes}, {left: {before: 2026-06-01}}]}}}}]}]\n");
    const std::vector<std::string> lab{"--rules", "lab.yaml", "--checklist", "lab"};
    const Outcome outcome = ask("lab\nyes\nabc-01\nyes\nyes\nabc-02\nno\n2026-01-02\nno\nno\n", lab);
    CHECK(asked(outcome.out) ==
          "[products]\n[lab.people]\n[lab.people[1].code]\n[lab.people[1].admin]\n[lab.people]\n"
          "[lab.people[2].code]\n[lab.people[2].admin]\n[lab.people[2].left]\n[lab.people]\n[confirmed_on]\n");
    CHECK(has(outcome.out,
              "Admin [lab.people[1].admin]\n"
              "Until you answer, it counts as: no.\n"
              "  1. yes\n"
              "  2. no\n"));
    CHECK(has(outcome.out, "\n0 answered, at most 1 to go, and those about each entry of a list.\n"));
    CHECK(has(outcome.out,
              "  1. lab: Lab (a subject, not a product), at most 1 question and those about each entry of a list\n"));
    scratch.write("practice.yaml", "lab:\n  people:\n    - {code: abc-01}\n    - {code: abc-02, left: 2026-01-02}\n");
    const Outcome later = ask("no\n-\nno\n", lab);
    CHECK(asked(later.out) == "[lab.people[1].admin]\n[lab.people[1].left]\n[confirmed_on]\n");
    CHECK(has(later.out, "\n1 answered, at most 2 to go.\n"));
}

TEST_CASE("a field is answered under the name that the item has for it") {
    const Scratch scratch;
    std::string renamed(people_checklist);
    renamed.replace(renamed.find("{ask: Left when"), 1, "{formerly: [gone], ");
    scratch.write("lab.yaml", renamed);
    const std::string before =
        "lab:\n  in_use: yes\n  opened_on: 2026-02-03\n  people:\n    - code: ab-01\n      gone: ";
    scratch.write("practice.yaml", before + "unknown\n");
    const std::vector<std::string> lab{"--rules", "lab.yaml", "--checklist", "lab"};
    CHECK(asked(ask("2026-03-04\nq\n", lab).out) == "[lab.people[1].left]\n[confirmed_on]\n");
    CHECK(text_of("practice.yaml") == before + "2026-03-04\n");
    ask("6\nstill_here\nq\n", lab);
    CHECK(text_of("practice.yaml") == before + "still_here\n");
}

TEST_CASE("a field that no check reads is only asked for the record") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  people: {ask: Who has access, answer: {list: {role: {ask: Role, answer: {choice: [biller, "
                  "clinician]}}, hours: {ask: Hours, answer: number}, "
                  "since: {ask: Since when, answer: date, record: yes}}}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {people: {count: {where: {role: biller}, at_most: 1}}}}]}]\n");
    const std::string said = ask("lab\nyes\nbiller\n?\n-\nno\n", {"--rules", "lab.yaml", "--checklist", "lab"}).out;
    CHECK(asked(said) ==
          "[products]\n[lab.people]\n[lab.people[1].role]\n[lab.people[1].since]\n[lab.people]\n[confirmed_on]\n");
    CHECK(has(said, "> ?\nIt is asked for the record.\n> -\n"));
}

TEST_CASE("where items are counted, what an item's other answers make needless is not asked") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  people: {ask: Who has access, answer: {list: {code: {ask: Code, answer: code}, role: {ask: Role, "
                  "answer: {choice: [biller, clinician]}}, bills: {ask: Bills, answer: yes_no}}}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {people: {count: {where: {role: biller, bills: yes}, at_most: 1}}}}]}]\n");
    const std::string replies = "lab\nyes\nab-01\nclinician\nyes\nab-02\nbiller\nyes\nno\nno\n";
    const std::string questions =
        "[products]\n[lab.people]\n[lab.people[1].code]\n[lab.people[1].role]\n[lab.people]\n[lab.people[2].code]\n"
        "[lab.people[2].role]\n[lab.people[2].bills]\n[lab.people]\n[confirmed_on]\n";
    CHECK(asked(ask(replies, {"--rules", "lab.yaml", "--checklist", "lab"}).out) == questions);
    // However many have to be there.
    std::string many = text_of("lab.yaml");
    many.replace(many.find("at_most: 1"), 10, "at_least: 25");
    scratch.write("lab.yaml", many);
    std::filesystem::remove("practice.yaml");
    CHECK(asked(ask(replies, {"--rules", "lab.yaml", "--checklist", "lab"}).out) == questions);
    // That may be an answer of its own.
    many.replace(many.find("at_least: 25"), 12, "at_least: seats");
    many.insert(many.find("  people: {"), "  seats: {ask: Seats, answer: number}\n");
    scratch.write("lab.yaml", many);
    scratch.write("practice.yaml", "lab: {seats: 30}\n");
    CHECK("[products]\n" +
              asked(ask(replies.substr(replies.find('\n') + 1), {"--rules", "lab.yaml", "--checklist", "lab"}).out) ==
          questions);
}

TEST_CASE("whether there is another item is asked until it is answered") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2026-02-03\n";
    const std::string another =
        "1 so far in this list. Is there another? [lab.people]\n  1. yes\n  2. no\n"
        "  3. remove: take an entry out; write remove and its number, such as remove 1\n";
    CHECK(has(lab.talk("yes\nab-01\n1\n?\nhm\n2\nq\n", before),
              another + "> ?\nEach item of the list is checked for itself.\n" + another +
                  "> hm\nWrite yes, no, or remove.\n" + another + "> 2\n"));
    const std::string one = "lab:\n" + before + "  people:\n    - code: ab-01\n      left: still_here\n";
    lab.talk("yes\nab-01\n1\nno\nq\n", before);
    CHECK(text_of("practice.yaml") == one);
    for (const std::string left : {"q\n", "-\nq\n", "unknown\nq\n", "b\nq\n", "yes\nq\n", "yes\n-\n-\nq\n"}) {
        CAPTURE(left);
        lab.talk("yes\nab-01\n1\n" + left, before);
        CHECK(text_of("practice.yaml") == one + "    - unknown\n");
    }
}

TEST_CASE("a list that nobody has finished is not answered, and goes on in the next sitting") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2025-02-03\n";
    const std::string first = "lab:\n" + before + "  people:\n    - code: ab-01\n      left: still_here\n";
    const std::vector<std::string> arguments{"--rules", "lab.yaml", "--checklist", "lab"};
    lab.talk("yes\nab-01\n1\nyes\nab-02\n", before);
    CHECK(text_of("practice.yaml") == first + "    - code: ab-02\n    - unknown\n");
    const Outcome left = ask("-\n-\nyes\n", arguments);
    CHECK(asked(left.out) == "[lab.people[2].left]\n[lab.people]\n[confirmed_on]\n");
    CHECK(has(left.out, "2 so far in this list. Is there another? [lab.people]\n"));
    CHECK(has(left.out,
              "  4. Who has access: 2 entries so far\n"
              "  5. 1, Code: ab-01\n"
              "  6. 1, Left when: still_here\n"
              "  7. 2, Code: ab-02\n"
              "  8. 2, Left when: not answered\n"));
    CHECK(left.status == 4);
    CHECK(asked(ask("1\nyes\nab-03\n1\nno\nno\n", arguments).out) ==
          "[lab.people[2].left]\n[lab.people]\n[lab.people[3].code]\n[lab.people[3].left]\n[lab.people]\n"
          "[confirmed_on]\n");
    CHECK(text_of("practice.yaml") ==
          first +
              "    - code: ab-02\n      left: still_here\n    - code: ab-03\n      left: still_here\n"
              "confirmed_on: 2026-11-22\n");
    // An empty list is not empty anymore once there is something to list, unless that is taken back.
    const std::string none = before + "  people: []\n";
    lab.talk("4\nyes\nq\n", none);
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people: unknown\n");
    lab.talk("4\nyes\nb\nq\n", none);
    CHECK(text_of("practice.yaml") == "lab:\n" + none);
}

TEST_CASE("b goes back through all fields of a list to the question about it, which can be answered anew") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2026-02-03\n";
    const std::string in_list =
        "[lab.people]\n[lab.people[1].code]\n[lab.people[1].left]\n[lab.people]\n[lab.people[2].code]\n[lab.people]\n"
        "[lab.people[1].left]\n[lab.people[1].code]\n[lab.people]\n";
    CHECK(asked(lab.talk("yes\nab-01\n1\nyes\nb\nb\nb\nb\nnone\nq\n", before)) == in_list + "[confirmed_on]\n");
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people: []\n");
    const std::string two =
        before + "  people:\n    - {code: ab-01, left: still_here}\n    - {code: ab-02, left: still_here}\n";
    CHECK(asked(lab.talk("4\nb\nb\nb\nb\nb\nunknown\nq\n", two)) ==
          "[confirmed_on]\n[lab.people]\n[lab.people[2].left]\n[lab.people[2].code]\n[lab.people[1].left]\n"
          "[lab.people[1].code]\n[lab.people]\n[confirmed_on]\n");
    CHECK(text_of("practice.yaml") == "lab:\n" + two + "    - unknown\n");
}

TEST_CASE("an item can be taken out of a list, and the last one leaves the list open") {
    const Lab lab;
    const std::string before = "  in_use: yes\n  opened_on: 2026-02-03\n";
    const std::string first = "    - {code: ab-01, left: still_here}\n";
    const std::string second = "    - {code: ab-02, left: still_here}\n";
    const std::string two = before + "  people:\n" + first + second;
    const std::string which = "Which one? Write 1 or 2; b goes back.\n";
    const std::string said = lab.talk("4\n3\nb\nremove 3\nhm\nremove 1\nno\nq\n", two);
    CHECK(has(said, "> 3\n" + which + "> b\n2 so far in this list. "));
    CHECK(has(said, "> remove 3\n" + which + "> hm\n" + which + "> remove 1\n1 so far in this list. "));
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people:\n" + second);
    lab.talk("4\nremove\n2\nq\n", two);
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people:\n" + first);
    const std::string three = two + "    - {code: ab-03, left: still_here}\n";
    CHECK(has(lab.talk("4\n3\nq\n", three), "> 3\nWhich one? Write a number from 1 to 3; b goes back.\n> q\n"));
    CHECK(text_of("practice.yaml") == "lab:\n" + three);
    CHECK(asked(lab.talk("4\nremove 2\n3\nq\n", two)) == "[confirmed_on]\n[lab.people]\n[lab.people]\n[lab.people]\n");
    CHECK(text_of("practice.yaml") == "lab:\n" + before + "  people: unknown\n");
}

TEST_CASE("of items that are there only what is missing is asked") {
    const Lab lab;
    const std::string before =
        "  in_use: yes\n  opened_on: 2026-02-03\n  people:\n    - {code: ab-01, left: still_here}\n    - {code: "
        "ab-02}\n"
        "    - {code: ab-03}\n";
    const std::string said = lab.talk("2026-03-04\n-\nq\n", before);
    CHECK(asked(said) == "[lab.people[2].left]\n[lab.people[3].left]\n[confirmed_on]\n");
    CHECK(text_of("practice.yaml") ==
          "lab:\n  in_use: yes\n  opened_on: 2026-02-03\n  people:\n    - {code: ab-01, left: still_here}\n"
          "    - {code: ab-02, left: 2026-03-04}\n    - {code: ab-03}\n");
    CHECK(asked(lab.talk("2026-03-04\nq\n", before)) == "[lab.people[2].left]\n[lab.people[3].left]\n");
}

TEST_CASE("in the look at all answers those that count for nothing come last, and can be changed there") {
    const Lab lab;
    const std::string all = "  in_use: no\n  opened_on: 2025-02-03\n  people:\n    - {code: ab-01, left: still_here}\n";
    const std::string said = lab.talk("6\n2026-01-02\nno\n", all);
    CHECK(has(
        said,
        "\nYour answers:\n"
        "  1. What the practice uses: Lab\n"
        "Lab\n"
        "  2. Do you have a lab: no\n"
        "  3. When did it open: 2025-02-03\n"
        "Lab. Not counted because of your answer to \"Do you have a lab\"; look at this too, in case it counts again:\n"
        "  4. Who has access: 1 entry\n"
        "  5. 1, Code: ab-01\n"
        "  6. 1, Left when: still_here\n"
        "Is all of this still true? [confirmed_on]\n"));
    CHECK(asked(said) == "[confirmed_on]\n[lab.people[1].left]\n[confirmed_on]\n");
    CHECK(has(text_of("practice.yaml"), "{code: ab-01, left: 2026-01-02}"));
    CHECK(has(lab.talk("2\nyes\nno\n", all),
              "  2. Do you have a lab: yes\n"
              "  3. When did it open: 2025-02-03\n"
              "  4. Who has access: 1 entry\n"));
}

TEST_CASE("the look at all answers says what it is for, and takes no other word") {
    const Lab lab;
    const std::string all = "  in_use: yes\n  opened_on: 2026-02-03\n  people: []\n";
    const std::string said = lab.talk("?\nhm\nno\n", all);
    CHECK(has(said,
              "> ?\n"
              "Answers that nobody has confirmed lately do not count as in place. yes says that you have looked "
              "through all of them today.\n"
              "> hm\n"
              "Write yes, no, or a number from 1 to 4.\n"
              "> no\n"));
    CHECK(text_of("practice.yaml") == "lab:\n" + all);
    CHECK(asked(lab.talk("1\nb\nno\n", all)) == "[confirmed_on]\n[products]\n[confirmed_on]\n");
    CHECK(text_of("practice.yaml") == "lab:\n" + all);
    CHECK(asked(lab.talk("b\nq\n", "  in_use: yes\n  opened_on: 2026-02-03\n  people: unknown\n")) ==
          "[lab.people]\n[products]\n");
}

}  // namespace hipaa::testing
