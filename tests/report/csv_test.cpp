// The csv format.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/reported.hpp"

using namespace hipaa;

TEST_CASE("a csv report as a whole") { check_expected(every_kind_of_practice().as("csv"), "every-kind.csv"); }

TEST_CASE("no csv cell begins a formula, and quotes are doubled") {
    struct Row {
        std::string name;  // as YAML
        std::string cell;
    };
    const std::vector<Row> rows{
        {"'=cmd|calc'", "'=cmd|calc"},
        {"'+1'", "'+1"},
        {"'-1'", "'-1"},
        {"'@SUM(1)'", "'@SUM(1)"},
        {R"("\t=1")", "'=1"},
        {R"("\r=1")", "'=1"},
        {"'  =1'", "'=1"},
        {"'\uFF1D1'", "'\uFF1D1"},
        {R"('a "b", c')", R"("a ""b"", c")"},
        {"'=1,2'", "\"'=1,2\""},
        {"'a = b'", "a = b"},
        {"'::error::b'", "\"::error::b\""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string practice = "confirmed_on: 2026-11-01\npractice: {name: " + row.name + "}\n";
        const std::string report = Reported{small_checklist, {{"p.yaml", practice}}}.as("csv");
        const std::string second = report.substr(report.find("\r\n") + 2);
        CHECK(second ==
              "p.yaml," + row.cell +
                  ",2026-11-22,practice,,,,,not_checked,Not checked,,Nothing was checked: no checklist "
                  "applies to what is in this file.,1,1,,,,,,As reported; nothing was verified. This is not legal "
                  "advice.\r\n");
    }
}

TEST_CASE("no line of a csv report begins a command of a CI log") {
    const std::string practice = "confirmed_on: 2026-11-01\npractice: {name: A}\n";
    const std::string report = Reported{small_checklist, {{"::error::p.yaml", practice}}}.as("csv");
    CHECK(report.find("\r\n\"::error::p.yaml\",A,2026-11-22,practice,") != std::string::npos);
}

TEST_CASE("csv rows say which checklist they come from, and whose decision they rest on until when") {
    const std::string practice =
        "confirmed_on: 2026-11-01\nproducts: {mail: {plan: paid, agreement: yes, copy: no, shared: yes}}\ndecisions:\n"
        "- {accepts: mail/agreement/copy, because: b, by: '=owner', decided_on: 2026-10-01, review_by: 2027-01-31}\n"
        "- {accepts: mail/mailbox, because: b, by: owner, decided_on: 2026-10-01, review_by: 2027-01-01}\n";
    const std::string report = Reported{small_checklist, {{"p.yaml", practice}}}.as("csv");
    CHECK(report.find(",line,column,checklist,decided_by,review_by,labels,review,disclaimer\r\n") != std::string::npos);
    CHECK(report.find(",mail,'=owner,2027-01-31,,") != std::string::npos);
    CHECK(report.find(",mail,owner,2027-01-01,,") != std::string::npos);
}

TEST_CASE("csv says of all that rests on law that it may not bind, also where nothing left to do") {
    const std::string practice =
        "confirmed_on: 2026-11-01\npractice: {covered_entity: no}\n"
        "products: {mail: {plan: paid, agreement: yes, copy: yes, shared: no}}\n";
    const std::string report = Reported{small_checklist, {{"p.yaml", practice}}}.as("csv");
    CHECK(report.find("Legal duty (HIPAA may not bind you; board rules and state law may): `agreement` is yes") !=
          std::string::npos);
}

TEST_CASE("csv names each answer by which a note does not apply") {
    const std::string practice =
        "confirmed_on: 2026-11-01\n"
        "products: {spruce: {sends: {messages: not_used, payment_requests: not_used, payment_receipts: not_used, "
        "other: not_used}}}\n";
    const std::string report = Reported{"", {{"p.yaml", practice}}}.as("csv");
    CHECK(report.find(",not_applicable,Does not apply,,`sends.messages` is not_used; `sends.payment_requests` is "
                      "not_used; `sends.payment_receipts` is not_used; `sends.other` is not_used,2,") !=
          std::string::npos);
}
