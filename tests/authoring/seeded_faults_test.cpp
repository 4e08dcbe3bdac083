// Faults put into a copy of the Spruce checklist, one at a time: `lint` or `test` finds each and names the right line.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/program.hpp"

namespace hipaa::testing {
namespace {

struct Fault {
    std::string from;     // stands in the checklist once
    std::string to;       // an empty one: the text is taken out
    std::string finding;  // the kind that `lint` names, or `test`
    std::string line;     // text of the line that is named; empty: the changed line itself
};

std::size_t line_of(const std::string& text, std::size_t offset) {
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

void seed(const Fault& fault) {
    CAPTURE(fault.from);
    CAPTURE(fault.to);
    std::string text = repository_file("rules/spruce.yaml");
    const auto at = text.find(fault.from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(fault.from, at + 1) == std::string::npos);
    text.replace(at, fault.from.size(), fault.to);
    const auto named = fault.line.empty() ? at : text.find(fault.line);
    REQUIRE(named != std::string::npos);
    const std::size_t line = line_of(text, named);

    const Scratch scratch;
    scratch.write("spruce.yaml", text);
    scratch.write("spruce.test.yaml", repository_file("rules/spruce.test.yaml"));
    const Outcome lint = run_program({"lint", "spruce.yaml"});
    const Outcome tests = run_program({"test", "spruce.test.yaml"});
    if (fault.finding == "test") {
        CHECK(lint.status == 0);
        CHECK(tests.status == 1);
        CHECK_MESSAGE(tests.out.find(fmt::format("(spruce.yaml:{}): ", line)) != std::string::npos, tests.out);
        return;
    }
    const std::vector<std::string> suspicious{"unread_question", "never_applies", "never_met",       "never_fails",
                                              "never_true",      "no_citation",   "law_without_cfr", "citation",
                                              "number_order",    "number_twice",  "count_differs",   "no_effect"};
    const bool legal = std::find(suspicious.begin(), suspicious.end(), fault.finding) != suspicious.end();
    CHECK(lint.status == (legal ? 1 : 3));
    bool found = false;
    std::size_t begin = 0;
    while (begin < lint.out.size()) {
        const auto end = lint.out.find('\n', begin);
        const std::string headline = lint.out.substr(begin, end - begin);
        if (headline.starts_with(fmt::format("spruce.yaml:{}:", line)) &&
            headline.ends_with(fmt::format("[{}]", fault.finding)))
            found = true;
        begin = end + 1;
    }
    CHECK_MESSAGE(found, lint.out);
}

TEST_CASE("mistakes that keep a checklist from being used") {
    for (const Fault& fault : std::vector<Fault>{
             {"about: products.spruce", "abuot: products.spruce", "unknown_key", ""},
             {"checklist: 1", "checklist: 2", "format_version", ""},
             {"when: {in_use: yes, phone.number: yes}", "when: {in_us: yes, phone.number: yes}", "unknown_question",
              ""},
             {"require: {plan.tier: {is_not: free}}", "require: {plan.tier: {is_not: fre}}", "wrong_value", ""},
             {"require: {plan.tier: {is_not: trial}}", "require: {plan.tier: {isnt: trial}}", "unknown_operator", ""},
             {"require: {phone.clients_told_voice_only: all}",
              "require: {phone.clients_told_voice_only: {after: today}}", "wrong_operator", ""},
             {"      - id: not-a-trial", "      - id: paid", "duplicate_id", "      - id: paid\n        when"},
             {"affects: [baa-requested]\n\n  - id: date", "affects: [baa-request]\n\n  - id: date", "unknown_id", ""},
         })
        seed(fault);
}

TEST_CASE("what is legal but looks wrong") {
    for (const Fault& fault : std::vector<Fault>{
             {"  email.used_for:\n    name:",
              "  email.unused: {ask: \"Unused?\", answer: yes_no}\n\n  email.used_for:\n    name:", "unread_question",
              "  email.unused"},
             {"require: {baa.status: executed, baa.executed_on: {on_or_before: today}}",
              "require: {baa.status: none, baa.executed_on: {on_or_before: today}}", "never_met", ""},
             {"        when: {texting.default: app}\n        require: {texting.norm_explained: yes}",
              "        when: {texting.default: app}\n        require: {texting.default: app}", "never_fails",
              "        require: {texting.default: app}\n        otherwise"},
             {"when: {phone.clients_told_voice_only: {is_not: nobody}}",
              "when: {phone.clients_told_voice_only: {is_not: nobody}, phone.number: no}", "never_applies", ""},
             {"if: {baa.status: executed, plan.tier: free}", "if: {baa.status: executed, not: {baa.status: executed}}",
              "never_true", ""},
             {"    read_more:\n      - {title: \"The review of Spruce, note 5\", url: "
              "\"https://personcenteredtech.com/vendorreview/spruce/\"}\n      - title: \"Spruce help: Starting a New "
              "Patient Conversation\"\n        url: "
              "\"https://help.sprucehealth.com/article/66-starting-a-new-patient-conversation\"\n      - title: "
              "\"Spruce "
              "help: Navigating the Spruce App\"\n        url: "
              "\"https://help.sprucehealth.com/article/509-navigating-the-spruce-app\"\n",
              "", "no_citation", "  - id: care-team-email"},
             {"      - \"45 CFR 164.414(b)\"", "      - \"45 CFR 164.441(b)\"", "citation", ""},
             {"      - \"45 CFR 164.504(e)\"", "      - \"45 CFR 164.504(e)(i)\"", "citation", ""},
             {"      - \"45 CFR 164.406\"\n", "      - \"45 C.F.R. 164.406\"\n", "citation", ""},
             {"    number: 4\n", "    number: 3\n", "number_twice",
              "    number: 3\n    title: Send everything to clients"},
             {"    number: 5\n", "    number: 1\n", "number_twice", "    number: 1\n    title: Use a Spruce mailbox"},
             {"  notes: 6\n", "  notes: 7\n", "count_differs", ""},
             {"  caveats: 0\n", "  caveats: 1\n", "count_differs", ""},
             {"    basis: recommendation\n    when: {in_use: yes, phone.number: yes}",
              "    basis: law\n    cites: [\"78 FR 5634\"]\n    when: {in_use: yes, phone.number: yes}",
              "law_without_cfr", "      - id: clients-told"},
         })
        seed(fault);
}

TEST_CASE("what only the tests of the checklist can know") {
    for (const Fault& fault : std::vector<Fault>{
             {"require: {baa.status: {is_not: none}}", "require: {baa.status: {is_not: requested}}", "test",
              "      - id: requested"},
             {"        require: {baa.copy_on_file: yes}\n        otherwise: attention\n",
              "        require: {baa.copy_on_file: yes}\n", "test", "      - id: copy-on-file"},
             {"            - baa.gap: {in: [low_probability, notified]}",
              "            - baa.gap: {in: [low_probability, notified, notification_due]}", "test",
              "      - id: gap-assessed"},
             {"            - plan.paid_since: {on_or_before: first_client_use}",
              "            - plan.paid_since: {before: first_client_use}", "test", "      - id: paid-before-use"},
             {"{on_or_before: today}", "{before: today}", "test", "      - id: executed\n"},
             {"require: {texting.sms_clients_analyzed: {at_least: texting.sms_clients}}",
              "require: {texting.sms_clients_analyzed: {at_least: texting.sms_clients_informed}}", "test",
              "      - id: sms-clients-analyzed"},
             {"        when: {sends.other: {is_not: not_used}}\n", "", "test", "      - id: other\n"},
             {"    when: {in_use: yes, phone.number: yes}\n", "", "test", "      - id: clients-told"},
             {"if: {phone.number: no, texting.sms_clients: {at_least: 1}}", "if: {phone.number: no}", "test",
              "  - id: sms-without-number"},
             {"when: {plan.tier: {in: [basic, communicator, enterprise, other_paid]}}",
              "when: {plan.tier: {in: [basic, communicator, other_paid]}}", "test", "      - id: paid-before-use"},
         })
        seed(fault);
}

}  // namespace
}  // namespace hipaa::testing
