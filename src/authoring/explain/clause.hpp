// Parts of a sentence, joined by and/or.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "page/page.hpp"

namespace hipaa {

/// A condition with its negations moved into its tests: one test, or parts joined by and/or.
struct Clause {
    enum class Kind : std::uint8_t { test, all, any };
    Kind kind = Kind::test;
    page::Line line;  // of a test
    std::vector<Clause> parts;
};

/// All of it on one line.
page::Line join(const Clause& clause);

/// The same as a part of something larger: brackets keep and/or apart.
page::Line member(const Clause& clause);

/// On one line, ended by a full stop; or, where that is hard to read, what has to hold and its parts, lettered.
std::vector<page::Line> clause_lines(const Clause& clause);

void append(page::Line& line, const page::Line& more);

/// "`a`", "`a` or `b`", "`a`, `b` or `c`", as code.
page::Line alternatives(const std::vector<std::string>& words);

/// The line as text, code in backquotes.
std::string plain(const page::Line& line);

}  // namespace hipaa
