// The junit format.
#include <doctest/doctest.h>

#include <string>

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
