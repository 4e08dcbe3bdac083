// A small checklist and practices to write reports of, read and assessed as the program does it.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checklist/read/library_reader.hpp"
#include "engine/assess.hpp"
#include "practice/practice_reader.hpp"
#include "report/format.hpp"
#include "version.hpp"

namespace hipaa {

inline const std::string sample_checklist = R"yaml(checklist: 1
id: lamp
title: Your part in using Lamp
about: products.lamp
version: 2026-01-02
source: {title: Lamp review, author: A Reviewer, url: "https://example.org/lamp", reviewed_on: 2025-11-22}
disclaimer: The checklist's own disclaimer.
vital_stats: {compliance_possible: yes, recommended: yes, caveats: 0, notes: 5}
questions:
  contract.status: {ask: "Is there a contract?", where: "Your folder.", answer: {choice: [none, signed]}}
  contract.copy: {ask: "Do you have a copy?", where: "Your folder.", answer: yes_no}
  shade: {ask: "Is the shade on?", answer: yes_no}
  bulb: {ask: "Is the bulb cold?", answer: yes_no}
  places: {ask: "Where does it stand?", answer: {choices: [desk, floor]}}
  outdoors: {ask: "Is it used outdoors?", answer: yes_no, default: no}
contradictions:
  - id: no-copy-of-nothing
    if: {contract.status: none, contract.copy: yes}
    message: There is no contract, but a copy of it. Correct one.
    affects: [shade-on]
notes:
  - id: contract-signed
    number: 1
    title: Sign a contract
    why: The law wants one. It has for years. It will.
    basis: law
    cites: ["45 CFR 164.308(b)(1)", "45 CFR 164.502(e)(2)", "78 FR 5634"]
    vendor_says:
      text: Lamp signs for you. Ask.
      source: https://example.org/help
      page_date: unknown
      status: differs
    wording: [{for: the letter, text: "Dear Lamp, sign."}]
    checks:
      - id: signed
        require: {contract.status: signed}
        message: No contract is signed. That is bad.
        fix: Stop using Lamp. Then sign.
      - id: copy
        require: {contract.copy: yes}
        otherwise: attention
        message: There is no copy.
        fix: Make a copy.
  - id: shade-on
    number: 2
    title: Put the shade on
    why: It is nicer.
    basis: recommendation
    checks:
      - {id: on, require: {shade: yes}, message: "The shade is off.", fix: "Put it on. Write \"shade: yes\"."}
  - id: bulb-cold
    number: 3
    title: Let the bulb cool
    why: It is hot.
    basis: recommendation
    checks:
      - {id: cold, require: {bulb: yes}, otherwise: attention, message: "The bulb is hot.", fix: "Wait."}
  - id: on-desk
    number: 4
    title: Keep it on the desk
    why: It falls.
    basis: recommendation
    checks:
      - {id: desk, require: {places: {only: [desk]}}, message: "It stands elsewhere.", fix: "Move it."}
  - id: rain
    number: 5
    title: Keep it dry
    why: Water.
    basis: recommendation
    when: {outdoors: yes}
    checks:
      - {id: dry, require: {shade: yes}, message: "It gets wet.", fix: "Dry it."}
)yaml";

/// The version is replaced by a word, so that a release changes no expectation. Writes a report of `practices` as of 2026-11-22. The first is called `one.yaml`, the second `two.yaml`.
inline std::string sample_report(std::string_view format, const std::vector<std::string>& practices,
                                 const Appearance& appearance = {}) {
    std::vector<FileProblems> broken;
    const auto library = read_library({{"lamp.yaml", sample_checklist}}, broken);
    for (const FileProblems& file : broken) FAIL(yaml::describe(file.problems, file.source));
    const KeyTree keys(*library);
    AssessmentSettings settings;
    settings.today = *parse_date("2026-11-22");

    std::ostringstream out;
    const auto writer = find_format(format)->make(out, appearance);
    Run run;
    run.as_of = settings.today;
    writer->begin(run);
    Totals totals;
    for (const std::string& text : practices) {
        PracticeReport report;
        report.source = {&text == &practices.front() ? "one.yaml" : "two.yaml", text};
        const auto document = yaml::read(report.source, report.problems);
        REQUIRE(document);
        report.practice = read_practice(*document, *library, keys, report.problems);
        if (report.problems.empty()) report.assessment = assess(*library, report.practice, settings);
        totals.add(report);
        writer->practice(report);
    }
    writer->end(totals);
    std::string text = out.str();
    const std::string tool = "hipaa-check " + std::string(version);
    for (auto at = text.find(tool); at != std::string::npos; at = text.find(tool, at))
        text.replace(at, tool.size(), "hipaa-check x.y.z");
    return text;
}

inline const std::string open_practice = R"(confirmed_on: 2026-11-01
practice: {name: Elm Street}
products:
  lamp:
    contract: {status: none}
    shade: no
    bulb: no
    places: [desk]
)";

inline const std::string stale_practice = "confirmed_on: 2025-11-01\nproducts: {lamp: {}}\n";

/// Text that would steer a terminal, or mean something in markdown or HTML.
inline const std::string nasty_practice = R"yaml(confirmed_on: 2026-11-01
practice: {name: "# <b>A</b> | *b* _c_ `d` [e](http://f.example) \\ \u202E \e[31m www.g.example"}
products:
  lamp: {contract: {status: signed, copy: yes}, shade: no, bulb: yes, places: []}
decisions:
  - accepts: lamp/shade-on/on
    because: "```\n</details><script>x</script>"
    by: "1. **owner**"
    decided_on: 2026-11-01
    review_by: 2026-12-01
)yaml";

}  // namespace hipaa
