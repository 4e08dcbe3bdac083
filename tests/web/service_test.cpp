// What the page asks for, and what it gets: the way of an owner from the first screen to the report, and back.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"
#include "web/service.hpp"

namespace hipaa::testing {
namespace {

std::string request(const std::vector<std::string>& texts) {
    std::string bytes;
    for (const std::string& text : texts) bytes += fmt::format("{}:{},", text.size(), text);
    return bytes;
}

/// A page that was just opened.
class Page {
public:
    Page() { ask({"begin", "2026-11-22"}); }

    Report ask(const std::vector<std::string>& texts) { return Report(service_.answer(request(texts))); }
    std::string file(const Report& screen) const { return screen.at("file/text"); }

private:
    web::Service service_;
};

/// The keys of the questions on the screen, with what is answered.
std::string keys(const Report& screen) {
    std::string all;
    for (std::size_t i = 0;; ++i) {
        const std::string at = fmt::format("questions/{}/", i);
        const std::string key = screen.at(at + "key");
        if (key == "(absent)") return all;
        all += fmt::format("{}{} {}{}", all.empty() ? "" : "\n", key, screen.at(at + "given"), screen.at(at + "text"));
    }
}

/// Of the question `key` in the second section of the review.
std::string answer_in(const Report& review, const std::string& key) {
    for (std::size_t i = 0;; ++i) {
        const std::string at = fmt::format("sections/1/answers/{}/", i);
        const std::string found = review.at(at + "key");
        if (found == key || found == "(absent)") return review.at(at + "answer");
    }
}

const std::string opened =
    "# Answers about your practice, read by hipaa-check. You may change them here by hand.\n"
    "# Never put client names or other client information in this file.\n"
    "\n";

}  // namespace

TEST_CASE("the first screen offers what the checklists know") {
    web::Service service;
    const Report screen(service.answer(request({"begin", "2026-11-22"})));
    CHECK(screen.at("screen") == "start");
    CHECK(screen.at("can_go_back") == "false");
    const std::vector<std::string> products{"consumer_apps", "doxy_me", "google_workspace",
                                            "microsoft_365", "spruce",  "zoom"};
    for (std::size_t i = 0; i < products.size(); ++i) {
        CHECK(screen.at("choices/" + std::to_string(i) + "/value") == products[i]);
        CHECK(screen.at("choices/" + std::to_string(i) + "/is_product") == "true");
    }
    CHECK(screen.at("choices/4/name") == "Spruce");
    CHECK(screen.at("choices/4/effort") == "at most 20 questions");
    CHECK(screen.at("choices/4/chosen") == "false");
    CHECK(screen.at("choices/6/value") == "communication");
    CHECK(screen.at("choices/6/is_product") == "false");
    CHECK(screen.at("choices/8/value") == "(absent)");
    CHECK(screen.at("file/name") == "practice.yaml");
    CHECK(screen.at("file/text") == opened);
}

TEST_CASE("what is in use is put in the file, and taken out again") {
    Page page;
    CHECK(page.ask({"start", "", ""}).at("refusal") == "Choose what the practice uses, or a subject to go through.");
    for (const char* names : {"1", "Sigma, 12", "?", "1 2", "5.", "2026-01-02"})
        CHECK(page.ask({"start", "", names}).at("refusal") ==
              "Write the names of other products, with commas between them.");
    for (const char* none : {"none", "No.", "nothing", "n/a", "-"}) {
        CAPTURE(none);
        CHECK(page.ask({"start", "", none}).at("refusal") == "Write the names of other products, or leave this empty.");
        Page other;
        CHECK(page.file(other.ask({"start", "", none, "zoom"})) == opened + "products:\n  zoom: {}\n");
    }
    const Report first = page.ask({"start", "Willow Creek", "Sigma, Acme Portal", "spruce", "security_rule"});
    CHECK(first.at("screen") == "questions");
    CHECK(page.file(first) == opened +
                                  "products:\n"
                                  "  spruce: {}\n"
                                  "  sigma: {}\n"
                                  "  acme_portal: {}\n"
                                  "security_rule: {}\n"
                                  "practice:\n"
                                  "  name: Willow Creek\n");
    const Report back = page.ask({"back"});
    CHECK(back.at("screen") == "start");
    CHECK(back.at("practice_name") == "Willow Creek");
    CHECK(back.at("choices/8/value") == "sigma");
    CHECK(back.at("choices/9/value") == "acme_portal");
    CHECK(back.at("choices/9/name") == "Acme Portal");
    CHECK(back.at("choices/9/chosen") == "true");
    CHECK(page.file(page.ask({"start", "", "", "spruce", "sigma"})) == opened +
                                                                           "products:\n"
                                                                           "  spruce: {}\n"
                                                                           "  sigma: {}\n");
}

TEST_CASE("a screen has the questions of one subject, and more as they begin to matter") {
    Page page;
    const Report first = page.ask({"start", "", "", "spruce"});
    CHECK(first.at("subject") == "Spruce, in use");
    CHECK(first.at("progress") == "0 answered, at most 20 to go.");
    CHECK(keys(first) == "products.spruce.in_use []");
    CHECK(first.at("questions/0/form") == "one");
    CHECK(first.at("questions/0/assumed") == "Until you answer, it counts as: yes.");
    CHECK(first.at("questions/0/options/0/value") == "yes");
    CHECK(first.at("questions/0/options/0/label") == "Yes");
    CHECK(first.at("questions/0/options/1/meaning") == "you have left, and nothing about clients is in it anymore");
    const Report answered = page.ask({"answer", "products.spruce.in_use", "picked", "yes"});
    CHECK(page.file(answered) == opened + "products:\n  spruce:\n    in_use: yes\n");
    CHECK(answered.at("questions/0/assumed") == "");
    const Report texting = page.ask({"continue"});
    CHECK(texting.at("subject") == "Spruce, texting");
    CHECK(keys(texting) == "products.spruce.texting.sms_clients []\nproducts.spruce.texting.default []");
    CHECK(texting.at("questions/0/form") == "typed");
    CHECK(texting.at("questions/0/numeric") == "true");
    CHECK(texting.at("questions/0/hint") == "Write a whole number such as 2 (digits only, not negative).");
    const Report more = page.ask({"answer", "products.spruce.texting.sms_clients", "typed", " two "});
    CHECK(more.at("questions/0/text") == "2");
    CHECK(keys(more) ==
          "products.spruce.texting.sms_clients []2\nproducts.spruce.texting.default []\n"
          "products.spruce.texting.sms_clients_informed []\n"
          "products.spruce.texting.sms_clients_analyzed []");
    const Report fewer = page.ask({"answer", "products.spruce.texting.sms_clients", "typed", "0"});
    CHECK(keys(fewer) == "products.spruce.texting.sms_clients []0\nproducts.spruce.texting.default []");
}

TEST_CASE("what was left open is not asked again, until somebody wants to") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    CHECK(page.ask({"continue"}).at("subject") == "Spruce, texting");
    int screens = 2;
    while (page.ask({"continue"}).at("screen") == "questions" && screens < 20) ++screens;
    CHECK(screens == 12);
    const Report screen = page.ask({"review"});
    CHECK(screen.at("screen") == "review");
    CHECK(screen.at("open") != "0");
    CHECK(screen.at("sections/1/title") == "Spruce");
    CHECK(screen.at("sections/1/answers/0/answer") ==
          "Not answered; it counts as: Yes: you use it, or old messages, voicemail or contacts are still in it");
    CHECK(screen.at("sections/1/answers/1/answer") == "Not answered");
    CHECK(page.ask({"resume"}).at("subject") == "Spruce, in use");
}

TEST_CASE("what is not understood is said, and changes nothing") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    const std::string date = "products.spruce.first_client_use";
    const Report screen = page.ask({"change", date});
    CHECK(keys(screen) == date + " []");
    CHECK(page.ask({"answer", date, "typed", "soon"}).at("refusal") ==
          "The answer cannot be `soon`; write a date such as 2026-01-31, or not_yet, or choose "
          "\"Not sure\".");
    const Report doubt = page.ask({"answer", date, "typed", "3/2/2026"});
    CHECK(doubt.at("unclear/0/value") == "2026-03-02");
    CHECK(doubt.at("unclear/0/meaning") == "March 2");
    CHECK(doubt.at("unclear/1/value") == "2026-02-03");
    CHECK(page.ask({"answer", date, "picked", "sometimes"}).at("refusal") ==
          "The answer cannot be `sometimes`; write a date such as 2026-01-31, or not_yet, or choose "
          "\"Not sure\".");
    CHECK(page.ask({"answer", "products.spruce.nothing", "picked", "yes"}).at("refusal") ==
          "This question is not there anymore.");
    CHECK(keys(page.ask({"answer", date, "typed", "March 2, 2026"})) == date + " []2026-03-02");
    for (const std::string unknown : {"unknown", "Unknown", "not sure", "?", "-"}) {
        CAPTURE(unknown);
        page.ask({"answer", date, "typed", "2026-03-02"});
        CHECK(keys(page.ask({"answer", date, "typed", unknown})) == date + " [\"unknown\"]");
    }
    // An empty field takes the answer back.
    CHECK(keys(page.ask({"answer", date, "typed", ""})) == date + " [\"unknown\"]");
    CHECK(keys(page.ask({"answer", date, "picked", "not_yet"})) == date + " [\"not_yet\"]");
}

TEST_CASE("several answers, none of them, and words that stand alone") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    const std::string used = "products.spruce.email.used_for";
    CHECK(page.ask({"change", used}).at("questions/0/form") == "several");
    CHECK(keys(page.ask({"answer", used, "picked", "clients", "care_team"})) == used + " [\"clients\",\"care_team\"]");
    CHECK(keys(page.ask({"answer", used, "picked", "none"})) == used + " [\"none\"]");
    CHECK(keys(page.ask({"answer", used, "picked"})) == used + " [\"unknown\"]");
}

TEST_CASE("answers that contradict each other are named at once") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    page.ask({"answer", "products.spruce.baa.status", "picked", "none"});
    const Report said = page.ask({"answer", "products.spruce.baa.executed_on", "typed", "2026-01-02"});
    CHECK(
        said.at("said/0") ==
        "These answers contradict each other: You give a day on which the BAA began, but its status says that there is "
        "no BAA yet. Correct \"status\", or take out \"executed_on\".");
    CHECK(page.ask({"answer", "products.spruce.in_use", "picked", "yes"}).at("said") == "[]");
}

TEST_CASE("a file is opened, kept as it is, and changed where it is answered") {
    const std::string text =
        "# ours\r\nx-note: mine\r\nconfirmed_on: 2026-10-01  # by me\r\nproducts:\r\n  spruce: {plan: {tier: "
        "basic}}\r\n";
    Page page;
    const Report screen = page.ask({"load", "willow.yaml", text});
    CHECK(screen.at("screen") == "questions");
    CHECK(screen.at("file/name") == "willow.yaml");
    CHECK(page.file(screen) == text);
    CHECK(page.file(page.ask({"answer", "products.spruce.plan.tier", "picked", "communicator"})) ==
          "# ours\r\nx-note: mine\r\nconfirmed_on: 2026-10-01  # by me\r\nproducts:\r\n  spruce: {plan: {tier: "
          "communicator}}\r\n");
    const Report refused = page.ask({"load", "bad.yaml", "products:\n  spruce: {plan: {teir: basic}}\n"});
    CHECK(refused.at("refusal") ==
          "bad.yaml:2:19: `teir` is not a key of `products.spruce.plan`; did you mean `tier`?\n"
          "    spruce: {plan: {teir: basic}}\n"
          "                    ^\n");
    const std::string checklist = page.ask({"load", "c.yaml", repository_file("rules/spruce.yaml")}).at("refusal");
    CHECK(checklist.starts_with("c.yaml:1:1: this is a checklist, not a practice file; give it with --rules"));
    CHECK(checklist.find("is not a key") == std::string::npos);
    CHECK(page.ask({"load", "next.yaml", "confirmed_on: 2027-01-01\nproducts: {spruce: {}}\n"})
              .at("refusal")
              .starts_with("next.yaml:1:15: "));
    CHECK(page.ask({"review"}).at("file/name") == "willow.yaml");
}

TEST_CASE("answers are confirmed as of today, and that can be taken back") {
    Page page;
    page.ask({"load", "a.yaml", "confirmed_on: 2026-10-01\nproducts: {spruce: {}}\n"});
    const Report before = page.ask({"review"});
    CHECK(before.at("today") == "November 22, 2026");
    CHECK(before.at("confirmed_on") == "October 1, 2026");
    CHECK(before.at("is_confirmed") == "false");
    const Report review = page.ask({"confirm", "yes"});
    CHECK(review.at("is_confirmed") == "true");
    CHECK(page.file(review) == "confirmed_on: 2026-11-22\nproducts: {spruce: {}}\n");
    CHECK(page.file(page.ask({"confirm", "no"})) == "confirmed_on: 2026-10-01\nproducts: {spruce: {}}\n");
    page.ask({"load", "b.yaml", "products: {spruce: {}}\n"});
    page.ask({"confirm", "yes"});
    CHECK(page.file(page.ask({"confirm", "no"})) == "products: {spruce: {}}\n");
}

TEST_CASE("the review has all answers in words, lists and decisions too") {
    Page page;
    page.ask({"load", "willow-creek.yaml", repository_file("examples/willow-creek.yaml")});
    const Report review = page.ask({"review"});
    CHECK(review.at("screen") == "review");
    CHECK(review.at("sections/0/title") == "The practice");
    CHECK(review.at("sections/1/title") == "Spruce");
    CHECK(review.at("sections/1/answers/0/key").starts_with("products.spruce."));
    CHECK(review.at("sections/1/answers/0/answer") != "(absent)");
}

TEST_CASE("in the review answers that count for nothing are apart, and contradict nothing") {
    Page page;
    page.ask({"load", "willow-creek.yaml", repository_file("examples/willow-creek.yaml")});
    CHECK(page.ask({"review"}).at("sections/1/not_counted") == "[]");
    const std::string in_use = "products.spruce.in_use";
    page.ask({"change", in_use});
    const Report left = page.ask({"answer", in_use, "picked", "no"});
    CHECK(left.at("said/0").starts_with("It stays in the file, but counts for nothing now: "));
    const Report review = page.ask({"review"});
    CHECK(review.at("contradictions") == "[]");
    CHECK(answer_in(review, in_use).starts_with("No: "));
    CHECK(answer_in(review, "products.spruce.plan.tier") == "(absent)");
    CHECK(review.at("sections/1/not_counted/0/why") ==
          "Not counted because of your answer to \"Does the practice use Spruce, or does Spruce still hold information "
          "about its clients?\"; look at this too, in case it counts again:");
    CHECK(review.at("sections/1/not_counted/0/answers/0/key") == "products.spruce.plan.tier");
    CHECK(review.at("sections/1/not_counted/0/answers/0/answer").starts_with("Communicator"));
}

TEST_CASE("in the review none has its meaning where it is one of several words, and else is none of them") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    page.ask({"answer", "products.spruce.baa.status", "picked", "none"});
    page.ask({"answer", "products.spruce.email.used_for", "picked", "none"});
    const Report review = page.ask({"review"});
    CHECK(answer_in(review, "products.spruce.baa.status") == "None: you never asked for one");
    CHECK(answer_in(review, "products.spruce.email.used_for") == "None of these");
}

TEST_CASE("a change leads back to the review, also of what is asked only by wish") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    page.ask({"review"});
    const std::string covered = "practice.covered_entity";
    CHECK(page.ask({"review"}).at("sections/0/answers/0/key") == covered);
    CHECK(keys(page.ask({"change", covered})) == covered + " []");
    CHECK(keys(page.ask({"answer", covered, "picked", "no"})) == covered + " [\"no\"]");
    CHECK(page.ask({"continue"}).at("screen") == "review");
}

TEST_CASE("the day may change while the page is open") {
    Page page;
    page.ask({"start", "", "", "spruce"});
    page.ask({"day", "2026-11-23"});
    CHECK(page.file(page.ask({"confirm", "yes"})).ends_with("confirmed_on: 2026-11-23\n"));
    CHECK(page.ask({"day", "soon"}).at("fault") == "this is no date");
}

TEST_CASE("reports are the bytes that the program writes") {
    for (const char* name : {"willow-creek", "first-draft", "solo-practice", "small-practice"}) {
        CAPTURE(name);
        const Scratch scratch;
        const std::string text = repository_file(fmt::format("examples/{}.yaml", name));
        scratch.write("practice.yaml", text);
        Page page;
        CHECK(page.ask({"load", "practice.yaml", text}).at("refusal") == "(absent)");
        for (const char* format : {"html", "markdown", "text"})
            CHECK(page.ask({"report", format}).at("report") == run_program({"-f", format, "practice.yaml"}).out);
        CHECK(page.ask({"show_report"}).at("html") == run_program({"-f", "html", "practice.yaml"}).out);
    }
}

TEST_CASE("many files at once, mistakes among them, make the program's overview") {
    const Scratch scratch;
    std::vector<std::string> all{"overview"};
    for (const char* name : {"broken", "first-draft", "willow-creek"}) {
        const std::string file = fmt::format("{}.yaml", name);
        scratch.write(file, repository_file("examples/" + file));
        all.insert(all.end(), {file, repository_file("examples/" + file)});
    }
    Page page;
    CHECK(page.ask(all).at("html") ==
          run_program({"-f", "html", "broken.yaml", "first-draft.yaml", "willow-creek.yaml"}).out);
}

TEST_CASE("checklists can be added, and are refused with their mistakes") {
    web::Service service;
    const Report refused(service.answer(request({"begin", "2026-11-22", "lab.yaml", "checklist: 1\nid: Lab\n"})));
    CHECK(refused.at("refusal").starts_with("lab.yaml:1:1: a checklist needs `about`\n"));
    CHECK(Report(service.answer(request({"review"}))).at("fault") == "there is no session");
    const Report added(
        service.answer(request({"begin", "2026-11-22", "lab.yaml", lab_checklist("{list: {each: {ok: yes}}}")})));
    CHECK(added.at("checklists") == "[\"lab.yaml\"]");
    CHECK(added.at("choices/6/value") == "lab");
    CHECK(Report(service.answer(request({"start", "", "", "lab"}))).at("subject") == "Lab, list");
}

TEST_CASE("items of a list are answered field by field, and removed") {
    web::Service service;
    const auto ask = [&](const std::vector<std::string>& texts) { return Report(service.answer(request(texts))); };
    ask({"begin", "2026-11-22", "lab.yaml", lab_checklist("{list: {each: {ok: yes}}}")});
    ask({"start", "", "", "lab"});
    const std::string list = "products.lab.list";
    CHECK(ask({"answer", list, "picked", "none_kept"}).at("questions/0/given") == "[\"none_kept\"]");
    CHECK(ask({"answer", list, "picked", "yes"}).at("refusal") == "List at least one.");
    const Report first = ask({"answer", list + "[1].ok", "picked", "yes"});
    CHECK(first.at("questions/0/given") == "[\"yes\"]");
    CHECK(first.at("questions/0/items/0/0/key") == list + "[1].ok");
    CHECK(first.at("questions/0/items/0/0/given") == "[\"yes\"]");
    CHECK(first.at("questions/0/next_item/1/key") == list + "[2].day");
    ask({"answer", list + "[2].day", "typed", "2026-02-28"});
    CHECK(ask({"answer", list + "[1].n", "typed", "3"}).at("file/text") == opened +
                                                                               "products:\n"
                                                                               "  lab:\n"
                                                                               "    list:\n"
                                                                               "      - ok: yes\n"
                                                                               "        n: 3\n"
                                                                               "      - day: 2026-02-28\n");
    CHECK(ask({"remove", list, "3"}).at("refusal") == "This item is not there anymore.");
    CHECK(ask({"remove", list, "1"}).at("file/text") ==
          opened + "products:\n  lab:\n    list:\n      - day: 2026-02-28\n");
    CHECK(ask({"remove", list, "1"}).at("file/text") == opened + "products:\n  lab:\n    list: unknown\n");
}

TEST_CASE("the items of a list that is not finished are there, and it is finished with the next answer to it") {
    web::Service service;
    const auto ask = [&](const std::vector<std::string>& texts) { return Report(service.answer(request(texts))); };
    ask({"begin", "2026-11-22", "lab.yaml", lab_checklist("{list: {each: {ok: yes}}}")});
    const std::string before = "products:\n  lab:\n    list:\n      - ok: yes\n";
    const std::string list = "products.lab.list";
    const auto load = [&] { return ask({"load", "practice.yaml", before + "      - unknown\n"}); };
    CHECK(load().at("questions/0/given") == "[\"unknown\"]");
    CHECK(load().at("questions/0/items/0/0/given") == "[\"yes\"]");
    CHECK(load().at("questions/0/next_item/1/key") == list + "[2].day");
    CHECK(ask({"answer", list, "picked", "yes"}).at("file/text") == before);
    load();
    CHECK(ask({"answer", list + "[2].ok", "picked", "no"}).at("file/text") == before + "      - ok: no\n");
    load();
    CHECK(ask({"answer", list + "[1].day", "typed", "tomorrowish"}).at("refusal") ==
          "The answer cannot be `tomorrowish`; write a date such as 2026-01-31, or never, or choose \"Not sure\".");
    CHECK(ask({"day", "2026-11-22"}).at("file/text") == before + "      - unknown\n");
    CHECK(ask({"answer", list + "[1].day", "typed", "2026-02-28"}).at("file/text") ==
          before + "        day: 2026-02-28\n");
    load();
    CHECK(ask({"remove", list, "1"}).at("file/text") == "products:\n  lab:\n    list: unknown\n");
}

TEST_CASE("a blank item that its owner commented stays, and she is told that the list stays open") {
    web::Service service;
    const auto ask = [&](const std::vector<std::string>& texts) { return Report(service.answer(request(texts))); };
    ask({"begin", "2026-11-22", "lab.yaml", lab_checklist("{list: {each: {ok: yes}}}")});
    const std::string before = "products:\n  lab:\n    list:\n      - unknown  # ask Bob\n      - ok: yes\n";
    const std::string list = "products.lab.list";
    ask({"load", "practice.yaml", before + "      - unknown\n"});
    CHECK(ask({"answer", list, "picked", "yes"}).at("refusal") ==
          "This list stays open, because its entry on line 4 has no answer. Fill it in or delete it in an editor.");
    ask({"load", "practice.yaml", before + "      - unknown\n"});
    const Report kept = ask({"answer", list + "[1].n", "typed", "3"});
    CHECK(kept.at("file/text") == before + "        n: 3\n");
    CHECK(kept.at("questions/0/items/0/2/text") == "3");
    CHECK(kept.at("said/0") ==
          "This list stays open, because its entry on line 4 has no answer. Fill it in or delete it in an editor.");
}

TEST_CASE("a request that is none is a fault") {
    web::Service service;
    for (const char* bytes : {"", "5:begin", "6:begin,", "x", "5:begin,1:", "99999999999999999999:a,"})
        CHECK(Report(service.answer(bytes)).at("fault") == "the request cannot be read");
    CHECK(Report(service.answer("5:begin,")).at("fault") == "a session begins with a date");
    CHECK(Report(service.answer("4:load,")).at("fault") == "there is no session");
    CHECK(Report(service.answer("5:dance,")).at("fault") == "there is no such action");
}

}  // namespace hipaa::testing
