// JSON formats: what a practice file holds cannot steer a terminal, nor break the JSON.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "report/reported.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa;

TEST_CASE("no control character stands in JSON as it is") {
    for (int code = 1; code < 0x20; ++code) {
        CAPTURE(code);
        // At both ends of a name that is long enough to be looked at in blocks.
        const std::string practice =
            fmt::format("practice: {{name: \"\\x{0:02x} a name of more than sixteen bytes \\x{0:02x}\"}}\n", code);
        const Reported reported{small_checklist, {{"p.yaml", practice}}};
        for (const std::string_view format : {"json", "jsonl", "sarif", "oscal", "gitlab"}) {
            const std::string report = reported.as(format);
            CHECK(std::ranges::none_of(report, [](char c) { return c >= 0 && c < 0x20 && c != '\n'; }));
            if (format == "jsonl") CHECK(std::ranges::count(report, '\n') == 2);  // the practice, and the end
        }
    }
}

TEST_CASE("json has every answer and every decision of the file, whatever became of them") {
    const testing::Scratch files;
    files.write("mail.yaml", small_checklist);
    const std::string practice =
        "confirmed_on: 2026-11-01\nproducts:\n  mail: {shared: unknown, plan: paid}\n  nuvo: {client_information: no}\n"
        "decisions:\n- {accepts: mail/mailbox/alone, because: b, by: owner, decided_on: 2026-01-01, review_by: "
        "2026-02-01}\n";
    const testing::Report report(
        testing::run_program({"--rules", "mail.yaml", "--checklist", "mail", "-f", "json", "-"}, {.in = practice}).out);
    CHECK(report.at("practices/0/answers") ==
          R"([{"key":"confirmed_on","value":"2026-11-01","line":1,"column":15},)"
          R"({"key":"products.mail.shared","value":null,"written":true,"line":3,"column":10},)"
          R"({"key":"products.mail.plan","value":"paid","line":3,"column":33},)"
          R"({"key":"products.nuvo.client_information","value":false,"line":4,"column":30}])");
    CHECK(report.at("practices/0/decisions") ==
          R"([{"accepts":"mail/mailbox/alone","because":"b","by":"owner","decided_on":"2026-01-01",)"
          R"("review_by":"2026-02-01","line":6,"column":13}])");
}

TEST_CASE("merge gives every answer back, also of what was not selected") {
    const testing::Scratch files;
    files.write("mail.yaml", small_checklist);
    files.write("p.yaml",
                "confirmed_on: 2026-11-01\nproducts: {nuvo: {client_information: no}, mail: {plan: paid}, spruce: "
                "{email: {used_for: [clients]}}}\nsecurity_rule: {}\n");
    const std::vector<std::string> options{"--rules", "mail.yaml", "-f", "json"};
    std::vector<std::string> run{"--checklist", "mail", "p.yaml", "-o", "p.jsonl"};
    run.insert(run.end(), options.begin(), options.end());
    std::vector<std::string> merge{"merge", "p.jsonl"};
    merge.insert(merge.end(), options.begin(), options.end());
    const std::string once = testing::run_program(run).out;
    CHECK(once.find("products.spruce.email.used_for") != std::string::npos);
    CHECK(testing::run_program(merge).out == once);
}
