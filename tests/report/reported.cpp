// Reports as text, made of checklists and practices given inline.
#include "report/reported.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <doctest/doctest.h>

#include "checklist/read/library_reader.hpp"
#include "engine/assess.hpp"
#include "practice/practice_reader.hpp"
#include "report/format.hpp"

namespace hipaa {
namespace {

Library library_of(const std::string& checklist) {
    std::vector<FileProblems> broken;
    std::vector<yaml::Source> sources = builtin_sources();
    if (!checklist.empty()) sources = {{"rules.yaml", checklist}};
    auto library = read_library(std::move(sources), broken);
    if (!library) throw std::runtime_error(yaml::describe(broken.front().problems, broken.front().source));
    return std::move(*library);
}

}  // namespace

const std::string small_checklist = R"yaml(checklist: 1
id: mail
title: Your part in using Mail
about: products.mail
version: 2026-11-01
source: {title: A review, author: A reviewer, url: "https://example.org/review", reviewed_on: 2020-01-02}
questions:
  plan: {ask: "Which plan?", answer: {choice: [free, paid]}}
  agreement: {ask: "Is there an agreement?", answer: yes_no}
  copy: {ask: "Is there a copy?", answer: yes_no}
  shared: {ask: "Is the mailbox shared?", answer: yes_no}
contradictions:
  - {id: free-agreement, if: {plan: free, agreement: yes}, message: "The free plan has no agreement.", affects: [agreement]}
caveats:
  - {id: no-agreement-at-all, title: "No agreement for free accounts", text: "Free accounts get none.", when: {plan: free}, deal_breaker: yes}
notes:
  - id: agreement
    number: 1
    title: Get the agreement
    why: The law asks for it.
    basis: law
    cites: ["45 CFR 164.308(b)(1)"]
    read_more: [{title: "Sample", url: "https://example.org/sample"}]
    checks:
      - {id: signed, require: {agreement: yes}, message: There is no agreement., fix: Sign one.}
      - {id: copy, when: {agreement: yes}, require: {copy: yes}, message: There is no copy., fix: Save one., basis: recommendation, waivable: yes}
  - id: mailbox
    number: 2
    title: Keep the mailbox to yourself
    why: Others read along.
    basis: recommendation
    checks:
      - {id: alone, require: {shared: no}, message: Others read along., fix: Stop sharing.}
      - {id: plan, require: {plan: paid}, otherwise: attention, message: The plan is free., fix: Think about paying.}
)yaml";

const std::string failing_practice = R"yaml(confirmed_on: 2026-11-01
practice: {name: Willow}
products:
  mail:
    plan: free
    agreement: no
)yaml";

const std::string settled_practice = R"yaml(confirmed_on: 2026-11-01
products:
  mail:
    plan: paid
    agreement: yes
    copy: no
    shared: yes
  chat: {}
decisions:
  - accepts: mail/agreement/copy
    because: It is in the vendor's portal.
    by: owner
    decided_on: 2026-10-01
    review_by: 2027-01-31
)yaml";

const std::string contradicting_practice = R"yaml(confirmed_on: 2026-11-01
products:
  mail: {plan: free, agreement: yes, copy: yes, shared: no}
)yaml";

const std::string broken_practice = "confirmed_on: 2026-13-01\n";

const std::string unknown_practice = "confirmed_on: 2026-11-01\nproducts: {chat: {}}\n";

Reported every_kind_of_practice() {
    return {small_checklist,
            {{"open.yaml", failing_practice},
             {"settled.yaml", settled_practice},
             {"contradicting.yaml", contradicting_practice},
             {"broken.yaml", broken_practice},
             {"unknown.yaml", unknown_practice}}};
}

std::string Reported::as(std::string_view format) const {
    const Library library = library_of(checklist);
    const KeyTree keys(library);
    const AssessmentSettings settings{report_day, 365, {}};
    Run run;
    run.as_of = report_day;
    run.fail_on = fail_on;
    std::ostringstream out;
    Appearance appearance;
    appearance.every_result = every_result;
    appearance.verbose = verbose;
    const auto writer = find_format(format)->make(out, appearance);
    Totals totals;
    writer->begin(run);
    for (const yaml::Source& source : practices) {
        PracticeReport report;
        report.source = source;
        if (const auto document = yaml::read(source, report.problems)) {
            report.practice = read_practice(*document, library, keys, report.problems);
            if (report.problems.empty()) report.assessment = assess(library, report.practice, settings);
        }
        totals.add(report);
        writer->practice(report);
    }
    writer->end(totals);
    return out.str();
}

void check_expected(const std::string& report, const std::string& name) {
    const std::string path = "tests/report/expected/" + name;
    if (std::getenv("HIPAA_CHECK_UPDATE_EXPECTED")) std::ofstream(path, std::ios::binary) << report;
    std::ifstream file(path, std::ios::binary);
    const std::string expected(std::istreambuf_iterator<char>(file), {});
    CHECK_MESSAGE(report == expected, "differs from " << path << ", which HIPAA_CHECK_UPDATE_EXPECTED=1 rewrites");
    CHECK(!expected.empty());
}

}  // namespace hipaa
