// Parts of a sentence, joined by and/or.
#include "authoring/explain/clause.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace hipaa {
namespace {

using page::Line;

/// Lines that one can still take in at a glance.
constexpr std::size_t easy_parts = 2;
constexpr std::size_t easy_length = 130;

bool is_easy(const Clause& clause) {
    if (clause.kind == Clause::Kind::test) return true;
    const bool flat =
        std::ranges::all_of(clause.parts, [](const Clause& part) { return part.kind == Clause::Kind::test; });
    return flat && clause.parts.size() <= easy_parts && plain(join(clause)).size() <= easy_length;
}

bool ends_with_question(const Line& line) { return line.back().text.ends_with("?\""); }

/// (a) to (z), then (27), (28), ...
std::string letter(std::size_t index) {
    return index < 26 ? fmt::format("({}) ", static_cast<char>('a' + static_cast<char>(index)))
                      : fmt::format("({}) ", index + 1);
}

}  // namespace

void append(Line& line, const Line& more) { line.insert(line.end(), more.begin(), more.end()); }

Line member(const Clause& clause) {
    if (clause.kind == Clause::Kind::test) return clause.line;
    Line line{{"("}};
    append(line, join(clause));
    line.push_back({")"});
    return line;
}

Line join(const Clause& clause) {
    if (clause.kind == Clause::Kind::test) return clause.line;
    Line line;
    for (const Clause& part : clause.parts) {
        if (!line.empty()) line.push_back({clause.kind == Clause::Kind::all ? ", and " : ", or "});
        append(line, member(part));
    }
    return line;
}

std::vector<page::Line> clause_lines(const Clause& clause) {
    if (is_easy(clause)) {
        Line line = join(clause);
        if (!ends_with_question(line)) line.push_back({"."});
        return {line};
    }
    const bool all = clause.kind == Clause::Kind::all;
    std::vector<Line> lines{{{all ? "all of these are true:" : "at least one of these is true:"}}};
    for (std::size_t i = 0; i < clause.parts.size(); ++i) {
        Line line{{letter(i)}};
        append(line, join(clause.parts[i]));
        const bool last = i + 1 == clause.parts.size();
        if (!last || !ends_with_question(line))
            line.push_back({last ? "." : i + 2 == clause.parts.size() ? (all ? "; and" : "; or") : ";"});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string plain(const page::Line& line) {
    std::string text;
    for (const page::Span& span : line) text += span.code ? "`" + span.text + "`" : span.text;
    return text;
}

page::Line alternatives(const std::vector<std::string>& words) {
    Line line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) line.push_back({i + 1 == words.size() ? " or " : ", "});
        line.push_back({words[i], true});
    }
    return line;
}

}  // namespace hipaa
