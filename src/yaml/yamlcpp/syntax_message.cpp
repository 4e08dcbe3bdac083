// What yaml-cpp complains about, said to somebody who has never heard of YAML's grammar.
#include "yaml/yamlcpp/syntax_message.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"
#include "yaml/locator.hpp"
#include "yaml/scan.hpp"

namespace hipaa::yaml {

namespace {

namespace ErrorMsg = YAML::ErrorMsg;
constexpr auto npos = std::string_view::npos;

Mistake syntax(std::size_t offset, std::string message) { return {"syntax", offset, std::move(message)}; }

std::uint32_t line_of(const ParserError& at, std::size_t offset) { return Locator(at.text).place(offset).line; }

/// The character at `offset`, in a form that can be shown.
std::string character(const ParserError& at, std::size_t offset) {
    if (offset >= at.text.size()) return {};
    std::string_view rest = at.text.substr(offset);
    const std::string_view before = rest;
    utf8::take(rest);
    const std::string shown = printable(before.substr(0, before.size() - rest.size()));
    return shown == "`" ? "a backquote" : fmt::format("`{}`", shown);
}

/// The last character before `offset` that is no white space; npos if there is none.
std::size_t content_before(std::string_view text, std::size_t offset) {
    return offset == 0 ? npos : text.find_last_not_of(white_space, offset - 1);
}

/// A colon in `line` that a space should follow; npos if there is one that a space does follow.
std::size_t tight_colon(std::string_view line) {
    std::size_t found = npos;
    for (std::size_t at = line.find(':'); at != npos; at = line.find(':', at + 1)) {
        if (at + 1 >= line.size() || line[at + 1] == ' ') return npos;
        if (found == npos && line.substr(at, 3) != "://") found = at;
    }
    return found;
}

constexpr const char* missing_space = "put a space after this colon: a setting is written as `key: value`";
constexpr const char* missing_colon =
    "there is no colon in this line; a setting is written as `key: value`, and text of several lines goes in quotes";

/// A line of a block that fits neither what is above it nor its own beginning.
Mistake misfit(const ParserError& at) {
    const std::string_view line = rest_of_line(at.text, at.offset);
    const std::size_t before = content_before(at.text, at.offset);
    const bool after_quote = before != npos && (at.text[before] == '"' || at.text[before] == '\'');
    if (after_quote && at.text.substr(before, at.offset - before).find('\n') == npos) {
        return syntax(at.offset,
                      fmt::format("there is more text after the closing quote of the text that begins on line {}; is a "
                                  "quote missing, or one too many?",
                                  line_of(at, at.last_node)));
    }
    if (line.starts_with('%')) return syntax(at.offset, directive_message);
    if (line.starts_with("- ") || line == "-") {
        return syntax(at.offset,
                      "a list item cannot stand here; line its dash up with the other dashes of its list, or "
                      "put the list under a key of its own");
    }
    const std::size_t tight = tight_colon(line);
    if (tight != npos) return syntax(at.offset + tight, missing_space);
    if (line.find(':') == npos) return syntax(at.offset, missing_colon);
    return syntax(at.offset,
                  "this line is not lined up with the lines that it belongs to; give it the same number of "
                  "spaces at its beginning as those have");
}

/// A colon that ends no key.
Mistake stray_colon(const ParserError& at) {
    const std::size_t start = line_start(at.text, at.offset);
    const std::string_view before = at.text.substr(start, at.offset - start);
    if (before.find(": ") != npos) {
        return syntax(at.offset, "this is a second colon in one line; put the text that holds it in quotes");
    }
    constexpr std::size_t longest_key = 1024;  // in yaml-cpp, as in the specification
    if (before.size() > longest_key)
        return syntax(at.offset,
                      fmt::format("the key before this colon is over {} bytes long; is a quote missing?", longest_key));

    const std::size_t key = std::min(at.text.find_first_not_of(blanks, start), at.offset);
    const std::size_t above = content_before(at.text, start);
    if (above == npos)
        return syntax(at.offset, "there is no key that this colon could belong to; put the text in quotes");
    const std::size_t above_start = line_start(at.text, above);
    const std::string_view line = rest_of_line(at.text, above_start);
    const std::size_t tight = tight_colon(line);
    if (tight != npos) return syntax(above_start + tight, missing_space);
    if (line.find(':') == npos) return syntax(at.text.find_first_not_of(" \t-", above_start), missing_colon);
    return syntax(key,
                  fmt::format("this line is indented as if it went on with the text of line {}; line it up with the "
                              "key that it belongs beside",
                              line_of(at, above)));
}

Mistake stray_dash(const ParserError& at) {
    const std::size_t before = content_before(at.text, at.offset);
    const std::size_t start = line_start(at.text, at.offset);
    const bool begins_line = at.text.find_first_not_of(blanks, start) == at.offset;
    const bool in_brackets = before != npos && std::string_view("[{,").find(at.text[before]) != npos;
    if (begins_line || in_brackets) {
        return syntax(at.offset,
                      "a dash cannot begin an item between brackets; separate the items by commas, and check "
                      "that every bracket above is closed");
    }
    return syntax(at.offset,
                  "a list cannot begin behind its key; put every dash on a line of its own below it, or the "
                  "text in quotes");
}

Mistake unfinished_quote(const ParserError& at) {
    // What yaml-cpp was scanning may begin some way after the last node, but never before it.
    return syntax(unclosed_quote(at.text, at.last_node).value_or(at.offset), unclosed_quote_message);
}

Mistake unfinished_bracket(const ParserError& at) {
    if (!at.open_bracket) return syntax(at.offset, "a closing bracket is missing");
    const char open = at.text[*at.open_bracket];
    const char close = open == '[' ? ']' : '}';
    if (content_before(at.text, at.text.size()) < at.offset) {
        return syntax(*at.open_bracket,
                      fmt::format("the bracket `{}` is opened here and never closed; add the `{}` where it should be",
                                  open, close));
    }
    return syntax(at.offset,
                  fmt::format("a comma or the closing `{}` is missing before this; the `{}` is opened on line {}",
                              close, open, line_of(at, *at.open_bracket)));
}

Mistake bad_start(const ParserError& at) {
    const std::string found = character(at, at.offset);
    if (found == "`?`") {
        return syntax(at.offset,
                      "text between brackets cannot hold a question mark unless it is in quotes; put the text "
                      "in quotes");
    }
    return syntax(at.offset,
                  fmt::format("text cannot begin with {} unless it is in quotes; put the text in quotes", found));
}

Mistake bad_escape(const ParserError& at) {
    return syntax(at.offset == 0 ? 0 : at.text.rfind('\\', at.offset - 1),
                  "between double quotes a backslash has a special meaning, and this one is not understood; write it "
                  "twice, or use single quotes around the text");
}

Mistake bad_property(const ParserError& at) {
    // yaml-cpp points behind the name.
    const std::size_t before = at.offset == 0 ? npos : at.text.find_last_of(" \t\n,[]{}", at.offset - 1);
    const std::size_t offset = before == npos ? 0 : before + 1;
    return syntax(
        offset, fmt::format("text that begins with {} has a special meaning; put it in quotes", character(at, offset)));
}

Mistake unknown_anchor(const ParserError& at) {
    const std::string_view line = rest_of_line(at.text, at.offset);
    return {
        "alias", at.offset,
        fmt::format("{} refers to something that this file does not define; if it is meant as text, put it in quotes",
                    quote(line.substr(0, line.find_first_of(" \t,[]{}"))))};
}

constexpr const char* stray_bracket =
    "this closing bracket fits no opening one; remove it, correct the opening one, or put the text in quotes";
constexpr const char* stray_question =
    "a question mark with a space after it has a special meaning here; put the text in quotes";
constexpr const char* marker_in_quotes =
    "the file is divided here in the middle of a quoted text; is a closing quote missing above?";
constexpr const char* text_after_bar =
    "behind `|` or `>` the text begins on the next line; move it there, or put all of it in quotes";
constexpr const char* zero_indent = "the number behind `|` or `>` cannot be 0; leave it out";
constexpr const char* two_properties =
    "two marks of the same kind (`&` or `!`) stand before one value; remove one of them";

struct Row {
    const char* complaint;
    const char* message;  // or, where it depends on the text:
    Mistake (*explain)(const ParserError&);
};

/// All that yaml-cpp 0.7 throws while it parses, and what 0.9 throws beside.
const Row rows[] = {
    {ErrorMsg::YAML_DIRECTIVE_ARGS, directive_message, nullptr},
    {ErrorMsg::YAML_VERSION, directive_message, nullptr},
    {ErrorMsg::YAML_MAJOR_VERSION, directive_message, nullptr},
    {ErrorMsg::REPEATED_YAML_DIRECTIVE, directive_message, nullptr},
    {ErrorMsg::TAG_DIRECTIVE_ARGS, directive_message, nullptr},
    {ErrorMsg::REPEATED_TAG_DIRECTIVE, directive_message, nullptr},
    {ErrorMsg::CHAR_IN_TAG_HANDLE, nullptr, bad_property},
    {ErrorMsg::TAG_WITH_NO_SUFFIX, nullptr, bad_property},
    {ErrorMsg::END_OF_VERBATIM_TAG, nullptr, bad_property},
    {ErrorMsg::ALIAS_NOT_FOUND, nullptr, bad_property},
    {ErrorMsg::ANCHOR_NOT_FOUND, nullptr, bad_property},
    {ErrorMsg::CHAR_IN_ALIAS, nullptr, bad_property},
    {ErrorMsg::CHAR_IN_ANCHOR, nullptr, bad_property},
    {ErrorMsg::UNKNOWN_ANCHOR, nullptr, unknown_anchor},
    {ErrorMsg::MULTIPLE_TAGS, two_properties, nullptr},
    {ErrorMsg::MULTIPLE_ANCHORS, two_properties, nullptr},
    {ErrorMsg::END_OF_MAP_FLOW, nullptr, unfinished_bracket},
    {ErrorMsg::END_OF_SEQ_FLOW, nullptr, unfinished_bracket},
    {ErrorMsg::END_OF_MAP, nullptr, misfit},
    {ErrorMsg::END_OF_SEQ, nullptr, misfit},
    {"unexpected scalar", nullptr, misfit},
    {ErrorMsg::INVALID_HEX, nullptr, bad_escape},
    {ErrorMsg::INVALID_UNICODE, nullptr, bad_escape},
    {ErrorMsg::INVALID_ESCAPE, nullptr, bad_escape},
    {ErrorMsg::EOF_IN_SCALAR, nullptr, unfinished_quote},
    {ErrorMsg::DOC_IN_SCALAR, marker_in_quotes, nullptr},
    {ErrorMsg::UNKNOWN_TOKEN, nullptr, bad_start},
    {ErrorMsg::TAB_IN_INDENTATION, tab_message, nullptr},
    {ErrorMsg::FLOW_END, stray_bracket, nullptr},
    {ErrorMsg::BLOCK_ENTRY, nullptr, stray_dash},
    {ErrorMsg::MAP_KEY, stray_question, nullptr},
    {ErrorMsg::MAP_VALUE, nullptr, stray_colon},
    {ErrorMsg::ZERO_INDENT_IN_BLOCK, zero_indent, nullptr},
    {ErrorMsg::CHAR_IN_BLOCK, text_after_bar, nullptr},
};

/// At the end of the text, the end of what is written there.
std::size_t clamp(std::string_view text, std::size_t offset) {
    if (offset < text.size()) return offset;
    const std::size_t last = text.find_last_not_of(white_space);
    return last == npos ? 0 : last + 1;
}

}  // namespace

Mistake explain(const ParserError& error) {
    ParserError at = error;
    at.offset = clamp(at.text, at.offset);
    if (const auto tab = indenting_tab(at.text, at.offset)) return {"tab", *tab, tab_message};
    for (const Row& row : rows) {
        if (!at.complaint.starts_with(row.complaint)) continue;
        return row.explain != nullptr ? row.explain(at) : syntax(at.offset, row.message);
    }
    return syntax(at.offset,
                  "this cannot be read as YAML; check the line and the one above it, or put the text in quotes");
}

}  // namespace hipaa::yaml
