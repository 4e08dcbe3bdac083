// The table of report formats.
#include "report/format.hpp"

#include <array>

namespace hipaa {
namespace {

constexpr std::array format_table{
    Format{"text", ".txt", true, true, make_text},       Format{"markdown", ".md", true, true, make_markdown},
    Format{"html", ".html .htm", true, true, make_html}, Format{"json", ".json", false, true, make_json},
    Format{"jsonl", ".jsonl", false, false, make_jsonl}, Format{"sarif", ".sarif .sarif.json", false, true, make_sarif},
    Format{"junit", ".xml", false, false, make_junit},   Format{"github", "", false, true, make_github},
    Format{"gitlab", "", false, false, make_gitlab},     Format{"csv", ".csv", false, false, make_csv},
    Format{"oscal", "", false, true, make_oscal},
};

}  // namespace

std::span<const Format> formats() { return format_table; }

const Format* find_format(std::string_view name) {
    for (const Format& format : format_table)
        if (format.name == name) return &format;
    return nullptr;
}

}  // namespace hipaa
