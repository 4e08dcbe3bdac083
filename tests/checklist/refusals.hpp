// Changes to a sound checklist, and the messages that each must give.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {

inline const std::string sound_checklist = R"(checklist: 1
id: lab
title: Lab
about: products.lab
questions:
  flag: {ask: "Flag?", answer: yes_no}
  pick: {ask: "Pick?", answer: {choice: [red, green]}}
notes:
  - id: first
    number: 1
    title: First
    why: Because.
    basis: recommendation
    checks:
      - id: one
        require: {flag: yes}
        message: Not so.
        fix: Do it.
)";

/// `from` stands in the sound checklist and is replaced by `to`.
struct ChangeRow {
    std::string from;
    std::string to;
    std::string expected;  // a line for each message: line:column: sentence
};

inline void check_changes(const std::vector<ChangeRow>& rows) {
    for (const ChangeRow& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        std::string text = sound_checklist;
        const auto at = text.find(row.from);
        REQUIRE(at != std::string::npos);
        text.replace(at, row.from.size(), row.to);
        CHECK(refusal_of(text) == row.expected);
    }
}

}  // namespace hipaa::testing
