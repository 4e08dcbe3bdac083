// The interview, with the answers one a line on standard input.
#include <filesystem>

#include <doctest/doctest.h>

#include "cli/asking.hpp"
#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("each answer is in the file as soon as it is given") {
    const Scratch scratch;
    const Outcome outcome = ask("spruce\nyes\n0\nq\n");
    CHECK(asked(outcome.out) ==
          "[products]\n[products.spruce.in_use]\n[products.spruce.texting.sms_clients]\n"
          "[products.spruce.texting.default]\n");
    CHECK(text_of("practice.yaml") ==
          std::string(head) + "products:\n  spruce:\n    in_use: yes\n    texting:\n      sms_clients: 0\n");
    CHECK(outcome.status == 4);
    CHECK(outcome.err.empty());
    CHECK(has(outcome.out, "Your answers are saved in practice.yaml. At most "));
    CHECK((std::filesystem::status("practice.yaml").permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("the next sitting begins with what is left") {
    const Scratch scratch;
    ask("spruce\nyes\n0\nq\n");
    const Outcome outcome = ask("yes\nq\n");
    CHECK(asked(outcome.out)
              .starts_with("[products.spruce.phone.number]\n[products.spruce.phone.clients_told_voice_only]\n"));
}

TEST_CASE("without a terminal and without input there is nobody to ask") {
    const Scratch scratch;
    const Outcome outcome = ask("");
    CHECK(outcome.status == 2);
    CHECK(has(outcome.err,
              "there is nobody to ask: run it in a terminal, or give the answers on standard input, one a "
              "line"));
    CHECK(!std::filesystem::exists("practice.yaml"));
}

TEST_CASE("nothing is written when nothing is answered") {
    const Scratch scratch;
    const Outcome outcome = ask("q\n");
    CHECK(outcome.status == 5);
    CHECK(outcome.out.ends_with("\nNothing was answered, so no file was written.\n"));
    CHECK(!std::filesystem::exists("practice.yaml"));
}

TEST_CASE("what was skipped or is unknown is not asked again in the same sitting") {
    const Scratch scratch;
    const Outcome outcome = ask("spruce\n-\nunknown\n\nq\n");
    CHECK(asked(outcome.out).find("[products.spruce.in_use]") == asked(outcome.out).rfind("[products.spruce.in_use]"));
    CHECK(text_of("practice.yaml") ==
          std::string(head) + "products:\n  spruce:\n    texting:\n      sms_clients: unknown\n");
}

TEST_CASE("a file with mistakes is left alone, and its mistakes are shown") {
    const Scratch scratch;
    scratch.write("practice.yaml", "products:\n  spruce: {plan: {teir: basic}}\n");
    const Outcome outcome = ask("yes\n");
    CHECK(outcome.status == 3);
    CHECK(has(outcome.err, "practice.yaml:2:19: "));
    CHECK(has(outcome.err, "hipaa-check: the file is left as it is; correct it, then run this again\n"));
    CHECK(outcome.out.empty());
    CHECK(text_of("practice.yaml") == "products:\n  spruce: {plan: {teir: basic}}\n");
}

TEST_CASE("all mistakes of a file are shown at once, of whatever kind") {
    const Scratch scratch;
    scratch.write("practice.yaml",
                  "products:\n  spruce: {plan: {teir: basic}}\npractice: {name: A}\npractice: {name: B}\n");
    const Outcome outcome = ask("yes\n");
    CHECK(outcome.status == 3);
    CHECK(headlines(outcome.err) == headlines(run_program({"practice.yaml"}).err) + "\n" +
                                        "hipaa-check: the file is left as it is; correct it, then run this again");
    CHECK(has(outcome.err, "practice.yaml:2:19: "));
    CHECK(has(outcome.err, "practice.yaml:4:1: "));
}

TEST_CASE("a confirmation on a day to come is a mistake of the file, as it is for a check") {
    const Scratch scratch;
    const std::string all = "products:\n  spruce: {in_use: no, baa: {status: none}, first_client_use: not_yet}\n";
    scratch.write("practice.yaml", all);
    const Outcome ahead = ask("yes\n", {"--as-of", "2027-06-01"});
    CHECK(ahead.status == 0);
    CHECK(ahead.err ==
          "hipaa-check: 2027-06-01 is in the future; until then, a check refuses answers confirmed on that "
          "day\n");
    const Outcome now = ask("no\n");
    CHECK(now.status == 3);
    CHECK(now.err.starts_with(
        "practice.yaml:3:15: `confirmed_on` is 2027-06-01, which is after today (2026-11-22); write "
        "the day on which the answers were last checked\n"));
    CHECK(text_of("practice.yaml") == all + "confirmed_on: 2027-06-01\n");
}

TEST_CASE("what a file cannot take is named at the end, with status 3, until it is answered again") {
    const Scratch scratch;
    const std::string anchored = "products:\n  my_ehr: &x\n    client_information: yes\n";
    const std::string lead = "This was not saved: `products.my_ehr.";
    const std::string tail =
        "` cannot be saved in this file: line 2 has an anchor (`&`), so a change there may count elsewhere too; remove "
        "the anchor, then answer again.\n";
    scratch.write("practice.yaml", anchored);
    const Outcome outcome = ask("yes\nexecuted\nq\n");
    CHECK(outcome.status == 3);
    CHECK(has(outcome.out, "\n" + lead + "in_use" + tail));
    CHECK(has(outcome.out, "\n" + lead + "agreement.status" + tail));
    CHECK(has(outcome.out,
              "\nYour answers to products.my_ehr.agreement.status, products.my_ehr.in_use were not saved in "
              "practice.yaml; the reasons are above. At most "));
    CHECK(!has(outcome.out, "Your answers are saved"));
    CHECK(text_of("practice.yaml") == anchored);
    const Outcome withdrawn = ask("yes\nb\n-\nq\n");
    CHECK(withdrawn.status == 4);
    CHECK(has(withdrawn.out, "\nNothing was changed in practice.yaml. "));
    const Outcome stopped = ask("yes\nb\nq\n");
    CHECK(stopped.status == 3);
    CHECK(has(stopped.out,
              "\nYour answer to products.my_ehr.in_use was not saved in practice.yaml; the reason is above. At most "));
}

TEST_CASE("comments, own keys, order and line ends of a file stay") {
    const Scratch scratch;
    scratch.write(
        "practice.yaml",
        "# mine\r\nx-office: 2nd floor\r\nproducts:\r\n    spruce:   # since spring\r\n        in_use: yes\r\n"
        "\r\n# the end\r\n");
    ask("0\nq\n");
    CHECK(text_of("practice.yaml") ==
          "# mine\r\nx-office: 2nd floor\r\nproducts:\r\n    spruce:   # since spring\r\n        in_use: yes\r\n"
          "        texting:\r\n            sms_clients: 0\r\n\r\n# the end\r\n");
}

TEST_CASE("a contradiction is named at once, and accepted") {
    const Scratch scratch;
    scratch.write("practice.yaml", "products:\n  spruce: {in_use: yes, phone: {number: no}}\n");
    const Outcome outcome = ask("3\nq\n");
    CHECK(has(outcome.out, "> 3\nThese answers contradict each other: "));
    CHECK(text_of("practice.yaml") ==
          "products:\n  spruce: {in_use: yes, phone: {number: no}, texting: {sms_clients: 3}}\n");
}

TEST_CASE("a contradiction that the file has is named before its answers are confirmed") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  own: {ask: Own, answer: yes_no}\n  rent: {ask: Rent, answer: yes_no}\n"
                  "contradictions: [{id: both, if: {own: yes, rent: yes}, message: Both., affects: [n]}]\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {any: [{own: yes}, {rent: yes}]}}]}]\n");
    scratch.write("practice.yaml", "lab: {own: yes, rent: yes}\n");
    CHECK(
        has(ask("no\n", {"--rules", "lab.yaml"}).out,
            "  3. Rent: yes\nThese answers contradict each other: Both.\nIs all of this still true? [confirmed_on]\n"));
}

TEST_CASE("a product whose checklist was not chosen is not called one without a checklist") {
    const Scratch scratch;
    const Outcome outcome = ask("spruce\nhm\nno\n", {"--checklist", "zoom"});
    CHECK(has(outcome.out,
              "Noted: spruce. Its checklist was not chosen with --checklist, so nothing about it is asked.\n"));
    CHECK(has(outcome.out, "\n  1: change that answer\n"));
    CHECK(has(outcome.out, "Write yes, no, or 1.\n"));
    CHECK(text_of("practice.yaml") == std::string(head) + "products:\n  spruce: {}\n");
}

TEST_CASE("the end says what is left, and whether anything was changed") {
    const Scratch scratch;
    for (const std::string nothing : {"products: {}\n", "practice: {name: Alder Street}\n"}) {
        scratch.write("practice.yaml", nothing);
        CHECK(has(ask("q\n").out,
                  "\nNothing was changed in practice.yaml. One question is left: what the practice uses. Run the same "
                  "command to go on.\n"));
    }
    scratch.write("practice.yaml", "products:\n  spruce: {in_use: no, baa: {status: none}}\n");
    CHECK(has(ask("not_yet\nq\n").out,
              "\nYour answers are saved in practice.yaml. Only the confirmation of your answers is left; run the same "
              "command to go on.\n"));
    CHECK(has(ask("no\n").out, "\nNothing was changed in practice.yaml.\n"));
    ask("yes\n");
    CHECK(has(ask("q\n").out, "\nNothing was changed in practice.yaml. Nothing is left to ask.\n"));
}

TEST_CASE("b goes back, and the answer can be changed") {
    const Scratch scratch;
    const Outcome outcome = ask("spruce\nyes\n7\nb\n0\nq\n");
    CHECK(asked(outcome.out)
              .starts_with("[products]\n[products.spruce.in_use]\n[products.spruce.texting.sms_clients]\n"
                           "[products.spruce.texting.sms_clients_informed]\n"
                           "[products.spruce.texting.sms_clients]\n"));
    CHECK(text_of("practice.yaml") ==
          std::string(head) + "products:\n  spruce:\n    in_use: yes\n    texting:\n      sms_clients: 0\n");
}

TEST_CASE("? says why it is asked and what it decides") {
    const Scratch scratch;
    const Outcome outcome = ask("spruce\n?\nq\n");
    CHECK(has(outcome.out, "> ?\nIt decides "));
    CHECK(has(outcome.out, "  Why: "));
}

TEST_CASE("a question with a default says what counts until it is answered") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  days: {ask: How many days, where: On the wall., answer: number, default: 365}\n"
                  "  kind: {ask: Which kind, answer: {choice: [wet_lab, dry_lab]}, default: wet_lab}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {days: {at_most: 30}, kind: wet_lab}}]}]\n");
    const std::vector<std::string> lab{"--rules", "lab.yaml", "--checklist", "lab"};
    const std::string said = ask("lab\n30\nwet_lab\n2\nq\n", lab).out;
    CHECK(has(said,
              "How many days [lab.days]\n"
              "Where to look: On the wall.\n"
              "Until you answer, it counts as: 365.\n"
              "Write a whole number such as 2 (digits only, not negative).\n"
              "> 30\n"));
    CHECK(has(said,
              "Which kind [lab.kind]\n"
              "Until you answer, it counts as: wet lab.\n"
              "  1. wet_lab: wet lab\n"
              "  2. dry_lab: dry lab\n"
              "> wet_lab\n"));
    CHECK(has(said,
              "> 2\n\n"
              "How many days [lab.days]\n"
              "Where to look: On the wall.\n"
              "Write a whole number such as 2 (digits only, not negative).\n"));
    CHECK(has(ask("spruce\nq\n", {"spruce.yaml"}).out, "\nUntil you answer, it counts as: yes.\n  1. yes"));
}

TEST_CASE("the file is only confirmed after a look at all answers") {
    const Scratch scratch;
    scratch.write("practice.yaml",
                  "products:\n  spruce: {in_use: no, baa: {status: none}, first_client_use: not_yet}\n");
    const Outcome outcome = ask("yes\n");
    CHECK(asked(outcome.out) == "[confirmed_on]\n");
    CHECK(has(outcome.out, "\nYour answers:\n  1. What the practice uses: Spruce\nSpruce\n  2. "));
    CHECK(text_of("practice.yaml").ends_with("confirmed_on: 2026-11-22\n"));
    CHECK(outcome.status == 0);
}

TEST_CASE("an answer can be changed from the review") {
    const Scratch scratch;
    scratch.write("practice.yaml",
                  "products:\n  spruce: {in_use: no, baa: {status: none}, first_client_use: not_yet}\n");
    const Outcome outcome = ask("2\nyes\nq\n");
    CHECK(asked(outcome.out).starts_with("[confirmed_on]\n[products.spruce.in_use]\n[products.spruce."));
    CHECK(has(text_of("practice.yaml"), "in_use: yes"));
    CHECK(!has(text_of("practice.yaml"), "confirmed_on"));
}

TEST_CASE("products are chosen by number, by name, or by a name of their own") {
    const Scratch scratch;
    ask("5, Google Workspace, Acme Portal\nq\n", {"a.yaml"});
    CHECK(text_of("a.yaml") ==
          std::string(head) + "products:\n  spruce: {}\n  google_workspace: {}\n  acme_portal: {}\n");
    ask("Spruce Health\nq\n", {"b.yaml"});
    CHECK(text_of("b.yaml") == std::string(head) + "products:\n  spruce: {}\n");
    ask("A.B Soft, A B Soft, a b soft\nq\n", {"two.yaml"});
    const std::string two =
        std::string(head) + "products:\n  a_b_soft:\n    name: A.B Soft\n  a_b_soft_2:\n    name: A B Soft\n";
    CHECK(text_of("two.yaml") == two);
    scratch.write("two.yaml", "products:\n  ehr: {name: 日本EHR, client_information: no}\n");
    ask("1\n日本EHR, 中国EHR, ehr\nq\n", {"two.yaml"});
    CHECK(text_of("two.yaml") ==
          "products:\n  ehr: {name: 日本EHR, client_information: no}\n  ehr_2:\n    name: 中国EHR\n");
    ask("7 8\nq\n", {"c.yaml"});
    CHECK(text_of("c.yaml") == std::string(head) + "communication: {}\nsecurity_rule: {}\n");
    const Outcome outcome = ask("9\nspruce\nq\n", {"d.yaml"});
    CHECK(has(outcome.out, "There is no answer 9; write numbers from 1 to 8, or names.\n> spruce\nNoted: Spruce\n"));
}

TEST_CASE("a subject has other names, too, and Google is Google Workspace") {
    const Scratch scratch;
    CHECK(has(ask("plain SMS, HIPAA, Google\nq\n").out,
              "Noted: Communicating with clients\nNoted: HIPAA Security Rule\nNoted: Google Workspace\n"));
    CHECK(text_of("practice.yaml") ==
          std::string(head) + "communication: {}\nsecurity_rule: {}\nproducts:\n  google_workspace: {}\n");
}

TEST_CASE("Gmail is free or in Google Workspace: which of them, is asked") {
    const std::string which =
        " can be more than one product. Which of these do you mean: Personal apps such as WhatsApp or free Gmail, or "
        "Google Workspace?\n";
    const Scratch scratch;
    CHECK(has(ask("the Gmail app\nq\n").out, "> the Gmail app\n`the Gmail app`" + which));
    const Outcome outcome = ask("Gmail\nSpruce, we use google voice\nSpruce, free Gmail\nq\n");
    CHECK(has(outcome.out, "> Gmail\n`Gmail`" + which + "> Spruce, we use google voice\n`we use google voice`" + which +
                               "> Spruce, free Gmail\nNoted: Spruce\nNoted: Personal apps such as WhatsApp or free "
                               "Gmail\n"));
    CHECK(text_of("practice.yaml") == std::string(head) + "products:\n  spruce: {}\n  consumer_apps: {}\n");
}

TEST_CASE("what is named again stays, and so does what is not") {
    const Scratch scratch;
    const std::string file =
        "communication: {}\nproducts:\n  spruce: {in_use: no, baa: {status: none}, first_client_use: not_yet}\n  zoom: "
        "{}\n  theranest: {}\n";
    scratch.write("practice.yaml", file);
    const Outcome outcome = ask("1\nspruce, TheraNest\nq\n", {"--checklist", "spruce"});
    CHECK(
        has(outcome.out,
            "> spruce, TheraNest\nStill in your file: Communicating with clients, Zoom. To take one out, answer no to "
            "whether it is in use, or delete its lines.\nNoted: Spruce\nNoted: TheraNest\n\n"));
    CHECK(text_of("practice.yaml") == file);
}

TEST_CASE("what was skipped is left open, and b leads from it back to the look at all answers") {
    const Scratch scratch;
    scratch.write("practice.yaml",
                  "products:\n  spruce: {in_use: no, baa: {status: terminated}, first_client_use: 2026-01-01}\n");
    const Outcome outcome = ask("no idea\n-\n4\nb\n-\n");
    CHECK(has(outcome.out, "> no idea\nNoted: unknown\n"));
    CHECK(asked(outcome.out) ==
          "[products.spruce.baa.executed_on]\n[products.spruce.baa.gap]\n[confirmed_on]\n[products.spruce.baa.status]\n"
          "[confirmed_on]\n");
    CHECK(has(outcome.out, "\n3 answered, 2 left open; nothing else to ask now.\n"));
    CHECK(has(outcome.out,
              "\nYour answers are saved in practice.yaml. At most 2 questions are left; run the same command "
              "to go on.\n"));
}

TEST_CASE("a file that cannot be written is said, with status 3") {
    const Scratch scratch;
    const Outcome outcome = ask("spruce\nq\n", {"no-such-folder/practice.yaml"});
    CHECK(outcome.status == 3);
    CHECK(has(outcome.err,
              "no-such-folder/practice.yaml could not be written: there is no folder no-such-folder. This "
              "answer was not saved.\n"));
}

TEST_CASE("a list is asked for item by item, and what was skipped in it is left") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  people: {ask: Who has access, answer: {list: {code: {ask: Code, answer: code}, "
                  "left: {ask: Left when, answer: date, also: [still_here]}}}}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {people: {each: {left: {answered: yes}}}}}]}]\n");
    const std::vector<std::string> lab{"--rules", "lab.yaml", "--checklist", "lab"};
    const Outcome outcome = ask("lab\nyes\nabc-01\n1\nyes\nabc-02\n-\nno\nyes\n", lab);
    CHECK(asked(outcome.out) ==
          "[products]\n[lab.people]\n[lab.people[1].code]\n[lab.people[1].left]\n[lab.people]\n"
          "[lab.people[2].code]\n[lab.people[2].left]\n[lab.people]\n[confirmed_on]\n");
    CHECK(text_of("practice.yaml") ==
          std::string(head) +
              "lab:\n  people:\n    - code: abc-01\n      left: still_here\n    - code: abc-02\n"
              "confirmed_on: 2026-11-22\n");
    std::filesystem::remove("practice.yaml");
    ask("lab\nnone\nq\n", lab);
    CHECK(text_of("practice.yaml") == std::string(head) + "lab:\n  people: []\n");
    std::filesystem::remove("practice.yaml");
    ask("lab\nnobody\nq\n", lab);
    CHECK(text_of("practice.yaml") == std::string(head) + "lab:\n  people: []\n");
}

TEST_CASE("a file that is read-only is not replaced") {
    const Scratch scratch;
    scratch.write("practice.yaml", "products: {spruce: {}}\n");
    std::filesystem::permissions("practice.yaml", std::filesystem::perms::owner_read);
    const Outcome outcome = ask("yes\nq\n");
    CHECK(outcome.status == 3);
    CHECK(outcome.err == "hipaa-check: practice.yaml is read-only. This answer was not saved.\n");
    CHECK(text_of("practice.yaml") == "products: {spruce: {}}\n");
}

TEST_CASE("what answers other questions is no name of a product") {
    const Scratch scratch;
    for (const std::string word : {"yes", "none", "[]", "spruce, not sure", "spruce, idk"}) {
        CAPTURE(word);
        const Outcome outcome = ask(word + "\nq\n");
        CHECK(has(outcome.out, "Write the number or the name of what the practice uses, not "));
        CHECK(!std::filesystem::exists("practice.yaml"));
    }
    for (const std::string said : {"5 and Nuvo", "Spruce & Nuvo", "spruce/nuvo", "5 + nuvo", "5 & nuvo, spruce"}) {
        std::filesystem::remove("practice.yaml");
        CAPTURE(said);
        ask(said + "\nq\n");
        CHECK(text_of("practice.yaml").starts_with(std::string(head) + "products:\n  spruce: {}\n  nuvo: {"));
    }
    std::filesystem::remove("practice.yaml");
    CHECK(has(ask("microsoft 365 / Teams\nq\n").out, "> microsoft 365 / Teams\nNoted: Microsoft 365\n\n"));
    std::filesystem::remove("practice.yaml");
    ask("5 and Nuvo\nq\n");
    CHECK(text_of("practice.yaml") == std::string(head) + "products:\n  spruce: {}\n  nuvo: {}\n");
}

TEST_CASE("a product may have a name in another script") {
    const Scratch scratch;
    ask("\u0421\u0435\u0440\u0432\u0438\u0441, \u65e5\u672c\nq\n");
    CHECK(text_of("practice.yaml") == std::string(head) +
                                          "products:\n"
                                          "  product:\n    name: \u0421\u0435\u0440\u0432\u0438\u0441\n"
                                          "  product_2:\n    name: \u65e5\u672c\n");
}

TEST_CASE("nothing is confirmed of a practice that uses nothing") {
    const Scratch scratch;
    const Outcome outcome = ask("not sure\n-\nyes\n");
    CHECK(has(outcome.out, "Nothing can be checked before it is known what the practice uses.\n"));
    CHECK(outcome.status == 5);
    CHECK(!std::filesystem::exists("practice.yaml"));
}

TEST_CASE("a worksheet has the open questions, and of a new practice what it uses") {
    const Scratch scratch;
    const Outcome sheet = ask("", {"--print"});
    CHECK(sheet.status == 0);
    CHECK(has(sheet.out, "`products`\n"));
    CHECK(has(sheet.out, "`products.spruce.in_use`\n    \u2610 yes"));
    CHECK(has(sheet.out, "`confirmed_on`\n    \u2610 yes \u2610 no\n"));
    scratch.write("practice.yaml",
                  "products:\n  spruce: {in_use: no, baa: {status: none}, first_client_use: not_yet}\n");
    CHECK(has(ask("", {"--print"}).out, "Nothing is left to ask."));
    CHECK(ask("", {"--print", "-f", "html"}).out.starts_with("<!doctype html>\n"));
    CHECK(ask("", {"--print", "-f", "markdown"}).out.starts_with("# Worksheet\n"));
    CHECK(ask("", {"-f", "html"}).status == 2);
}

TEST_CASE("a worksheet offers the words that are an answer beside a number, and beside a list") {
    const Scratch scratch;
    scratch.write(
        "lab.yaml",
        "checklist: 1\nid: lab\nname: Lab\ntitle: T\nabout: products.lab\nquestions:\n"
        "  days: {ask: D, answer: number, also: [never]}\n"
        "  seats: {ask: S, answer: number}\n"
        "  people: {ask: P, answer: {list: {own: {ask: O, answer: yes_no}}}, also: [not_kept]}\n"
        "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, fix: "
        "f, require: {days: {at_most: seats}, people: {each: {own: yes}}}}]}]\n");
    scratch.write("practice.yaml", "products:\n  lab: {}\n");
    const std::string sheet = ask("", {"--print", "--rules", "lab.yaml"}).out;
    CHECK(has(sheet, "`products.lab.days`\n    Answer: ____________ \u2610 never \u2610 not sure\n"));
    CHECK(has(sheet, "`products.lab.seats`\n    Answer: ____________ \u2610 not sure\n"));
    CHECK(has(sheet, "    For each:\n    O: yes or no, or unknown\n"));
    CHECK(has(sheet, "\u2610 not_kept\n    \u2610 none \u2610 not sure\n"));
}

TEST_CASE("words that are answers or wishes elsewhere are no products, and near names are") {
    const Scratch scratch;
    for (const std::string word :
         {"y", "n", "yes", "no", "none", "help", "off", "practice", "decisions", "n/a", "none of these", "everything",
          "I don't use Zoom", "maybe Zoom", "both", "the first", "my EHR is TheraNest"}) {
        CAPTURE(word);
        CHECK(has(ask(word + "\nq\n").out,
                  "Write the number or the name of what the practice uses, not `" + word + "`."));
        CHECK(!std::filesystem::exists("practice.yaml"));
    }
    for (const std::string word : {"idk", "not sure", "???", ""})
        CHECK(has(ask(word + "\n-\n").out,
                  "> " + word +
                      "\nNothing can be checked before this is known. Write a number or a name, or q to stop.\n> -\n"
                      "Nothing can be checked before it is known what the practice uses.\n"));
    CHECK(has(ask("loom\nq\n").out, "Noted: loom, a product without a checklist of its own\n"));
    CHECK(text_of("practice.yaml") == std::string(head) + "products:\n  loom: {}\n");
}

TEST_CASE("numbers may stand in marks, keys of reports are names, and what is no name is refused") {
    const Scratch scratch;
    for (const std::string word : {"5.", "(5)", "#5", "products.spruce", "we use Spruce", "the Spruce app"}) {
        CAPTURE(word);
        CHECK(has(ask(word + "\nq\n").out, "> " + word + "\nNoted: Spruce\n"));
        CHECK(text_of("practice.yaml") == std::string(head) + "products:\n  spruce: {}\n");
        std::filesystem::remove("practice.yaml");
    }
    const auto answer = [&](const std::string& typed) {
        const std::string said = ask(typed + "\nq\n").out;
        CHECK(!std::filesystem::exists("practice.yaml"));
        const std::size_t at = said.find("\n> ") + 1;
        return said.substr(said.find('\n', at) + 1, said.find("\n> q") - said.find('\n', at) - 1);
    };
    for (const std::string word : {"products", "practice", "not spruce", "spruce?", "confirmed_on"}) {
        CAPTURE(word);
        CHECK(answer(word) == "Write the number or the name of what the practice uses, not `" + word + "`.");
    }
    for (const std::string word : {"2026-01-02", "5-7"}) {
        CAPTURE(word);
        CHECK(answer(word) ==
              "`" + word +
                  "` is no name of a product: a name has at least two letters. Write numbers one by one, with "
                  "commas between them, such as 1, 2.");
    }
    CHECK(answer("X") == "`X` is no name of a product: a name has at least two letters.");
    CHECK(answer("products.spruce.plan") ==
          "`products.spruce.plan` is the key of a question; write the name of the product alone.");
    for (const std::string key : {"\x1b[A", "\x1bOA", "spr\x1b[Duce"})
        CHECK(answer(key) == "A key such as an arrow was pressed there, which is no text. Type the answer again.");
}

TEST_CASE("a product that was added by mistake goes again with b, as long as nothing is answered about it") {
    const Scratch scratch;
    const Outcome outcome = ask("Spruse Fax\nb\nspruce\nq\n");
    CHECK(has(outcome.out, "\nTaken out again: Spruse Fax.\n"));
    CHECK(text_of("practice.yaml") == std::string(head) + "products:\n  spruce: {}\n");
    scratch.write("practice.yaml",
                  "products:\n  spruce: {in_use: no, baa: {status: none}, first_client_use: not_yet}\n");
    const std::string before = text_of("practice.yaml");
    const Outcome known = ask("1\nzoom, security rule\nb\n-\nno\n");
    CHECK(has(known.out, "\nTaken out again: Zoom.\nTaken out again: HIPAA Security Rule.\n"));
    CHECK(text_of("practice.yaml") == before);
    const Outcome review = ask("1\nLoom\nb\n-\nno\n");
    CHECK(has(review.out, "\nTaken out again: Loom.\n"));
    CHECK(text_of("practice.yaml") == before);
    // After an answer about it b goes back to that.
    const Outcome answered = ask("1\nLoom\nyes\nb\nq\n");
    const std::string loom = "[products.loom.client_information]\n";
    CHECK(asked(answered.out) == "[confirmed_on]\n[products]\n" + loom + "[products.loom.in_use]\n" + loom);
    CHECK(has(text_of("practice.yaml"), "  loom:\n    client_information: yes\n"));
}

TEST_CASE("the end says which questions were not asked because the practice does not say that it uses a product") {
    const Scratch scratch;
    scratch.write("lab.yaml",
                  "checklist: 1\nid: lab\nname: Lab\ntitle: Lab\nabout: lab\nquestions:\n"
                  "  own: {ask: Own, answer: yes_no}\n"
                  "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, "
                  "fix: f, require: {own: yes, /products.spruce.phone.number: yes}}]}]\n");
    const Outcome outcome = ask("lab\nyes\nyes\n", {"--rules", "lab.yaml", "--checklist", "lab"});
    CHECK(asked(outcome.out) == "[products]\n[lab.own]\n[confirmed_on]\n");
    CHECK(has(
        outcome.out,
        "\n1 question was not asked, because it is about Spruce, and the file does not say that the practice uses it: "
        "products.spruce.phone.number. If it does, run the same command again, choose 1 where all answers are "
        "shown, and name Spruce.\n"));
    CHECK(outcome.status == 4);
}

TEST_CASE("the end of input at the first prompt of a terminal ends as q does") {
    const Scratch scratch;
    const Outcome ended = run_program({"ask"}, {.in = "", .in_is_terminal = true});
    const Outcome left = run_program({"ask"}, {.in = "q\n", .in_is_terminal = true});
    CHECK(ended.status == 5);
    CHECK(ended.err.empty());
    CHECK(ended.out.ends_with("\nNothing was answered, so no file was written.\n"));
    CHECK(left.status == ended.status);
}

TEST_CASE("above the report stands how to get the whole one, with the checklists of the interview") {
    const Scratch scratch;
    scratch.write("practice.yaml", "products:\n  spruce: {in_use: no, baa: {status: none}}\n");
    const std::string whole = "\nThe report below is a short one; the whole report: hipaa-check ";
    CHECK(has(ask("q\n").out, whole + "practice.yaml\n\npractice.yaml\n=============\n"));
    CHECK(ask("q\n").out.ends_with(run_program({"--brief", "practice.yaml"}).out));
    scratch.write("my lab.yaml", std::string(people_checklist));
    CHECK(has(
        ask("q\n", {"--rules", "my lab.yaml", "--checklist", "spruce", "--as-of", "2026-11-01", "--max-age", "90"}).out,
        whole + "--as-of 2026-11-01 --max-age 90 --rules 'my lab.yaml' --checklist spruce practice.yaml\n"));
    CHECK(!has(ask("", {"--print"}).out, "the whole report"));
}

TEST_CASE("a folder and standard input are no practice file to write") {
    const Scratch scratch;
    CHECK(ask("", {"-"}).err.starts_with("hipaa-check: ask writes the practice file, so it needs a name"));
    CHECK(ask("", {"."}).status == 2);
}

}  // namespace
}  // namespace hipaa::testing
