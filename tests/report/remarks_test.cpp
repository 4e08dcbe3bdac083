// What kinds of remarks there are, and where formats say them.
#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "engine/remark.hpp"
#include "report/reported.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa;
using namespace hipaa::testing;

namespace {

const std::string rules = R"yaml(checklist: 1
id: mail
formerly: [post]
title: Your part in using Mail
about: products.mail
questions:
  agreement: {ask: "Is there an agreement?", answer: yes_no}
  shared: {ask: "Is the mailbox shared?", answer: yes_no}
notes:
  - id: agreement
    number: 1
    title: Get the agreement
    why: The law asks for it.
    basis: law
    cites: ["45 CFR 164.308(b)(1)"]
    checks:
      - {id: signed, require: {agreement: yes}, message: There is no agreement., fix: Sign one.}
      - {id: alone, require: {shared: no}, message: Others read along., fix: Stop sharing., basis: recommendation}
)yaml";

std::string practice(const std::string& decision) {
    return "confirmed_on: 2026-11-01\nproducts: {mail: {agreement: no, shared: yes}}\ndecisions:\n- {because: b, by: "
           "owner, " +
           decision + "}\n";
}

std::string run(const std::string& text, const std::string& format) {
    const Scratch files;
    files.write("rules.yaml", rules);
    return run_program({"--rules", "rules.yaml", "-f", format, "-"}, {.in = text}).out;
}

/// The kinds of the remarks on the first practice.
std::string kinds(const std::string& json) {
    const Report report(json);
    std::string result;
    for (std::size_t i = 0;; ++i) {
        const std::string kind = report.at("practices/0/remarks/" + std::to_string(i) + "/kind");
        if (kind == "(absent)") return result;
        result += (i == 0 ? "" : " ") + kind;
    }
}

}  // namespace

TEST_CASE("every remark has a kind") {
    struct Row {
        std::string practice;
        std::string kinds;
    };
    const std::string in_force = "decided_on: 2026-10-01, review_by: 2027-01-31";
    const std::vector<Row> rows{
        {practice("accepts: mail/agreement/alone, " + in_force), ""},
        {practice("accepts: mail/agreement/alone, decided_on: 2026-01-01, review_by: 2026-02-01"), "decision_expired"},
        {practice("accepts: mail/agreement/alone, decided_on: 2026-12-01, review_by: 2027-02-01"),
         "decision_premature"},
        {practice("accepts: mail/agreement/alone, decided_on: 2026-10-01, review_by: 2028-02-01"), "decision_refused"},
        {practice("accepts: mail/agreement/signed, " + in_force), "decision_refused"},
        {practice("accepts: mail/agreement, " + in_force), "decision_incomplete"},
        {practice("accepts: post/agreement/alone, " + in_force), "decision_renamed"},
        {practice("accepts: spruce/paid-tier/not-a-trial, " + in_force), "decision_unused"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.practice);
        CHECK(kinds(run(row.practice, "json")) == row.kinds);
    }
    CHECK(kinds(Reported{small_checklist, {{"p.yaml", unknown_practice}}}.as("json")) == "product_not_checked");
    CHECK(kinds(Reported{small_checklist, {{"p.yaml", "confirmed_on: 2026-12-24\nproducts: {mail: {}}\n"}}}.as(
              "json")) == "answers_from_future");
    const Scratch files;
    files.write("spruce.yaml", std::regex_replace(rules, std::regex("mail"), "spruce"));
    const std::string replaced = "confirmed_on: 2026-11-01\nproducts: {spruce: {}}\n";
    CHECK(kinds(run_program({"--rules", "spruce.yaml", "-f", "json", "-"}, {.in = replaced}).out) ==
          "checklist_replaced");
}

TEST_CASE("formats for machines say the kind of a remark") {
    const std::string text = practice("accepts: mail/agreement/alone, decided_on: 2026-01-01, review_by: 2026-02-01");
    for (const std::string format : {"json", "jsonl", "sarif", "junit", "csv", "oscal"}) {
        CAPTURE(format);
        CHECK(run(text, format).find("decision_expired") != std::string::npos);
    }
}

TEST_CASE("the schema of reports lists the kinds of remarks") {
    rapidjson::Document schema;
    schema.Parse(run_program({"schema", "report"}).out.c_str());
    std::vector<std::string> listed;
    for (const auto& name : schema["$defs"]["remark"]["properties"]["kind"]["enum"].GetArray())
        listed.push_back(name.GetString());
    std::vector<std::string> known;
    for (const RemarkKind kind : values_of<RemarkKind>) known.emplace_back(name_of(kind));
    CHECK(listed == known);
}
