// Practice files as people write them: in the style of the examples, or in another ordinary one.
#include "practice_text.hpp"

namespace bench {
namespace {

constexpr std::string_view plain_notes =
    "x-notes: Look at all of this again in May, and whenever the plan or the people change. The office calendar has "
    "it.\n";

/// How the parts of a file are written.
struct Style {
    std::string_view start = "";
    /// Around keys and around values.
    std::string_view quote = "";
    std::string_view indent = "  ";
    bool braces = false;
    bool braces_over_lines = false;
    bool aliases = false;
    std::string_view notes = plain_notes;
    std::string_view line_break = "\n";
};

std::string quoted(const Style& style, std::string_view text) {
    if (text.starts_with('[')) return std::string(text);
    return std::string(style.quote) + std::string(text) + std::string(style.quote);
}

std::string value(const Style& style, const Answer& answer, bool& has_anchor) {
    if (!style.aliases || answer.value != "secure_conversation") return quoted(style, answer.value);
    if (has_anchor) return "*our_way";
    has_anchor = true;
    return "&our_way secure_conversation";
}

std::string in_braces(const Style& style, const Group& group, std::string_view indent) {
    const std::string separator =
        style.braces_over_lines ? ",\n" + std::string(indent) + std::string(style.indent) : ", ";
    std::string text = style.braces_over_lines ? "{\n" + std::string(indent) + std::string(style.indent) : "{";
    bool has_anchor = false;
    for (const Answer& answer : group.answers) {
        if (&answer != &group.answers.front()) text += separator;
        text += quoted(style, answer.key) + ": " + value(style, answer, has_anchor);
    }
    return text + (style.braces_over_lines ? "\n" + std::string(indent) + "}" : "}");
}

/// `key: value`, with the comments below each other as a careful person has them.
std::string line(const Style& style, std::string_view indent, const Answer& answer, bool& has_anchor) {
    std::string text = std::string(indent) + quoted(style, answer.key) + ": " + value(style, answer, has_anchor);
    if (answer.comment.empty()) return text + "\n";
    constexpr std::size_t comments_at = 38;
    if (text.size() < comments_at) text.append(comments_at - text.size(), ' ');
    return text + "  # " + std::string(answer.comment) + "\n";
}

std::string write(const Practice& practice, const Style& style) {
    const std::string once(style.indent);
    const std::string twice = once + once;
    bool has_anchor = false;
    std::string text(style.start);
    text +=
        "# What the practice says about its own use of Spruce. No names of clients in here, please: counts will do.\n"
        "# Days are year-month-day. When something changes, change it here on the same day.\n\n";
    text += quoted(style, "confirmed_on") + ": " + quoted(style, practice.confirmed_on) +
            "          # everybody went through every answer on this day\n\n";
    text +=
        quoted(style, "practice") + ":\n" + once + quoted(style, "name") + ": " + quoted(style, practice.name) + "\n";
    text += once + quoted(style, "covered_entity") + ": " + quoted(style, "yes") +
            "             # we send claims electronically\n\n";
    text += quoted(style, "products") + ":\n" + once + quoted(style, "spruce") + ":\n";
    for (const Answer& answer : practice.answers) text += line(style, twice, answer, has_anchor);
    for (const Group& group : practice.groups) {
        text += "\n" + twice + "# " + std::string(group.source) + "\n" + twice + quoted(style, group.key) + ":";
        if (style.braces || group.key == "email") {
            text += " " + in_braces(style, group, twice) + "\n";
            continue;
        }
        text += "\n";
        for (const Answer& answer : group.answers) text += line(style, twice + once, answer, has_anchor);
    }
    text += "\n" + quoted(style, "decisions") + ": []                     # nothing had to be accepted as it is\n\n";
    text += style.notes;
    if (style.line_break == "\n") return text;
    std::string other;
    for (const char c : text) {
        if (c == '\n') other += style.line_break;
        else other += c;
    }
    return other;
}

constexpr std::string_view long_plain =
    "x-notes: Look at all of this again in May,\n  and whenever the plan changes, or the people\n  who work here. The "
    "office calendar has it.\n";
constexpr std::string_view folded =
    "x-notes: >-\n  Look at all of this again in May, and whenever the plan changes:\n  what is the plan, who works "
    "here?\n\n"
    "  The calendar of the office has it.\n";
constexpr std::string_view literal =
    "x-notes: |\n  - look at all of this again in May\n  - ask support about the plan # when it changes\n";
constexpr std::string_view escaped =
    "x-notes: \"Look at all of this again in May \\u2013 and whenever\n  the plan changes.\\tS\\u00ed: "
    "\\\"whenever\\\".\"\n"
    "x-mañana: 'It''s in the calendar – every May'\n";

}  // namespace

std::string usual_text(const Practice& practice) { return write(practice, {}); }

std::string other_text(const Practice& practice, std::size_t style) {
    const Style styles[other_styles] = {
        {.quote = "\""},
        {.notes = long_plain},
        {.braces = true, .aliases = true, .notes = folded},
        {.start = "---\n", .indent = "    ", .notes = literal},
        {.braces = true, .braces_over_lines = true},
        {.start = "\xEF\xBB\xBF", .notes = folded, .line_break = "\r\n"},
        {.quote = "'", .braces = true, .notes = escaped},
        {.aliases = true},
    };
    return write(practice, styles[style % other_styles]);
}

}  // namespace bench
