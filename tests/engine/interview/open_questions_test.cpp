// Which questions are asked, in which order, and what each decides.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checklist/builtin/builtin_library.hpp"
#include "engine/interview/interview.hpp"
#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

const AssessmentSettings settings{parse_date("2026-11-22").value(), 365, {}};

const Library& builtin() {
    static const Library library = load_all_builtin();
    return library;
}

std::string short_key(const OpenQuestion& question, const std::string& about) {
    const std::string key = question.key();
    return key.starts_with(about + ".") ? key.substr(about.size() + 1) : key;
}

/// The keys relative to `about`, groups apart by a bar. Of a list that is answered with the fields that it lacks.
std::string in_order(const OpenQuestions& open, const std::string& about) {
    std::string text;
    std::size_t group = 0;
    for (const OpenQuestion& one : open.questions) {
        text += text.empty() ? "" : one.group == group ? " " : " | ";
        group = one.group;
        text += short_key(one, about);
        for (const ItemField& field : one.missing)
            text += "[" + std::to_string(field.item + 1) + "]." + std::string(one.question().fields[field.field].key);
    }
    return text;
}

struct OrderRow {
    std::string answers;  // about Spruce, as the inside of a flow map
    std::string expected;
    std::string last = {};  // the question before, relative to Spruce
};

std::string spruce_order(const OrderRow& row) {
    const Practice practice = practice_of(builtin(), "products: {spruce: {" + row.answers + "}}");
    const std::string about = "products.spruce";
    return in_order(open_questions(builtin(), practice, settings, row.last.empty() ? "" : about + "." + row.last),
                    about);
}

const std::string lab_about = "products.lab";

std::string lab_order(const std::string& condition, const std::string& answers) {
    const Library library = library_of(lab_checklist(condition));
    return in_order(open_questions(library, practice_of(library, lab_practice(answers)), settings), lab_about);
}

struct OpenRow {
    std::string condition;
    std::string answers;
    std::string expected;
};

/// A small checklist about `products.lab` with the yes or no questions a to e, and whatever `rest` says.
std::string small_checklist(const std::string& rest) {
    return "checklist: 1\n"
           "id: lab\n"
           "title: Lab\n"
           "about: products.lab\n"
           "questions:\n"
           "  a: {ask: a, answer: yes_no}\n"
           "  b: {ask: b, answer: yes_no}\n"
           "  c: {ask: c, answer: yes_no}\n"
           "  d: {ask: d, answer: yes_no}\n"
           "  e.one: {ask: e, answer: yes_no}\n"
           "  e.two: {ask: e, answer: yes_no}\n" +
           rest;
}

/// What each question decides, one a line: `b: lab/n, lab/n/c`.
std::string stakes(const OpenQuestions& open) {
    std::string text;
    for (const OpenQuestion& one : open.questions) {
        std::string ids;
        for (const Stake& stake : one.stakes) ids += (ids.empty() ? "" : ", ") + stake.id();
        text += (text.empty() ? "" : "\n") + short_key(one, lab_about) + ": " + ids;
    }
    return text;
}

struct Small {
    explicit Small(const std::string& rest, const std::string& practice = "products: {lab: {}}")
        : library(library_of(small_checklist(rest))),
          answers(practice_of(library, practice)),
          open(open_questions(library, answers, settings)) {}

    Library library;
    Practice answers;
    OpenQuestions open;
};

}  // namespace

TEST_CASE("questions about Spruce come in this order") {
    const std::string texting =
        "texting.sms_clients texting.default texting.sms_clients_informed texting.norm_explained "
        "texting.sms_clients_analyzed | ";
    const std::string phone = "phone.number phone.clients_told_voice_only | ";
    const std::string email = "email.used_for | ";
    const std::string baa = "baa.status baa.executed_on baa.copy_on_file baa.gap | ";
    const std::string first_use = "first_client_use | ";
    const std::string plan = "plan.tier plan.paid_since | ";
    const std::string sends = "sends.messages sends.payment_requests sends.payment_receipts sends.other";
    const std::string in_force = "in_use: yes, baa: {status: executed, executed_on: 2026-02-01, copy_on_file: yes}";
    const std::vector<OrderRow> rows{
        {"", "in_use | " + texting + phone + email + baa + first_use + plan + sends},
        // Leaving does not undo what reached it without an agreement.
        {"in_use: no", "first_client_use | baa.status baa.executed_on baa.gap"},
        // What was begun goes on, if it is known what was asked before.
        {"in_use: yes, texting: {sms_clients: 0}",
         "texting.default texting.norm_explained | " + phone + email + baa + first_use + plan + sends,
         "texting.sms_clients"},
        {"in_use: yes, texting: {sms_clients: 0}",
         phone + "texting.default texting.norm_explained | " + email + baa + first_use + plan + sends},
        {"in_use: yes, texting: {default: no_texting, sms_clients: 0}", phone + email + baa + first_use + plan + sends},
        // The first day of use may make the outcome of an assessment needless, so that waits.
        {"in_use: yes, baa: {status: executed}",
         "baa.executed_on baa.copy_on_file | " + texting + phone + email + first_use + "baa.gap | " + plan + sends,
         "baa.status"},
        {in_force, texting + phone + email + first_use + "baa.gap | " + plan + sends, "baa.copy_on_file"},
        {in_force + ", first_client_use: 2026-02-01", texting + phone + email + "plan.tier | " + sends},
        {in_force + ", first_client_use: 2026-01-31", texting + phone + email + "baa.gap | " + plan + sends},
        {"in_use: yes, baa: {status: in_terms_unchecked}",
         texting + phone + email + plan + first_use + "baa.executed_on | " + sends},
        {"in_use: yes, baa: {status: none}, first_client_use: not_yet",
         texting + phone + email + "plan.tier | " + sends},
        {"in_use: yes, plan: {tier: free}", texting + phone + email + baa + first_use + sends},
    };
    for (const OrderRow& row : rows) {
        CAPTURE(row.answers);
        CHECK(spruce_order(row) == row.expected);
    }
}

TEST_CASE("a question is asked only if its answer can make a difference") {
    const std::vector<OpenRow> rows{
        {"{flag: yes}", "", "flag"},
        {"{flag: yes}", "flag: no", ""},
        {"{flag: yes}", "flag: unknown", "flag"},
        {"{flag: yes, pick: red}", "flag: no", ""},
        {"{flag: yes, pick: red}", "flag: yes", "pick"},
        {"{any: [{flag: yes}, {pick: red}]}", "flag: yes", ""},
        {"{not: {any: [{flag: yes}, {pick: red}]}}", "flag: yes", ""},
        {"{any: [{flag: yes}, {pick: red}]}", "flag: no", "pick"},
        // A default is asked for, until its key is there.
        {"{default_value: yes}", "", "default_value"},
        {"{default_value: yes}", "default_value: yes", ""},
        {"{default_value: yes, flag: yes}", "flag: no", ""},
        // No color is red and another one, so nothing else decides this.
        {"{pick: red, flag: yes, any: [{pick: green}, {pick: blue}]}", "", "pick"},
        {"{any: [{pick: red}, {pick: {is_not: red}}, {flag: yes}]}", "", "pick"},
        {"{any: [{all: [{pick: red}, {flag: yes}]}, {all: [{pick: green}, {words: x}]}]}", "", "flag | words | pick"},
        {"{any: [{all: [{pick: red}, {flag: yes}]}, {all: [{pick: green}, {words: x}]}]}", "pick: green", "words"},
        {"{any: [{all: [{pick: red}, {flag: yes}]}, {all: [{pick: green}, {words: x}]}]}", "pick: blue", ""},
        // Each alone is enough, whatever it is, and without both nothing is known.
        {"{any: [{flag: yes}, {flag: no}, {flag: maybe}, {default_value: yes}, {default_value: no}]}",
         "default_value: unknown", "flag | default_value"},
        {"{day: {answered: yes}, flag: yes}", "flag: no", ""},
        {"{day: {answered: yes}}", "", "day"},
        // Days and numbers that are compared with each other, or with an answer.
        {"{day: {before: other_day}}", "", "day | other_day"},
        {"{day: {before: other_day}}", "day: not_yet", ""},
        {"{day: {before: other_day}}", "day: 2026-01-01", "other_day"},
        {"{any: [{day: {on_or_before: today}}, {day: {after: today}}, {day: not_yet}, {flag: yes}]}", "", "day"},
        {"{day: {after: other_day}, other_day: {after: today}, flag: yes}", "day: 2026-11-22", "other_day"},
        {"{day: {after: other_day}, other_day: {after: today}, flag: yes}", "day: 2026-11-24", "flag | other_day"},
        {"{count: {at_least: limit}, limit: {at_least: 3}, flag: yes}", "count: 2", "limit"},
        {"{count: {at_least: limit}, limit: {at_least: 3}, flag: yes}", "count: 3", "flag | limit"},
        // No number of items is at least 3 and at most 2, whatever is said of the items.
        {"{any: [{list: {count: {where: {ok: yes}, at_least: limit, at_most: 2}}}, {flag: yes}]}",
         "limit: 3, list: [{}, {}, {}, {}]", "flag"},
        {"{any: [{list: {count: {where: {ok: yes}, at_least: limit, at_most: 2}}}, {flag: yes}]}",
         "limit: 2, list: [{}, {}, {}]", "flag | list[1].ok[2].ok[3].ok"},
        {"{day: {within_days: limit}, limit: {at_most: 30}, flag: yes}", "day: 2026-10-01", "limit"},
        {"{day: {within_days: limit}, limit: {at_most: 60}, flag: yes}", "day: 2026-10-01", "flag | limit"},
        {"{picks: {includes: red, only: [green, blue]}, flag: yes}", "", "picks"},
        {"{picks: {includes: red, only: [red, blue]}, flag: yes}", "", "flag | picks"},
        {"{picks: {includes: red, empty: yes}, flag: yes}", "", "picks"},
        {"{words: a, tag: ab-12, flag: yes}", "words: b", ""},
    };
    for (const OpenRow& row : rows) {
        CAPTURE(row.condition);
        CAPTURE(row.answers);
        CHECK(lab_order(row.condition, row.answers) == row.expected);
    }
}

TEST_CASE("a list is asked as one question") {
    const std::vector<OpenRow> rows{
        {"{list: {each: {ok: yes}}}", "", "list"},
        {"{list: {each: {ok: yes}}}", "list: [{ok: yes}, {ok: no}]", ""},
        {"{list: {each: {ok: yes}}}", "list: []", ""},
        {"{list: {each: {ok: yes, day: {before: today}}}}", "list: [{ok: yes}, {ok: unknown, day: 2026-01-01}]",
         "list[1].day[2].ok"},
        {"{list: {each: {ok: yes, day: {before: today}}}}", "list: [{ok: no}, {ok: yes}]", ""},
        {"{list: {each: {ok: yes, day: {before: today}}}}", "list: [{day: never}]", ""},
        {"{list: {some: {any: [{ok: yes}, {day: {before: today}}]}}}", "list: [{ok: no}]", "list[1].day"},
        // A default is asked about in an item, too.
        {"{list: {each: {n: 7}}}", "list: [{ok: yes}]", "list[1].n"},
        {"{list: {each: {n: 7}}}", "list: [{ok: yes, n: 7}]", ""},
        {"{list: {each: {n: 7}}}", "", "list"},
        // What the items are compared with.
        {"{list: {each: {n: {at_most: count}}}}", "", "count | list"},
        {"{list: {each: {n: {at_most: count}}}}", "list: []", ""},
        {"{list: {each: {n: {at_most: count}}}}", "list: [{n: 3}]", "count"},
        {"{list: {each: {n: {at_most: count}}}}", "count: many", "list"},
        // No list is empty and has items.
        {"{list: {empty: yes, some: {ok: yes}}, words: x}", "", "list"},
        {"{list: {empty: no, each: {ok: yes}}, words: x}", "", "words | list"},
        {"{list: {some: {ok: yes, flag: no, n: {at_least: 3, at_most: 2}}}, words: x}", "", "list"},
        {"{list: {each: {ok: yes}}}", "list: none_kept", ""},
    };
    for (const OpenRow& row : rows) {
        CAPTURE(row.condition);
        CAPTURE(row.answers);
        CHECK(lab_order(row.condition, row.answers) == row.expected);
    }
}

TEST_CASE("what decides whether something applies comes first, then the strictest basis, then what most waits for") {
    const Small small(R"yaml(
notes:
  - id: rec
    number: 1
    title: t
    why: w
    basis: recommendation
    checks:
      - {id: one, require: {a: yes}, message: m, fix: f}
      - {id: two, require: {b: yes}, message: m, fix: f}
      - {id: three, require: {all: [{a: yes}, {b: yes}]}, basis: vendor_condition, message: m, fix: f}
      - {id: four, require: {b: yes}, message: m, fix: f}
  - id: law
    number: 2
    title: t
    why: w
    basis: law
    cites: ["45 CFR 164.308(b)(1)"]
    when: {e.two: yes}
    checks:
      - {id: one, when: {e.one: yes}, require: {c: yes}, message: m, fix: f}
)yaml");
    CHECK(in_order(small.open, lab_about) == "e.two e.one | c | b | a");
    CHECK(small.open.left_out == 1);  // d
    CHECK(stakes(small.open) ==
          "e.two: lab/law, lab/law/one\n"
          "e.one: lab/law/one\n"
          "c: lab/law/one\n"
          "b: lab/rec/two, lab/rec/three, lab/rec/four\n"
          "a: lab/rec/one, lab/rec/three");
    CHECK(small.open.questions[3].waiting == 3);
    CHECK(small.open.questions[3].basis == Basis::vendor_condition);
    CHECK(small.open.questions[0].decides_applicability());
    CHECK(!small.open.questions[1].decides_applicability());
}

TEST_CASE("the condition of the whole checklist comes before all, and takes all out if it is false") {
    const std::string rest = R"yaml(
when: {d: yes}
caveats:
  - {id: mild, title: t, text: x, when: {e.one: yes}}
  - {id: harsh, title: t, text: x, fix: f, deal_breaker: yes, when: {e.two: yes}}
contradictions:
  - {id: both, if: {b: yes, c: no}, message: m, affects: [n]}
notes:
  - {id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, require: {a: yes}, message: m, fix: f}]}
)yaml";
    const Small open(rest);
    CHECK(stakes(open.open) == "d: lab, lab/n/c, lab/harsh\ne.two: lab/harsh\na: lab/n/c");
    CHECK(open.open.left_out == 3);
    const Small out(rest, "products: {lab: {d: no}}");
    CHECK(stakes(out.open).empty());
    CHECK(out.open.left_out == 5);
}

TEST_CASE("what is not met and what is undecided can be the same result") {
    const std::string rest = R"yaml(
notes:
  - id: n
    number: 1
    title: t
    why: w
    basis: recommendation
    checks: [{id: c, otherwise: unknown, require: {a: yes, b: yes}, message: m, fix: f}]
)yaml";
    CHECK(stakes(Small(rest).open) == "a: lab/n/c\nb: lab/n/c");
    CHECK(stakes(Small(rest, "products: {lab: {a: no}}").open).empty());
}

TEST_CASE("facts about the practice are asked for where a condition reads them, and its name never") {
    const std::string rest = R"yaml(
notes:
  - id: n
    number: 1
    title: t
    why: w
    basis: recommendation
    when: {/practice.covered_entity: yes}
    checks:
      - {id: c, require: {a: yes, /practice.name: {answered: yes}}, message: m, fix: f}
      - {id: d, require: {/confirmed_on: {within_days: 30}}, message: m, fix: f}
)yaml";
    CHECK(stakes(Small(rest).open) == "practice.covered_entity: lab/n, lab/n/c, lab/n/d\na: lab/n/c");
    CHECK(stakes(Small(rest, "practice: {covered_entity: no}\nproducts: {lab: {}}").open).empty());
}

TEST_CASE("a product without a checklist of its own is asked about with its name in the ids") {
    const Practice practice = practice_of(builtin(), "products: {mail: {client_information: no}, nuvo: {}}");
    const OpenQuestions open = open_questions(builtin(), practice, settings);
    REQUIRE(!open.questions.empty());
    CHECK(open.questions.front().key() == "products.nuvo.client_information");
    CHECK(open.questions.front().stakes.front().id() == "any-product@nuvo/agreement");
    for (const OpenQuestion& one : open.questions) CHECK(one.sheet->product == "nuvo");
}

TEST_CASE("checklists that are not selected ask nothing") {
    const Practice practice = practice_of(builtin(), "products: {spruce: {}}\ncommunication: {}");
    const OpenQuestions open = open_questions(builtin(), practice, {settings.today, 365, {"spruce"}});
    CHECK(open.questions.size() == 20);
    CHECK(open.left_out == 2);
}

TEST_CASE("an interview about Spruce is short") {
    struct Row {
        std::string practice;
        std::size_t asked;
    };
    const std::string in_place =
        "in_use: yes, first_client_use: 2026-03-02, plan: {tier: basic, paid_since: 2026-02-20}, "
        "baa: {status: executed, executed_on: 2026-02-20, copy_on_file: yes}, "
        "phone: {number: yes, clients_told_voice_only: all}, "
        "sends: {messages: secure_conversation, payment_requests: not_used, payment_receipts: not_used, "
        "other: secure_conversation}, email: {used_for: [care_team]}, texting: {default: app, norm_explained: yes, ";
    const std::vector<Row> rows{
        {in_place + "sms_clients: 0}", 16},
        {in_place + "sms_clients: 2, sms_clients_informed: 2, sms_clients_analyzed: 2}", 18},
        // Little in place.
        {"in_use: yes, first_client_use: 2026-03-02, plan: {tier: free}, baa: {status: requested, gap: not_assessed}, "
         "phone: {number: yes, clients_told_voice_only: nobody}, "
         "texting: {default: either, sms_clients: 5, sms_clients_informed: 1, sms_clients_analyzed: 0}, "
         "sends: {messages: mixed, payment_requests: standard, payment_receipts: standard, other: standard}, "
         "email: {used_for: [care_team, clients]}",
         16},
        // Given up.
        {"in_use: no, first_client_use: 2026-03-02, baa: {status: terminated, executed_on: 2026-02-20, gap: notified}",
         5},
    };
    for (const Row& row : rows) {
        CAPTURE(row.practice);
        const Practice truth = practice_of(builtin(), "products: {spruce: {" + row.practice + "}}");
        CHECK(hold_interview(builtin(), truth, settings).asked.size() == row.asked);
    }
}

TEST_CASE("a question whose answers are too many to try one by one is open as long as it can matter") {
    std::string words;
    std::string counts;
    for (int i = 0; i < 70; ++i) {
        words += (i == 0 ? "w" : ", w") + std::to_string(i);
        counts += (i == 0 ? "{count: " : ", {count: ") + std::to_string(10 * i) + "}";
    }
    const std::string word = "{words: {in: [" + words + "]}}";
    const std::string number = "{any: [" + counts + "]}";
    for (const auto& [condition, key] : {std::pair(word, "words"), std::pair(number, "count")}) {
        CAPTURE(key);
        const std::string either = "{any: [" + condition + ", {flag: yes}]}";
        CHECK(lab_order(either, "") == std::string("flag | ") + key);
        CHECK(lab_order(either, "flag: yes") == "");
        CHECK(lab_order(either, "flag: no") == key);
        CHECK(lab_order("{all: [" + condition + ", {flag: yes}]}", "flag: no") == "");
    }
    CHECK(lab_order("{any: [" + word + ", {flag: yes}]}", "words: w69") == "");
    CHECK(lab_order("{any: [" + number + ", {flag: yes}]}", "count: 690") == "");
    CHECK(lab_order("{any: [" + number + ", {flag: yes}]}", "count: 691") == "flag");
}

}  // namespace hipaa::testing
