// Documents and problems as text, for whole comparisons.
#pragma once

#include <string>

#include <fmt/format.h>

#include "yaml/document.hpp"

namespace hipaa::yaml {

/// `line:column` and the text, in quotes if it was quoted; `null(...)` for nulls; children in brackets.
inline std::string shown(Node node) {
    std::string result = fmt::format("{}:{} ", node.place().line, node.place().column);
    switch (node.kind()) {
        case Kind::null:
            return result + fmt::format("null({})", node.text());
        case Kind::scalar:
            return result + (node.quoted() ? fmt::format("'{}'", node.text()) : std::string(node.text()));
        case Kind::sequence: {
            result += "[";
            for (const Node item : node.items()) result += (result.back() == '[' ? "" : ", ") + shown(item);
            return result + "]";
        }
        case Kind::map:
            break;
    }
    result += "{";
    for (const Entry& entry : node.entries()) {
        result += fmt::format("{}{}:{} {}: ", result.back() == '{' ? "" : ", ", entry.key_place.line,
                              entry.key_place.column, entry.key);
        result += shown(entry.value);
    }
    return result + "}";
}

/// `line:column kind: message`, a line each.
inline std::string shown(const Problems& problems) {
    std::string result;
    for (const Problem& problem : problems.shown()) {
        result += fmt::format("{}{}:{} {}: {}", result.empty() ? "" : "\n", problem.place.line, problem.place.column,
                              problem.kind, problem.message);
    }
    return result;
}

/// What is wrong with `text`.
inline std::string mistakes(const std::string& text) {
    Problems problems;
    const auto document = read({"file.yaml", text}, problems);
    return shown(problems);
}

}  // namespace hipaa::yaml
