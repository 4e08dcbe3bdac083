// The github format.
#include <doctest/doctest.h>

#include <string>

#include "report/reported.hpp"

using namespace hipaa;

TEST_CASE("a github report as a whole") {
    check_expected(every_kind_of_practice().as("github"), "every-kind.github.txt");
}

TEST_CASE("github commands are escaped as the runner wants it") {
    const std::string practice =
        "confirmed_on: 2026-11-01\n"
        "practice: {name: \"50%, a:b %0A::error::x\\r\\n::warning::y \\e[1m\"}\n"
        "products: {mail: {plan: paid, agreement: yes, copy: yes, shared: yes}}\n";
    const std::string report = Reported{small_checklist, {{"./a,b:c%/d.yaml", practice}}}.as("github");
    CHECK(report.substr(0, report.find('\n')) ==
          "::warning file=a%2Cb%3Ac%25/d.yaml,line=3,col=66,title=50%25%2C a%3Ab %250A%3A%3Aerror%3A%3Ax "
          "%3A%3Awarning%3A%3Ay \\u{1B}[1m%3A mail/mailbox/alone::Recommended change (recommendation): Others read "
          "along. `shared` is yes. To do: Stop sharing.");
}
