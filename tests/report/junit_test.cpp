// The junit format.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "report/reported.hpp"

using namespace hipaa;

namespace {

/// `name: what came out of it` of each case, a line each.
std::string cases(const std::string& xml) {
    pugi::xml_document document;
    REQUIRE(document.load_string(xml.c_str()));
    std::string text;
    for (const auto suite : document.child("testsuites").children("testsuite"))
        for (const auto test : suite.children("testcase")) {
            const pugi::xml_node outcome = test.first_child();
            text += std::string(test.attribute("name").value()) + ": " + (outcome ? outcome.name() : "passed");
            if (outcome.attribute("type")) text += std::string(" ") + outcome.attribute("type").value();
            text += '\n';
        }
    return text;
}

}  // namespace

TEST_CASE("a junit report as a whole") { check_expected(every_kind_of_practice().as("junit"), "every-kind.xml"); }

TEST_CASE("every check is a junit case") {
    CHECK(cases(Reported{small_checklist, {{"open.yaml", failing_practice}, {"settled.yaml", settled_practice}}}.as(
              "junit")) ==
          "mail/no-agreement-at-all: failure fail\n"
          "mail/agreement/signed: failure fail\n"
          "mail/agreement/copy: skipped not_applicable\n"
          "mail/mailbox/alone: failure unknown\n"
          "mail/mailbox/plan: system-out\n"
          "mail/no-agreement-at-all: skipped not_applicable\n"
          "mail/agreement/signed: system-out\n"
          "mail/agreement/copy: skipped accepted\n"
          "mail/mailbox/alone: failure fail\n"
          "mail/mailbox/plan: system-out\n"
          "products.chat: skipped not_checked\n");
}

TEST_CASE("a junit failure is what fails the run") {
    struct Row {
        FailOn level;
        std::string failures;
    };
    const std::string missing = "mail/mailbox/alone failure unknown\n";
    const std::string fails = "mail/agreement/signed failure fail\n";
    const std::string breaker = "mail/no-agreement-at-all failure fail\n";
    const std::vector<Row> rows{
        {FailOn::law, fails},
        {FailOn::fail, breaker + fails},
        {FailOn::unknown, breaker + fails + missing},
        {FailOn::attention, breaker + fails + missing + "mail/mailbox/plan failure attention\n"},
        {FailOn::never, ""},
    };
    for (const Row& row : rows) {
        Reported reported{small_checklist, {{"open.yaml", failing_practice}}};
        reported.fail_on = row.level;
        pugi::xml_document document;
        const std::string xml = reported.as("junit");
        REQUIRE(document.load_string(xml.c_str()));
        std::string failures;
        unsigned messages = 0;
        for (const auto test : document.child("testsuites").child("testsuite").children("testcase")) {
            const auto failure = test.child("failure");
            if (failure)
                failures += std::string(test.attribute("name").value()) + " failure " +
                            failure.attribute("type").value() + '\n';
            else if (test.child("system-out")) ++messages;
        }
        CHECK(failures == row.failures);
        // What does not count has its message all the same.
        CHECK(static_cast<std::size_t>(std::ranges::count(failures, '\n')) + messages == 4);
        CHECK(std::string(document.child("testsuites").attribute("failures").value()) ==
              std::to_string(std::ranges::count(failures, '\n')));
    }
}

TEST_CASE("junit suites and the cases in each have names of their own, and a time") {
    const std::string incomplete = "decisions: [{because: b}]\n";
    const std::string products = "confirmed_on: 2026-11-01\npractice: {name: Same}\nproducts: {nuvo: {}, medley: {}}\n";
    const Reported reported{"", {{"a.yaml", products}, {"b.yaml", products}, {"c.yaml", incomplete}}};
    pugi::xml_document document;
    const std::string xml = reported.as("junit");
    REQUIRE(document.load_string(xml.c_str()));
    std::set<std::string> suites;
    std::size_t count = 0;
    const auto root = document.child("testsuites");
    CHECK(std::string(root.attribute("time").value()) == "0");
    for (const auto suite : root.children("testsuite")) {
        ++count;
        suites.insert(suite.attribute("name").value());
        CHECK(std::string(suite.attribute("time").value()) == "0");
        std::set<std::string> names;
        std::size_t tests = 0;
        for (const auto test : suite.children("testcase")) {
            ++tests;
            names.insert(test.attribute("name").value());
            CHECK(std::string(test.attribute("time").value()) == "0");
        }
        CHECK(names.size() == tests);
    }
    CHECK(count == 5);
    CHECK(suites.size() == count);
}

TEST_CASE("what calls for a look fails in junit only if the run fails on it") {
    Reported strict{small_checklist, {{"open.yaml", failing_practice}}};
    strict.fail_on = FailOn::attention;
    CHECK(cases(strict.as("junit")) ==
          "mail/no-agreement-at-all: failure fail\n"
          "mail/agreement/signed: failure fail\n"
          "mail/agreement/copy: skipped not_applicable\n"
          "mail/mailbox/alone: failure unknown\n"
          "mail/mailbox/plan: failure attention\n");
}

TEST_CASE("what could not be checked does not pass in junit") {
    CHECK(cases(Reported{small_checklist, {{"broken.yaml", broken_practice}, {"unknown.yaml", unknown_practice}}}.as(
              "junit")) ==
          "broken.yaml:1:15: wrong_value: error wrong_value\n"
          "a checklist applies: failure not_checked\n"
          "products.chat: skipped not_checked\n");
}
