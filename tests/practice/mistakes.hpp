// Practice files with a mistake, and the messages that each must give.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/lab.hpp"

namespace hipaa::testing {

struct MistakeRow {
    std::string text;
    std::string expected;  // a line for each message: line:column: sentence
};

/// Three lines, after which the answers about Spruce follow.
inline const std::string spruce_above = "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n";

/// The error output without excerpts and without `practice.yaml:`. A file with mistakes gives no result.
inline std::string mistakes_in(const std::string& text) {
    const Scratch scratch;
    scratch.write("practice.yaml", text);
    const Outcome outcome = run_program({"-f", "json", "practice.yaml"});
    const Report report(outcome.out);
    if (outcome.status != 3 || report.at("result") != "error" || report.at("practices/0/result") != "error" ||
        report.at("practices/0/checklists") != "[]")
        return "status " + std::to_string(outcome.status) + ": " + outcome.out + outcome.err;
    std::string messages = headlines(outcome.err);
    const std::string file = "practice.yaml:";
    for (auto at = messages.find(file); at != std::string::npos; at = messages.find(file, at))
        messages.erase(at, file.size());
    return messages;
}

inline void check_mistakes(const std::string& above, const std::vector<MistakeRow>& rows) {
    for (const MistakeRow& row : rows) {
        CAPTURE(row.text);
        CHECK(mistakes_in(above + row.text + "\n") == row.expected);
    }
}

}  // namespace hipaa::testing
