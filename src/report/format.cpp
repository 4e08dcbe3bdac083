// The table of report formats.
#include "report/format.hpp"

#include <algorithm>

namespace hipaa {

/// Each is defined in the file of its format.
using Make = std::unique_ptr<Writer>(std::ostream& out, const Appearance& appearance);
Make make_text, make_markdown, make_html, make_json, make_jsonl, make_sarif, make_junit, make_github, make_gitlab,
    make_csv, make_oscal;

namespace {

constexpr Format format_table[]{
    {"text", ".txt", true, make_text},       {"markdown", ".md", true, make_markdown},
    {"html", ".html .htm", true, make_html}, {"json", ".json", false, make_json},
    {"jsonl", ".jsonl", false, make_jsonl},  {"sarif", ".sarif .sarif.json", false, make_sarif},
    {"junit", ".xml", false, make_junit},    {"github", "", false, make_github},
    {"gitlab", "", false, make_gitlab},      {"csv", ".csv", false, make_csv},
    {"oscal", "", false, make_oscal},
};

}  // namespace

std::span<const Format> formats() { return format_table; }

const Format* find_format(std::string_view name, std::span<const Format> among) {
    const auto found = std::ranges::find(among, name, &Format::name);
    return found == among.end() ? nullptr : &*found;
}

}  // namespace hipaa
